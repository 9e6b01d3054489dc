import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';

/** Who is signed in, with every account and site they belong to. */
export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: () => data(api.v1.me.$get()),
  staleTime: 60_000,
});
/** Inside the shell the answer is always there: the route waits for it. */
export const useMe = () => useSuspenseQuery(meQuery).data;
