import { useParams, useSearch } from '@tanstack/react-router';
import { useAdminSite } from '../admin-site.ts';
import type { MembersPlace } from '../members-place.ts';
import { siteMembersSearch } from '../searches.ts';
import { useSite } from '../sites/use-site.ts';

export function useDashboardPlace(): MembersPlace {
  const site = useSite();
  const search = useSearch({ from: '/session/shell/$account/sites/$site/list' });
  const { user, id } = useParams({ strict: false });
  const params = { account: site.account.slug, site: site.slug };
  return {
    site,
    search,
    user,
    invitation: id,
    siteLink: { to: '/$account/sites/$site', params },
    list: (next) => ({ to: '/$account/sites/$site/members', params, search: next }),
    member: (one) => ({
      to: '/$account/sites/$site/members/$user',
      params: { ...params, user: one },
      search,
    }),
    pending: (one) => ({
      to: '/$account/sites/$site/invitations/$id',
      params: { ...params, id: one },
      search,
    }),
  };
}

/** An item of the address is a person, under the tab Pending an invitation. */
export function useSiteAdminPlace(): MembersPlace {
  const site = useAdminSite();
  const search = siteMembersSearch(useSearch({ from: '/session/admin/$account/$site/$area' }));
  const { item } = useParams({ strict: false });
  const params = { account: site.account.slug, site: site.slug, area: 'members' };
  const to = '/admin/$account/$site/$area/$item';
  return {
    site,
    search,
    user: search.tab === 'pending' ? undefined : item,
    invitation: search.tab === 'pending' ? item : undefined,
    siteLink: { to: '/admin/$account/$site', params },
    list: (next) => ({ to: '/admin/$account/$site/$area', params, search: next }),
    member: (one) => ({ to, params: { ...params, item: one }, search: { ...search, tab: 'active' } }),
    pending: (one) => ({ to, params: { ...params, item: one }, search: { ...search, tab: 'pending' } }),
  };
}
