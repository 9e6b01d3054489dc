import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, data } from './api.ts';
import { setLook } from './ui/preferences.ts';

export const preferencesQuery = queryOptions({
  queryKey: ['preferences'],
  queryFn: () => data(api.v1.me.preferences.$get()),
  staleTime: 60_000,
});
export const CHOOSING = ['preferences', 'choose'];

/** For the shells: what the person has chosen in another browser holds here too. */
export function useMyLook(): void {
  const client = useQueryClient();
  const { data: chosen, isFetchedAfterMount } = useQuery(preferencesQuery);
  useEffect(() => {
    // What is being saved right now is newer than any answer.
    if (chosen && isFetchedAfterMount && client.isMutating({ mutationKey: CHOOSING }) === 0) setLook(chosen);
  }, [client, chosen, isFetchedAfterMount]);
}
