import { count } from './plural.ts';

/** What every list of Site Admin says alike. */
export const listWords = {
  more: 'Show more',
  loadingMore: 'Loading…',
  shownOf: (shown: number, total: number) => `${shown} of ${total.toLocaleString('en')}`,
  found: (n: number) => count(n, 'result', 'results'),
  clearFilters: 'Clear filters',
  changedTitle: 'Somebody else changed this meanwhile.',
  keepTheirs: 'Keep theirs',
  saveMine: 'Save mine',
  readOnly: (area: string) => `You can see ${area} here, but not change anything.`,
} as const;
