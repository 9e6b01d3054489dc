import { SITE_ROLE_REACH } from '@keyholder/domain';
import { queryOptions } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';

const MANAGES_PEOPLE = 3;

/** The list comes strongest role first, so its first page holds everybody who manages people. */
export const whoRunsQuery = (siteId: string) =>
  queryOptions({
    queryKey: keys.site(siteId, 'who-runs'),
    queryFn: async () => {
      const { items } = await data(
        api.v1.sites[':site'].members.$get({ param: { site: siteId }, query: { limit: '20' } }),
      );
      return items.filter(({ role }) => SITE_ROLE_REACH[role] === MANAGES_PEOPLE);
    },
  });
