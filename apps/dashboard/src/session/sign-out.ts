import { useMutation } from '@tanstack/react-query';
import { auth } from '../api.ts';
import { errorText } from '../messages/errors.ts';
import { asProblem } from '../problem.ts';
import { toastFailure } from '../ui/toasts.tsx';

/** Leaves with a real page load: nothing of the former person stays in memory. */
export function useSignOut(): () => void {
  const { mutate } = useMutation({
    mutationFn: () => auth('sign-out', {}),
    onSuccess: () => location.assign('/sign-in'),
    onError: (error) => toastFailure(errorText(asProblem(error))),
  });
  return mutate;
}
