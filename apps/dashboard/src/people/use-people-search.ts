import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { accountMembersSearch } from '../searches.ts';
import { useAccount } from '../session/account.ts';
import { isMemberFlag, isPeopleSort, type PeopleFilter } from './people-queries.ts';

type Search = ReturnType<typeof accountMembersSearch>;

/** The list's filters live in the address: `show` changes them in place. */
export function usePeopleSearch() {
  const { slug } = useAccount();
  const search = useSearch({ from: '/session/shell/$account/members' });
  const navigate = useNavigate();
  const show = useCallback(
    (change: Partial<Search>) =>
      void navigate({
        from: '/$account/members',
        to: '/$account/members',
        params: { account: slug },
        search: (before) => ({ ...before, ...change }),
        replace: true,
      }),
    [navigate, slug],
  );
  return { search, show };
}

export const filterOf = ({ q, role, site, siteRole, flag, sort }: Search): PeopleFilter => ({
  ...{ q, role, site, siteRole },
  flag: isMemberFlag(flag) ? flag : undefined,
  sort: isPeopleSort(sort) ? sort : undefined,
});
export const NO_FILTER = {
  role: undefined,
  site: undefined,
  siteRole: undefined,
  flag: undefined,
} as const;
