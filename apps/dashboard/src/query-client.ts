import { QueryClient } from '@tanstack/react-query';
import { asProblem } from './problem.ts';

const FRESH_MS = 15_000;

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // A failed read is repeated only when the answer may differ next time.
        retry: (count, error) => count < 2 && asProblem(error).is('network', 'service.unavailable'),
        retryDelay: (count) => 500 * 2 ** count,
        networkMode: 'always',
      },
      // Never queued: an access change must not happen later by surprise. request.ts repeats what is safe to repeat.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
