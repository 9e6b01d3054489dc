import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { shellWords } from '../messages/shell.ts';
import { lastAnswerAt } from '../request.ts';
import { clockText } from '../ui/time-text.ts';
import { Note } from '../ui/note.tsx';

const THANKS_MS = 3_000;
type State = { is: 'online' } | { is: 'offline'; since: number } | { is: 'back' };

/** Says how old the page is while offline; request.ts refuses writes meanwhile. Back online everything is read again. */
export function OfflineBanner() {
  const client = useQueryClient();
  const [state, setState] = useState<State>(() =>
    navigator.onLine ? { is: 'online' } : { is: 'offline', since: lastAnswerAt() },
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const lost = () => {
      clearTimeout(timer);
      setState({ is: 'offline', since: lastAnswerAt() });
    };
    const back = () =>
      void client.invalidateQueries().then(() => {
        if (!navigator.onLine) return;
        setState({ is: 'back' });
        timer = setTimeout(() => setState({ is: 'online' }), THANKS_MS);
      });
    window.addEventListener('offline', lost);
    window.addEventListener('online', back);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('offline', lost);
      window.removeEventListener('online', back);
    };
  }, [client]);
  if (state.is === 'online') return null;
  return (
    <Note role="status" tone={state.is === 'back' ? 'ok' : 'warn'} className="rounded-none px-8 max-md:px-4">
      {state.is === 'back' ? shellWords.upToDate : shellWords.offline(clockText(state.since))}
    </Note>
  );
}
