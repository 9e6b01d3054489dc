import type { SiteRow } from './site-queries.ts';

export type SiteFlag = 'all' | 'expired' | 'no-owner' | 'one-owner';

/** The whole list is in memory, so filtering needs no round trip. */
export const matchSites = (sites: readonly SiteRow[], q: string, flag: SiteFlag): readonly SiteRow[] => {
  const wanted = q.trim().toLowerCase();
  return sites.filter(
    (site) => `${site.name} ${site.domain}`.toLowerCase().includes(wanted) && carries(site, flag),
  );
};

function carries(site: SiteRow, flag: SiteFlag): boolean {
  if (flag === 'expired') return site.expired > 0;
  if (flag === 'no-owner') return site.owners.length === 0;
  return flag === 'all' || site.owners.length === 1;
}
