import { useSyncExternalStore } from 'react';

let message = '';
let flip = false;
const listeners = new Set<() => void>();

/** Reads a short text out: "5 members". The same text twice in a row is read twice. */
export function announce(text: string): void {
  flip = !flip;
  message = flip ? text : `${text}\u00a0`;
  for (const listener of listeners) listener();
}
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Mounted once at the root. */
export const LiveRegion = () => (
  <div role="status" aria-live="polite" data-live className="sr-only">
    {useSyncExternalStore(subscribe, () => message)}
  </div>
);
