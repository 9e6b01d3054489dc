import { ACCOUNT_ROLE_LABELS, ACCOUNT_ROLES, isOutsideDomains } from '@keyholder/domain';
import { accessWords as words } from '../messages/access.ts';
import type { Access, AccessPerson, AccessSite } from './model.ts';

/** What stands at the head of a row or column. */
export type Head =
  | { kind: 'person'; key: string; person: AccessPerson }
  | { kind: 'site'; key: string; site: AccessSite }
  /** Invited, and nobody's address in the account. */
  | { kind: 'address'; key: string; email: string }
  /** A heading between rows. */
  | { kind: 'group'; key: string; title: string; count: number };

export interface Layout {
  rows: readonly Head[];
  columns: readonly Head[];
}
export interface Arrangement {
  /** Sites down, people across. */
  swapped: boolean;
  /** People under headings: their account roles, or whether their address is one of the account's domains. */
  groups: 'role' | 'domains' | undefined;
  /** The account's own domains. */
  domains: readonly string[];
  /** Invited addresses too. */
  invited: boolean;
}

export function layoutOf(access: Access, { swapped, groups, domains, invited }: Arrangement): Layout {
  const sites = access.sites.map((site): Head => ({ kind: 'site', key: site.id, site }));
  const people = access.people.map(personHead);
  const addresses = invited
    ? access.invited.map((email): Head => ({ kind: 'address', key: email, email }))
    : [];
  if (groups === undefined) return arranged(swapped, [...people, ...addresses], sites);
  const among = (title: string, belongs: (person: AccessPerson) => boolean) =>
    group(title, access.people.filter(belongs).map(personHead));
  const lines = [
    ...(groups === 'role'
      ? ACCOUNT_ROLES.flatMap((role) =>
          among(ACCOUNT_ROLE_LABELS[role], (person) => person.accountRole === role),
        )
      : [
          ...among(words.outside, ({ email }) => isOutsideDomains(email, domains)),
          ...among(words.inside, ({ email }) => !isOutsideDomains(email, domains)),
        ]),
    ...group(words.invitedGroup, addresses),
  ];
  // Across the top there is no room for headings; the order says it.
  return arranged(swapped, swapped ? lines.filter(({ kind }) => kind !== 'group') : lines, sites);
}

const personHead = (person: AccessPerson): Head => ({ kind: 'person', key: person.id, person });
const arranged = (swapped: boolean, people: readonly Head[], sites: readonly Head[]): Layout =>
  swapped ? { rows: sites, columns: people } : { rows: people, columns: sites };

const group = (title: string, heads: readonly Head[]): readonly Head[] =>
  heads.length === 0 ? [] : [{ kind: 'group', key: `group ${title}`, title, count: heads.length }, ...heads];

/** Whether anybody could have access here: a filter may leave people without sites, or the other way round. */
export const isEmpty = ({ rows, columns }: Layout): boolean => rows.length === 0 || columns.length === 0;
