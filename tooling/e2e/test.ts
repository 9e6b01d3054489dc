import { test as base, type Page } from '@playwright/test';
import { startApp, type RunningApp } from './app.ts';
import { createWatch, type Watch } from './watch.ts';

interface EachTest {
  /** Fails the test when any page complained, broke, or asked a foreign host for anything. */
  readonly watch: Watch;
  /** A further person at a browser of their own: no cookie or storage in common with `page`. */
  readonly newVisitor: () => Promise<Page>;
}

interface EachWorker {
  readonly app: RunningApp;
  /** Whether the app starts with the demo data and its own mailbox. */
  readonly demo: boolean;
}

/** With demo data, and with the development mailbox in place of a mail server. */
const DEMO = { DEMO: '1', SMTP_URL: '' };

/** The test function of every end-to-end test: one app for each worker, one browser context for each person. */
export const test = base.extend<EachTest, EachWorker>({
  demo: [false, { option: true, scope: 'worker' }],
  app: [
    async ({ demo }, provide) => {
      const app = await startApp(demo ? DEMO : {});
      await provide(app);
      await app.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ app }, provide) => provide(app.url),
  watch: [
    async ({ context, app }, provide) => {
      const watch = createWatch(app.url);
      await watch.add(context);
      await provide(watch);
      watch.verify();
    },
    { auto: true },
  ],
  newVisitor: async ({ browser, watch }, provide) => {
    const open: Page[] = [];
    await provide(async () => {
      const context = await browser.newContext();
      await watch.add(context);
      const page = await context.newPage();
      open.push(page);
      return page;
    });
    await Promise.all(open.map((page) => page.context().close()));
  },
});

export { expect } from '@playwright/test';
