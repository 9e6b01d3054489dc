import { queryOptions } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';

/** Who is signed in, with every account and site they belong to. Apart from `useMe`: routes need no observers of queries. */
export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: () => data(api.v1.me.$get()),
  staleTime: 60_000,
});
