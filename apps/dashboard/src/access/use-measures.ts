import { useMemo, useSyncExternalStore } from 'react';
import type { Measures } from './use-grid.ts';

const coarse = matchMedia('(pointer: coarse)');
const narrow = matchMedia('(max-width: 767px)');

const useMatch = (query: MediaQueryList): boolean =>
  useSyncExternalStore(
    (tell) => {
      query.addEventListener('change', tell);
      return () => query.removeEventListener('change', tell);
    },
    () => query.matches,
  );
/** No room for two directions. */
export const useNarrow = (): boolean => useMatch(narrow);

/** A cell is as high as a finger where one points with it. */
export function useMeasures(): Measures {
  const height = useMatch(coarse) ? 44 : 34;
  const first = useMatch(narrow) ? 148 : 232;
  return useMemo(() => ({ first, last: 92, head: 50, foot: 44, width: 92, height }), [first, height]);
}
