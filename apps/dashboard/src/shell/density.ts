import { useEffect, useSyncExternalStore } from 'react';

export type Density = 'comfortable' | 'compact';
const KEY = 'keyholder.density';
const listeners = new Set<() => void>();
let density: Density | null = null;

function read(): Density {
  if (density === null) {
    try {
      density = localStorage.getItem(KEY) === 'compact' ? 'compact' : 'comfortable';
    } catch {
      density = 'comfortable';
    }
  }
  return density;
}
export function setDensity(next: Density): void {
  density = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Without storage the choice lasts until reload.
  }
  for (const listener of listeners) listener();
}
/** How high table rows are, as a preference of this browser. */
export function useDensity(): Density {
  const now = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, read);
  useEffect(() => {
    document.documentElement.dataset['density'] = now;
  }, [now]);
  return now;
}
