import { useSyncExternalStore } from 'react';

/** How everything looks and behaves for whoever sits here. */
export interface Look {
  theme: 'system' | 'light' | 'dark';
  density: 'comfortable' | 'compact';
  /** "2 hours ago", or date and time; the other one is the tooltip. */
  timeStyle: 'relative' | 'absolute';
  clock: 'h24' | 'h12';
  /** Whether single letters do something in lists (WCAG 2.1.4). */
  singleKeys: boolean;
}

const KEY = 'keyholder.preferences';
const DEFAULTS: Look = {
  theme: 'system',
  density: 'comfortable',
  timeStyle: 'relative',
  clock: 'h24',
  singleKeys: true,
};
const listeners = new Set<() => void>();
let look = stored();

export const currentLook = (): Look => look;

/** Shown at once, and kept in this browser: theme-boot.js applies it before the first paint of the next visit. */
export function setLook(change: Partial<Look>): void {
  look = { ...look, ...change };
  const { dataset } = document.documentElement;
  if (look.theme === 'system') delete dataset['theme'];
  else dataset['theme'] = look.theme;
  dataset['density'] = look.density;
  try {
    localStorage.setItem(KEY, JSON.stringify(look));
  } catch {
    // Storage may be full or switched off; the choice then comes from the server with the next visit.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
export const useLook = (): Look => useSyncExternalStore(subscribe, currentLook);

function stored(): Look {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Look>) };
  } catch {
    return DEFAULTS;
  }
}
