import type { Page } from '@playwright/test';

/** What a hand did since the count began, as ui/brief.md §13 counts it: typing into fields is not in it. */
export interface Presses {
  clicks(): Promise<number>;
  /** Keys outside text, chords as one; Tab and first letters count. */
  keys(): Promise<readonly string[]>;
}

interface Counted {
  presses: { clicks: number; keys: string[] };
}

/** Counts on the page as it is open now, until it is loaded anew. */
export async function countPresses(page: Page): Promise<Presses> {
  await page.evaluate(() => {
    const counted = { clicks: 0, keys: [] as string[] };
    (window as unknown as Counted).presses = counted;
    addEventListener('pointerdown', () => (counted.clicks += 1), true);
    addEventListener(
      'keydown',
      ({ key, ctrlKey, metaKey, target }) => {
        if (['Control', 'Meta', 'Shift'].includes(key)) return;
        const chord = ctrlKey || metaKey;
        const typing = target instanceof Element && target.matches('input, textarea');
        if (typing && !chord && key.length === 1) return;
        counted.keys.push(chord ? `Control+${key}` : key);
      },
      true,
    );
  });
  const read = () => page.evaluate(() => (window as unknown as Counted).presses);
  return { clicks: async () => (await read()).clicks, keys: async () => (await read()).keys };
}
