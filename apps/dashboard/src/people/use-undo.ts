import { useQueryClient } from '@tanstack/react-query';
import { errorText, type ErrorFacts } from '../messages/errors.ts';
import { asProblem } from '../problem.ts';
import { useAccount } from '../session/account.ts';
import { serverNow } from '../ui/clock.ts';
import { toast, toastFailure } from '../ui/toasts.tsx';
import { refreshPeople } from './people-commands.ts';

/** Runs what a toast's Undo promises, and says how it went. It outlives the screen that offered it. */
export function useUndo() {
  const client = useQueryClient();
  const account = useAccount();
  return (work: () => Promise<string>, facts: ErrorFacts = {}) =>
    void work()
      .then((done) => toast(done))
      .catch((error: unknown) =>
        toastFailure(errorText(asProblem(error), { account: account.name, ...facts }, serverNow())),
      )
      .finally(() => void refreshPeople(client, account.id));
}
