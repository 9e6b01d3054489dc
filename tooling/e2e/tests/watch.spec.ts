import { expect, test } from '@playwright/test';
import { createWatch } from '../watch.ts';

// The tests rely on this listener: it must hear what it is there for.
test.describe('the watch over all pages', () => {
  for (const [kind, script] of [
    ['a console warning', "console.warn('trouble')"],
    ['a console error', "console.error('trouble')"],
    ['an uncaught error', "setTimeout(() => { throw new Error('trouble'); })"],
    ['a rejection that nobody handles', "Promise.reject(new Error('trouble'))"],
    ['a request to a foreign host', "fetch('http://trouble.example/').catch(() => {})"],
  ] as const) {
    test(`hears ${kind}`, async ({ context, page }) => {
      const watch = createWatch('http://localhost:1');
      await watch.add(context);
      await page.goto('about:blank');
      await page.addScriptTag({ content: script });
      await expect.poll(() => complaint(watch.verify)).toContain('trouble');
    });
  }

  test('lets pass what was expected, and misses it when it never came', async ({ context, page }) => {
    const watch = createWatch('http://localhost:1');
    await watch.add(context);
    watch.expect(/trouble/);
    expect(complaint(watch.verify)).toContain('never came');
    await page.goto('about:blank');
    await page.evaluate(() => console.error('trouble'));
    await expect.poll(() => complaint(watch.verify)).toBe('');
  });
});

function complaint(verify: () => void): string {
  try {
    verify();
    return '';
  } catch (error) {
    return String(error);
  }
}
