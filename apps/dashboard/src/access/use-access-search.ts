import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { accessSearch } from '../searches.ts';
import { useAccount } from '../session/account.ts';

type Search = ReturnType<typeof accessSearch>;

/** Filters and arrangement live in the address: `show` changes them in place. */
export function useAccessSearch() {
  const { slug } = useAccount();
  const search = useSearch({ from: '/session/shell/$account/access' });
  const navigate = useNavigate();
  const show = useCallback(
    (change: Partial<Search>) =>
      void navigate({
        from: '/$account/access',
        to: '/$account/access',
        params: { account: slug },
        search: (before) => ({ ...before, ...change }),
        replace: true,
      }),
    [navigate, slug],
  );
  return { search, show };
}
export const NO_FILTER = { q: undefined, site: undefined, siteRole: undefined, flag: undefined } as const;
