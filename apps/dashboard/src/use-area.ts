import {
  useNavigate,
  useParams,
  useSearch,
  type LinkProps,
  type NavigateOptions,
} from '@tanstack/react-router';
import { useAdminSite, type AreaKey, type AdminSite } from './admin-site.ts';
import type { siteAreaSearch } from './searches.ts';

export type AreaSearch = ReturnType<typeof siteAreaSearch>;

/** Link to an area of Site Admin, or to one item of it. */
export const areaLink = (
  { account, slug }: Pick<AdminSite, 'account' | 'slug'>,
  area: AreaKey,
  { item, search = {} }: { item?: string; search?: AreaSearch } = {},
): LinkProps => {
  const params = { account: account.slug, site: slug, area };
  return item === undefined
    ? { to: '/admin/$account/$site/$area', params, search }
    : { to: '/admin/$account/$site/$area/$item', params: { ...params, item }, search };
};

/** Where the viewer is in an area: its site, its search, the item of the address. Search, tab and item live in the address. */
export function useArea(area: AreaKey) {
  const site = useAdminSite();
  const search = useSearch({ from: '/session/admin/$account/$site/$area' });
  const { item } = useParams({ strict: false });
  const navigate = useNavigate();
  const go = (link: LinkProps, how: { replace?: boolean } = {}) =>
    navigate({ ...link, ...how } as NavigateOptions);
  return {
    site,
    search,
    item,
    /** To the item; the list keeps its search. */
    link: (id: string) => areaLink(site, area, { item: id, search }),
    list: (change: AreaSearch = search) => areaLink(site, area, { search: change }),
    /** Changes the search of the list. */
    show: (change: Partial<AreaSearch>) =>
      void go(
        areaLink(site, area, { ...(item === undefined ? {} : { item }), search: { ...search, ...change } }),
        {
          replace: true,
        },
      ),
    open: (id: string) => go(areaLink(site, area, { item: id, search: { ...search, new: undefined } })),
    close: () => go(areaLink(site, area, { search: { ...search, new: undefined } })),
  };
}
