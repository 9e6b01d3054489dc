import { useCallback, useSyncExternalStore } from 'react';

const CALM_MS = 30_000;
const FINE_MS = 1_000;
/** Within this distance of an instant, seconds matter. */
export const FINE_WITHIN_MS = 600_000;

let offset = 0;
let now = Date.now();
let timer: ReturnType<typeof setTimeout> | undefined;
const readers = new Map<() => void, number>();

/** The server's idea of now: a wrong clock on this side must not show a dead link as alive. */
export const serverNow = (): number => Date.now() + offset;

/** Learns the difference to the server from a `Date` header (whole seconds, so small differences are noise). */
export function adoptServerDate(header: string | null): void {
  const server = header === null ? Number.NaN : Date.parse(header);
  if (Number.isNaN(server)) return;
  const difference = server - Date.now();
  const next = Math.abs(difference) < 2_000 ? 0 : difference;
  if (Math.abs(next - offset) < 2_000) return;
  offset = next;
  tick();
}

function tick(): void {
  clearTimeout(timer);
  now = serverNow();
  for (const reader of readers.keys()) reader();
  if (readers.size > 0) timer = setTimeout(tick, pace());
}

function pace(): number {
  for (const instant of readers.values())
    if (Math.abs(instant - now) <= FINE_WITHIN_MS + CALM_MS && instant > now - FINE_MS) return FINE_MS;
  return CALM_MS;
}

/**
 * Now, in ms, from the page's one ticker: every 30 s, every second while an instant of the page is less than
 * 10 minutes away. Pass the instant you count towards.
 */
export function useNow(towards = Number.NaN): number {
  // The same function while `towards` is: a new one at each render would subscribe anew, and move the clock again.
  const subscribe = useCallback(
    (reader: () => void) => {
      readers.set(reader, towards);
      clearTimeout(timer);
      timer = setTimeout(tick, pace());
      return () => {
        readers.delete(reader);
        if (readers.size === 0) clearTimeout(timer);
      };
    },
    [towards],
  );
  return useSyncExternalStore(subscribe, readNow);
}

/** Without ticker the time is read, in whole seconds so that renders close together agree. */
function readNow(): number {
  if (readers.size === 0) now = Math.floor(serverNow() / FINE_MS) * FINE_MS;
  return now;
}
