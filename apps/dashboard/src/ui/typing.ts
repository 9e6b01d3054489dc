const PAUSE_MS = 600;

export interface Typing {
  text: string;
  at: number;
}
/** What was typed without a pause; the same letter again is not a word but the next one with it. */
export function followTyping(before: Typing, key: string, now: number): Typing {
  const letter = key.toLowerCase();
  const going = before.text !== '' && now - before.at < PAUSE_MS;
  return { text: going && before.text !== letter ? before.text + letter : letter, at: now };
}

/**
 * The entry that what was typed leads to: one letter goes on to the next, more stay while they fit. Each entry is the
 * names it goes by, or null where it is not on offer. −1: none.
 */
export function nextChoice(
  entries: readonly (readonly string[] | null)[],
  text: string,
  active: number,
): number {
  const start = text.length === 1 ? active + 1 : Math.max(active, 0);
  for (let n = 0; n < entries.length; n += 1) {
    const at = (start + n) % entries.length;
    if (entries[at]?.some((name) => name.toLowerCase().startsWith(text))) return at;
  }
  return -1;
}
