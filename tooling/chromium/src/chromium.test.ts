import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { afterAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchOptions, unpackedIn } from './chromium.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'keyholder chromium test '));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the browser out of the npm package', () => {
  it('draws a page with its sandbox flag only', async () => {
    const browser = await chromium.launch(launchOptions());
    const page = await browser.newPage({ viewport: { width: 390, height: 200 } });
    await page.goto('data:text/html,<h1>Keyholder</h1>');
    const picture = await page.screenshot();
    await browser.close();

    expect(picture.length).toBeGreaterThan(1000);
    expect(launchOptions().args).toEqual(['--no-sandbox']);
  });

  it('is whole for everybody when two ask at the same time, and leaves no half behind', async () => {
    const home = join(folder, 'shared');
    const ask = () => run(process.execPath, ['-e', askFor(home)]);
    const answers = await Promise.all([ask(), ask()]);

    expect(answers.map(({ stdout }) => stdout)).toEqual([join(home, 'chromium'), join(home, 'chromium')]);
    const { stdout } = await run(unpackedIn(home), ['--version', '--no-sandbox']);
    expect(stdout).toMatch(/Chrom/);
    expect(readdirSync(folder)).toEqual(['shared']);
  }, 60_000);

  it('gives way to CHROMIUM_PATH', () => {
    const before = process.env['CHROMIUM_PATH'];
    process.env['CHROMIUM_PATH'] = '/opt/own/chrome';
    try {
      expect(chromiumPath()).toBe('/opt/own/chrome');
    } finally {
      if (before === undefined) delete process.env['CHROMIUM_PATH'];
      else process.env['CHROMIUM_PATH'] = before;
    }
  });
});

const askFor = (home: string): string =>
  `import(${JSON.stringify(join(import.meta.dirname, 'chromium.ts'))})
     .then((module) => process.stdout.write(module.unpackedIn(${JSON.stringify(home)})))`;
