import { ACCOUNT_ROLES, type AccountRole } from '@keyholder/domain';
import type { Access, AccessPerson, AccessSite } from './model.ts';

/** What stands at the head of a row or column. */
export type Head =
  | { kind: 'person'; key: string; person: AccessPerson }
  | { kind: 'site'; key: string; site: AccessSite }
  /** Invited, and nobody's address in the account. */
  | { kind: 'address'; key: string; email: string }
  /** A heading between rows. */
  | { kind: 'group'; key: string; role: AccountRole | null; count: number };

export interface Layout {
  rows: readonly Head[];
  columns: readonly Head[];
}
export interface Arrangement {
  /** Sites down, people across. */
  swapped: boolean;
  /** People under their account roles. */
  grouped: boolean;
  /** Invited addresses too. */
  invited: boolean;
}

export function layoutOf(access: Access, { swapped, grouped, invited }: Arrangement): Layout {
  const sites = access.sites.map((site): Head => ({ kind: 'site', key: site.id, site }));
  const people = access.people.map(personHead);
  const addresses = invited
    ? access.invited.map((email): Head => ({ kind: 'address', key: email, email }))
    : [];
  if (!grouped) return arranged(swapped, [...people, ...addresses], sites);
  const groups = ACCOUNT_ROLES.flatMap((role) =>
    group(role, access.people.filter((person) => person.accountRole === role).map(personHead)),
  );
  const lines = [...groups, ...group(null, addresses)];
  // Across the top there is no room for headings; the order says it.
  return arranged(swapped, swapped ? lines.filter(({ kind }) => kind !== 'group') : lines, sites);
}

const personHead = (person: AccessPerson): Head => ({ kind: 'person', key: person.id, person });
const arranged = (swapped: boolean, people: readonly Head[], sites: readonly Head[]): Layout =>
  swapped ? { rows: sites, columns: people } : { rows: people, columns: sites };

const group = (role: AccountRole | null, heads: readonly Head[]): readonly Head[] =>
  heads.length === 0
    ? []
    : [{ kind: 'group', key: `group ${role ?? ''}`, role, count: heads.length }, ...heads];

/** Whether anybody could have access here: a filter may leave people without sites, or the other way round. */
export const isEmpty = ({ rows, columns }: Layout): boolean => rows.length === 0 || columns.length === 0;
