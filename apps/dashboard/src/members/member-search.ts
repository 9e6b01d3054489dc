import type { SiteRole } from '@keyholder/domain';
import { membersWords as words } from '../messages/members.ts';
import { roleLabel } from '../role-name.tsx';
import { MEMBER_SORTS, type MemberSort } from './member-queries.ts';

/** Reach descending, then name: what the server answers without a wish. */
export const DEFAULT_SORT: MemberSort = 'role';

/** The order of the address, or the usual one when the address holds something else. */
export const readSort = (text: string | undefined): MemberSort =>
  MEMBER_SORTS.flatMap((key): MemberSort[] => [key, `-${key}`]).find((sort) => sort === text) ?? DEFAULT_SORT;

/** Why the list is empty under this filter. */
export const emptyText = (q: string, role: SiteRole | undefined): string =>
  q === ''
    ? words.noRole(role === undefined ? '' : roleLabel(role))
    : role === undefined
      ? words.noMatch(q)
      : words.noMatchRole(q, roleLabel(role));
