import { siteRoleGrants, type AccountRole, type SiteRole } from '@keyholder/domain';
import type { AccessAnswer } from './access-queries.ts';

export interface AccessPerson {
  id: string;
  name: string;
  email: string;
  accountRole: AccountRole;
}
export interface AccessSite {
  id: string;
  name: string;
}
export interface Held {
  role: SiteRole;
  /** The end of the access, or null. */
  until: string | null;
}
/** An open invitation to one site. */
export interface Offer {
  id: string;
  role: SiteRole;
  expired: boolean;
}
export interface Tally {
  /** Sites of a person, or people of a site. */
  all: number;
  /** Those of them where people are managed. */
  managing: number;
}

/** Who can reach which site, ready to be asked cell by cell. */
export interface Access {
  people: readonly AccessPerson[];
  sites: readonly AccessSite[];
  /** Invited addresses that are nobody's in the account. */
  invited: readonly string[];
  held: (personId: string, siteId: string) => Held | undefined;
  offer: (email: string, siteId: string) => Offer | undefined;
  tally: (personOrSiteId: string) => Tally;
}

/** One person, or address, on one site. */
export const cellKey = (who: string, siteId: string): string => `${who} ${siteId}`;

export const managesPeople = (role: SiteRole | null): boolean => siteRoleGrants(role, 'members.manage');

export function readAnswer(answer: AccessAnswer): Access {
  const people = answer.people.flatMap((person, at): AccessPerson[] => {
    const accountRole = answer.accountRoles[at];
    return accountRole === undefined ? [] : [{ ...person, accountRole }];
  });
  const held = new Map<string, Held>();
  const tallies = new Map<string, Tally>();
  const add = (id: string, managing: boolean) => {
    const { all, managing: before } = tallies.get(id) ?? NONE;
    tallies.set(id, { all: all + 1, managing: before + (managing ? 1 : 0) });
  };
  for (const [p, s, r, until] of answer.grants) {
    const [person, site, role] = [people[p], answer.sites[s], answer.roles[r]];
    if (!person || !site || !role) continue;
    held.set(cellKey(person.id, site.id), { role, until });
    add(person.id, managesPeople(role));
    add(site.id, managesPeople(role));
  }
  const offers = new Map<string, Offer>();
  for (const [at, [email, s, r, expired]] of answer.pending.entries()) {
    const [site, role, id] = [answer.sites[s], answer.roles[r], answer.invitations[at]];
    if (site && role && id !== undefined) offers.set(cellKey(email, site.id), { id, role, expired });
  }
  const known = new Set(people.map(({ email }) => email));
  return {
    people,
    sites: answer.sites,
    invited: [...new Set(answer.pending.map(([email]) => email))].filter((email) => !known.has(email)),
    held: (personId, siteId) => held.get(cellKey(personId, siteId)),
    offer: (email, siteId) => offers.get(cellKey(email, siteId)),
    tally: (id) => tallies.get(id) ?? NONE,
  };
}
const NONE: Tally = { all: 0, managing: 0 };
