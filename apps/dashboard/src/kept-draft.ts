const PREFIX = 'keyholder.draft.';

/** Text that survives a reload of this tab, until it is saved or thrown away. Storage that is full or off loses nothing else. */
export const keptDrafts = {
  read<Draft>(key: string): Draft | null {
    try {
      return JSON.parse(sessionStorage.getItem(PREFIX + key) ?? 'null') as Draft | null;
    } catch {
      return null;
    }
  },
  keep(key: string, draft: unknown): void {
    try {
      sessionStorage.setItem(PREFIX + key, JSON.stringify(draft));
    } catch {
      // Full, or not allowed: the text is still on the page.
    }
  },
  drop(key: string): void {
    sessionStorage.removeItem(PREFIX + key);
  },
};
