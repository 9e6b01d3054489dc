import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, data } from './api.ts';
import { errorText } from './messages/errors.ts';
import { asProblem } from './problem.ts';
import { currentLook, setLook, type Look } from './ui/preferences.ts';
import { toastFailure } from './ui/toasts.tsx';

const preferencesQuery = queryOptions({
  queryKey: ['preferences'],
  queryFn: () => data(api.v1.me.preferences.$get()),
  staleTime: 60_000,
});

/** For the shells: what the person has chosen in another browser holds here too. */
export function useMyLook(): void {
  const { data: chosen, isFetchedAfterMount } = useQuery(preferencesQuery);
  useEffect(() => {
    // What is being saved right now is newer than any answer.
    if (chosen && isFetchedAfterMount && saving === 0) setLook(chosen);
  }, [chosen, isFetchedAfterMount]);
}
let saving = 0;

/** Shows a choice at once and keeps it with the person; takes it back when that did not work. */
export function useChoose(): (change: Partial<Look>) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (change: Partial<Look>) => data(api.v1.me.preferences.$patch({ json: change })),
    onMutate: (change) => {
      saving += 1;
      const before = currentLook();
      setLook(change);
      return before;
    },
    onSuccess: (chosen) => client.setQueryData(preferencesQuery.queryKey, chosen),
    onError: (error, change, before) => {
      if (before)
        setLook(Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof Look]])));
      toastFailure(errorText(asProblem(error)));
    },
    onSettled: () => {
      saving -= 1;
    },
  });
  return mutate;
}
