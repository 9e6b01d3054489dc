import { STREAM_EVENTS } from '@keyholder/domain';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keys } from './keys.ts';

export interface LiveEvent {
  type: string;
  id: string;
  siteId?: string | undefined;
  userId?: string | undefined;
}
const POLL_MS = 15_000;

const listeners = new Set<(event: LiveEvent) => void>();
/** For a page that wants to say what happened; the data itself is refreshed already. */
export function onLiveEvent(listener: (event: LiveEvent) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** One stream per account. Events only invalidate; while the stream is down, a visible tab asks every 15 s. */
export function useLive(accountId: string | undefined): 'live' | 'polling' {
  const client = useQueryClient();
  const [down, setDown] = useState(false);
  useEffect(() => {
    if (accountId === undefined) return;
    const path = `/api/v1/accounts/${encodeURIComponent(accountId)}/events`;
    return openStream(path, {
      onEvent: (event) => refresh(client, accountId, event),
      onResync: () => refreshAll(client, accountId),
      onDown: setDown,
    });
  }, [accountId, client]);
  useEffect(() => {
    if (!down || accountId === undefined) return;
    const timer = setInterval(
      () => document.visibilityState === 'visible' && refreshAll(client, accountId),
      POLL_MS,
    );
    return () => clearInterval(timer);
  }, [down, accountId, client]);
  return down ? 'polling' : 'live';
}

interface StreamHandlers {
  onEvent: (event: LiveEvent) => void;
  /** Events may have been missed. */
  onResync: () => void;
  onDown: (down: boolean) => void;
}

function openStream(path: string, { onEvent, onResync, onDown }: StreamHandlers): () => void {
  let source: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  let missed = false;
  const connect = () => {
    source = new EventSource(path);
    source.onopen = () => {
      onDown(false);
      if (missed) onResync();
      missed = false;
    };
    source.onerror = () => {
      missed = true;
      onDown(true);
      if (source.readyState !== EventSource.CLOSED) return;
      // The browser reconnects by itself after a lost connection, but not after an answer that was no stream: whoever
      // was removed while it was away learns of it now, not at the next poll.
      onResync();
      again = setTimeout(connect, POLL_MS);
    };
    const hear = (message: MessageEvent<string>) => {
      const event = parse(message);
      if (event) onEvent(event);
    };
    for (const name of STREAM_EVENTS) source.addEventListener(name, hear);
    source.onmessage = hear;
    // The server ends the stream of whose rights changed, so everything may read differently now.
    source.addEventListener('close', onResync);
  };
  connect();
  return () => {
    clearTimeout(again);
    source.close();
  };
}

function parse(message: MessageEvent<string>): LiveEvent | null {
  try {
    return { ...(JSON.parse(message.data) as Omit<LiveEvent, 'type'>), type: message.type };
  } catch {
    return null;
  }
}

function refresh(client: QueryClient, accountId: string, event: LiveEvent): void {
  void client.invalidateQueries({ queryKey: keys.account(accountId) });
  if (event.siteId !== undefined) void client.invalidateQueries({ queryKey: keys.site(event.siteId) });
  if (
    event.type.startsWith('membership.') ||
    event.type.startsWith('site.') ||
    event.type.startsWith('account.')
  )
    void client.invalidateQueries({ queryKey: keys.me });
  for (const listener of listeners) listener(event);
}

const refreshAll = (client: QueryClient, accountId: string): void =>
  void Promise.all([
    client.invalidateQueries({ queryKey: keys.account(accountId) }),
    client.invalidateQueries({ queryKey: ['site'] }),
    client.invalidateQueries({ queryKey: keys.me }),
  ]);
