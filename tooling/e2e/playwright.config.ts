import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { launchOptions } from '@keyholder/chromium';

const own = launchOptions();
// The watch hears a request to a foreign host; this makes sure that none is ever answered.
const closed = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'];
const reports = join(import.meta.dirname, '../../.reports');

export default defineConfig({
  testDir: 'tests',
  outputDir: join(reports, 'e2e'),
  // The last name is the one that tooling/start/suites.ts reads.
  reporter: [['list'], ['json', { outputFile: join(reports, 'tooling-e2e.json') }]],
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // A test that passes only sometimes is a fault to find, not to try again.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    launchOptions: { ...own, args: [...(own.args ?? []), ...closed] },
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
  },
});
