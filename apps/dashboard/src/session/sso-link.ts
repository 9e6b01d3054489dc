import { useQuery } from '@tanstack/react-query';
import { auth } from '../api.ts';
import { ssoEnding } from './fragment-token.ts';

/** Whether the company's page sent somebody back who is here already, and has yet to say so by signing in. */
export const isLinking = (): boolean => ssoEnding()?.get('sso') === 'link';

/** Who that is; an error when it took too long. */
export const useLinking = () =>
  useQuery({
    queryKey: ['sso-link'],
    queryFn: () => auth<{ email: string }>('sso/link'),
    enabled: isLinking(),
    retry: false,
    staleTime: Infinity,
  });

/**
 * Signed in as before: what came from the company belongs to them now. Answers where they wanted to go; too late, and
 * they are in all the same and are asked again the next time.
 */
export const finishLink = async (): Promise<string | undefined> =>
  isLinking()
    ? auth<{ next: string }>('sso/link', {}).then(
        ({ next }) => next,
        () => undefined,
      )
    : undefined;
