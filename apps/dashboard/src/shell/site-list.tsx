import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { shellWords } from '../messages/shell.ts';
import type { MyAccount } from '../session/account.ts';
import { sitesQuery, type SiteRow } from '../sites/site-queries.ts';
import { SearchInput } from '../ui/search-input.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { navItemClass } from './nav-item.ts';
import { Tile } from './stand-alone.tsx';

const FILTER_FROM = 8;

/** Every site, the current one marked, amber where invitations have expired. */
export function SiteList({ account }: { account: MyAccount }) {
  const [q, setQ] = useState('');
  const sites = useQuery(sitesQuery(account.id));
  const items = sites.data?.items ?? [];
  const found = items.filter((site) =>
    `${site.name} ${site.domain}`.toLowerCase().includes(q.trim().toLowerCase()),
  );
  return (
    <section aria-labelledby="sidebar-sites" className="flex flex-col gap-1">
      <h2 id="sidebar-sites" className="px-2 text-12 font-semibold text-ink-3">
        {shellWords.sites}
      </h2>
      {items.length > FILTER_FROM && (
        <SearchInput label={shellWords.findSite} value={q} onChange={setQ} slash={false} className="mb-1" />
      )}
      {sites.isPending && [1, 2, 3].map((row) => <Skeleton key={row} className="mx-2 my-2" />)}
      <ul className="flex flex-col gap-px">
        {found.map((site) => (
          <SiteItem key={site.id} site={site} account={account} />
        ))}
      </ul>
      {q !== '' && found.length === 0 && (
        <p role="status" className="px-2 text-13 text-ink-3">
          {shellWords.noSiteMatch(q)}
        </p>
      )}
    </section>
  );
}

const SiteItem = ({ site, account }: { site: SiteRow; account: MyAccount }) => (
  // Off-screen entries of a long list cost nothing to lay out.
  <li className="[content-visibility:auto] [contain-intrinsic-size:auto_2rem]">
    <Link
      to="/$account/sites/$site"
      params={{ account: account.slug, site: site.slug }}
      activeOptions={{ includeSearch: false }}
      className={navItemClass}
    >
      <Tile name={site.name} small />
      <span className="min-w-0 flex-1 truncate">{site.name}</span>
      {site.expired > 0 && (
        <span className="text-12 font-semibold whitespace-nowrap text-warn">
          {site.expired}
          <span className="sr-only"> {shellWords.expired(site.expired)}</span>
        </span>
      )}
    </Link>
  </li>
);
