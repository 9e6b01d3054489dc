import type { CommandContext } from '@keyholder/db';
import { newId } from '@keyholder/db';
import type {
  AccountId,
  AccountRole,
  EmailAddress,
  Offer,
  SiteId,
  SiteRole,
  UserId,
} from '@keyholder/domain';
import { DEFAULT_PLAN, FOUNDER_ROLE } from '@keyholder/domain';
import { createAccount } from '../accounts/create-account.ts';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess, SiteAccess } from '../http/access.ts';
import { callerOf } from '../http/caller.ts';
import type { Caller } from '../http/caller.ts';
import { acceptInvitation } from '../invitations/accept-invitation.ts';
import { createInvitation } from '../invitations/create-invitation.ts';
import { declineInvitation } from '../invitations/decline-invitation.ts';
import { readSends } from '../invitations/invitation-repository.ts';
import { resendInvitation } from '../invitations/resend-invitation.ts';
import { revokeInvitation } from '../invitations/revoke-invitation.ts';
import type { Venue } from '../invitations/venue.ts';
import { siteVenue } from '../invitations/venue.ts';
import { assignToSites } from '../members/assign-to-sites.ts';
import { changeSiteMember } from '../members/change-site-member.ts';
import { removeFromAccount } from '../members/remove-from-account.ts';
import { removeFromSite } from '../members/remove-from-site.ts';
import { createSite } from '../sites/create-site.ts';
import type { DemoPerson } from './demo-repository.ts';
import type { Stage } from './stage.ts';

export interface Sent {
  readonly id: string;
  readonly venue: Venue;
}

/** What the people of the demo can do in one account, by name. Each verb is one use case, with all of its rules. */
export type Troupe = Awaited<ReturnType<typeof foundAccount>>;

/** `founder` creates the account; everybody in `people` may then appear in it. */
export async function foundAccount(
  { deps }: Stage,
  people: readonly DemoPerson[],
  founder: string,
  name: string,
) {
  const persons = new Map(people.map((one) => [one.name, one]));
  const sites = new Map<string, { id: SiteId; slug: string; name: string; domain: string }>();
  const person = (who: string): PersonAccess => {
    const { userId, name: known, email } = persons.get(who) ?? missing(who);
    return { userId, name: known, email, sessionId: newId(), signedInAt: new Date(0) };
  };
  const by = (userId: UserId): CommandContext => ({
    ...{ actor: { kind: 'person', id: userId }, ip: null, userAgent: null, requestId: null },
  });
  const as = (who: string) => [by(person(who).userId), person(who)] as const;

  const created = await createAccount(deps, ...as(founder), { name });
  // Only ids and names of these matter here: the use cases read everybody's rights for themselves, under the lock [R11].
  const account: AccountAccess = {
    ...{ id: created.id as AccountId, slug: created.slug, name, plan: DEFAULT_PLAN, role: FOUNDER_ROLE },
  };
  const at = (site: string): SiteAccess => {
    const found = sites.get(site) ?? missing(site);
    return { ...found, account, accountRole: account.role, role: null };
  };
  const accountVenue: Venue = {
    place: { scope: 'account', accountId: account.id, siteId: null },
    ...{ accountName: name, siteName: null },
  };
  const idOf = (who: string) => person(who).userId;
  const tokenOf = async (id: string) => {
    const [newest] = await deps.read((db) => readSends(db, id as never));
    return deps.links.linkFor(id, newest!.nonce).split('#')[1]!;
  };

  const invite = async (
    who: string,
    venue: Venue,
    email: string,
    role: Offer['role'],
    note: string | null,
  ) => {
    const input = { email: email as EmailAddress, role, note };
    return { id: (await createInvitation(deps, ...as(who), venue, input)).id, venue };
  };
  return {
    /** What somebody does in an area of a site, with whatever rights they have there. */
    inArea: <Result>(
      who: string,
      site: string,
      act: (by: Deps, command: CommandContext, caller: Caller, on: SiteAccess) => Promise<Result>,
    ): Promise<Result> => {
      const caller = callerOf(person(who), at(site));
      return act(deps, by(caller.userId), caller, at(site));
    },
    async addSite(who: string, site: { readonly name: string; readonly domain: string }) {
      const { id, slug } = await createSite(deps, ...as(who), account, site);
      sites.set(site.name, { ...site, id: id as SiteId, slug });
    },
    inviteToSite: (who: string, site: string, email: string, role: SiteRole, note: string | null = null) =>
      invite(who, siteVenue(at(site)), email, role, note),
    inviteToAccount: (who: string, email: string, role: AccountRole, note: string | null = null) =>
      invite(who, accountVenue, email, role, note),
    resend: (who: string, sent: Sent) => resendInvitation(deps, ...as(who), sent.venue, sent.id as never),
    revoke: (who: string, sent: Sent) => revokeInvitation(deps, ...as(who), sent.venue, sent.id as never),
    async accept(who: string, sent: Sent) {
      const request = { person: person(who), clientAddress: '127.0.0.1', commandFor: by };
      await acceptInvitation(deps, request, { token: await tokenOf(sent.id) });
    },
    async decline(sent: Sent, reason: string) {
      const nobody = {
        actor: { kind: 'person', id: null },
        ip: null,
        userAgent: null,
        requestId: null,
      } as const;
      const request = { person: null, clientAddress: '127.0.0.1', commandFor: () => nobody };
      await declineInvitation(deps, request, { token: await tokenOf(sent.id), reason });
    },
    assign: (who: string, whom: string, roles: readonly (readonly [site: string, role: SiteRole])[]) => {
      const assignments = roles.map(([site, role]) => ({ siteId: at(site).id, role, accessUntil: null }));
      return assignToSites(deps, ...as(who), account, idOf(whom), assignments);
    },
    change: (
      who: string,
      whom: string,
      site: string,
      change: { readonly role?: SiteRole; readonly accessUntil?: Date },
    ) => changeSiteMember(deps, ...as(who), at(site), idOf(whom), { ...change, ifMatch: null }),
    removeFromSite: (who: string, whom: string, site: string, reason: string | null = null) =>
      removeFromSite(deps, ...as(who), at(site), idOf(whom), reason),
    removeFromAccount: (who: string, whom: string, reason: string) =>
      removeFromAccount(deps, ...as(who), account, idOf(whom), { adoptInvitations: true, reason }),
  };
}

const missing = (name: string): never => {
  throw new Error(`nothing in the demo is called ${name}`);
};
