import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data } from './api.ts';
import { errorText } from './messages/errors.ts';
import { CHOOSING, preferencesQuery } from './preferences.ts';
import { asProblem } from './problem.ts';
import { currentLook, setLook, type Look } from './ui/preferences.ts';
import { toastFailure } from './ui/toasts.tsx';

/** Shows a choice at once and keeps it with the person; takes it back when that did not work. */
export function useChoose(): (change: Partial<Look>) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationKey: CHOOSING,
    mutationFn: (change: Partial<Look>) => data(api.v1.me.preferences.$patch({ json: change })),
    onMutate: (change) => {
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
  });
  return mutate;
}
