import {
  decideAccessChange,
  isAccountOwner,
  type Refusal,
  SITE_ROLES,
  type SiteRole,
  type Standing,
  type UserId,
} from '@keyholder/domain';
import { accessWords as words } from '../messages/access.ts';
import type { Cell } from './cells.ts';
import type { AccessPerson, AccessSite, Held } from './model.ts';

export type StandingOn = (siteId: string) => Standing;
interface Place {
  person: AccessPerson;
  site: AccessSite;
  held: Held | undefined;
}
// Access that has ended is not in the matrix, so no instant is needed to judge what is.
const ANY_TIME = new Date(0);

/** The server's own rule, asked beforehand: the reason in words, or null when the change may be made. */
export function whyNot(
  standingOn: StandingOn,
  { person, site, held }: Place,
  role: SiteRole | null,
): string | null {
  const decision = decideAccessChange(
    standingOn(site.id),
    { userId: person.id as UserId, accountRole: person.accountRole },
    held ? { role: held.role, accessUntil: null } : null,
    role,
    ANY_TIME,
  );
  return decision.allowed ? null : reasonOf(decision.refusal, person, site);
}

/** Why nothing at all may be changed here, or null. */
export function whyNothing(standingOn: StandingOn, place: Place): string | null {
  let reason: string | null = null;
  for (const role of place.held ? [null] : SITE_ROLES) {
    reason = whyNot(standingOn, place, role);
    // Asked of every cell that is seen, at each key: the first role that may be given is enough.
    if (reason === null) return null;
  }
  return reason;
}

/** The same of any cell: an open invitation is changed where it is kept, and an address has to be invited. */
export function whyFixed(standingOn: StandingOn, { person, email, site, held, offer }: Cell): string | null {
  if (offer) return words.openInvitation;
  return person ? whyNothing(standingOn, { person, site, held }) : words.notHere(email);
}

function reasonOf({ code }: Refusal, person: AccessPerson, site: AccessSite): string {
  if (code === 'member.is_yourself') return words.yourself;
  if (code === 'role.not_manageable')
    return isAccountOwner(person) ? words.onlyThey(person.name) : words.ownersChange(site.name);
  if (code === 'role.not_grantable') return words.ownersGive(site.name);
  return words.noAuthority(site.name);
}
