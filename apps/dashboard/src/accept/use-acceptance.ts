import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api, data } from '../api.ts';
import { safeNext } from '../session/next.ts';
import { dropToken } from './kept-token.ts';
import { isAboutLink, useAction } from './use-action.ts';
import type { CaseProps } from './use-lookup.ts';

export interface Credentials {
  name: string;
  password: string;
}

/**
 * Accepts, once at a time, and goes to where the role works. A refusal that is about the link makes the page look it up
 * again and show what it is now; `alreadyIn` means that another tab was first.
 */
export function useAcceptance({ token, onStale }: Omit<CaseProps, 'link'>) {
  const client = useQueryClient();
  const router = useRouter();
  const { run, busy, done, problem } = useAction(
    (credentials: Credentials | null) =>
      data(api.v1.invitations.accept.$post({ json: { token, ...credentials } })),
    {
      done: ({ status, redirectTo }) => {
        dropToken();
        // Who is signed in and what they may see is different now.
        client.clear();
        if (status === 'accepted') router.history.replace(safeNext(redirectTo) ?? '/', { welcome: true });
      },
      refused: (refusal) => isAboutLink(refusal) && onStale(),
    },
  );
  return {
    accept: run,
    /** Stays busy while the next page loads. */
    busy: busy || done?.status === 'accepted',
    alreadyIn: done?.status === 'already_accepted' ? done : undefined,
    problem,
  };
}
