import { useCallback, useEffect, useRef, useState } from 'react';
import { api, data } from '../api.ts';
import { asProblem, type ApiProblem } from '../problem.ts';

const lookUp = (token: string) => data(api.v1.invitations.lookup.$post({ json: { token } }));
export type InvitationLink = Awaited<ReturnType<typeof lookUp>>;

/** The site, or the account of an account invitation. */
export const placeOf = ({ site, account }: InvitationLink): string => (site ?? account).name;

/** What every case is given. */
export interface CaseProps {
  link: InvitationLink;
  token: string;
  /** Looks the link up again: its state or the person before it has changed. */
  onStale: () => Promise<void>;
}

/**
 * What the link shows. Asking changes nothing, so it is asked again when the person comes back to the tab: they may have
 * signed in or accepted in another one. A failure later on leaves what is known. By hand, because the observers of the
 * query library alone would take this page over its budget.
 */
export function useLookup(token: string) {
  const [state, setState] = useState<{ link?: InvitationLink | undefined; problem?: ApiProblem }>({});
  const [checking, setChecking] = useState(true);
  const newest = useRef(0);
  const look = useCallback(async () => {
    newest.current += 1;
    const mine = newest.current;
    setChecking(true);
    const answer = await lookUp(token).then(
      (link) => ({ link }),
      (error: unknown) => ({ problem: asProblem(error) }),
    );
    if (mine !== newest.current) return;
    setState((before) => ({ link: before.link, ...answer }));
    setChecking(false);
  }, [token]);
  useEffect(() => {
    void look();
    const back = () => document.visibilityState === 'visible' && void look();
    document.addEventListener('visibilitychange', back);
    return () => document.removeEventListener('visibilitychange', back);
  }, [look]);
  return { ...state, checking, look };
}
