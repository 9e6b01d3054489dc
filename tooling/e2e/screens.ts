import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const FOLDER = join(import.meta.dirname, '../../.reports/screens');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const THEMES = ['light', 'dark'] as const;
const WIDTHS = [1280, 390] as const;

/** Around an open menu: they take focus only to hand it on at once, so nobody is ever on one. */
const GUARDS = '[data-base-ui-focus-guard]';
/** The rules that colours can break: the two themes differ in nothing else. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const NARROWEST = 320;

/** Holds the page as it stands against axe, in both themes and widths, keeps a picture of each, and lets no page scroll sideways. */
export async function checkScreen(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  mkdirSync(FOLDER, { recursive: true });
  for (const width of WIDTHS) {
    for (const theme of THEMES) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({
        path: join(FOLDER, `${name}.${theme}.${width}.png`),
        animations: 'disabled',
        fullPage: true,
      });
      const { violations } = await checked(page, theme).exclude(GUARDS).analyze();
      const found = violations.map(
        (one) => `${one.id}: ${one.help}\n${one.nodes.map((node) => `  ${node.html}`).join('\n')}`,
      );
      expect(found, `axe on ${name}, ${theme}, ${width} px`).toEqual([]);
    }
  }
  for (const width of [...WIDTHS, NARROWEST]) {
    await page.setViewportSize({ width, height: 800 });
    const content = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(content, `${name} scrolls sideways at ${width} px`).toBeLessThanOrEqual(width);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  if (before) await page.setViewportSize(before);
}

const checked = (page: Page, theme: (typeof THEMES)[number]): AxeBuilder =>
  theme === 'light'
    ? new AxeBuilder({ page }).withTags(TAGS)
    : new AxeBuilder({ page }).withRules(COLOUR_RULES);
