import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPlaywright, readVitest } from './report.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyholder-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };
const playwright = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 1 } };

function written(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('counts from a report', () => {
  it('are the numbers in it', () => {
    expect(readVitest(written(vitest), 0)).toEqual({ passed: 3, failed: 0, skipped: 2 });
    expect(readPlaywright(written(playwright), 0)).toEqual({ passed: 3, failed: 0, skipped: 1 });
  });

  it('hold a failure for a test file that could not be loaded', () => {
    const unloaded = { name: 'a.test.ts', status: 'failed', assertionResults: [] };
    expect(readVitest(written({ ...vitest, testResults: [unloaded] }), 1).failed).toBe(1);
  });

  it('hold a failure for a test that passed only at the second try', () => {
    expect(readPlaywright(written({ stats: { ...playwright.stats, flaky: 2 } }), 0).failed).toBe(2);
  });

  it.each([
    ['is missing', join(folder, 'missing.json'), 0],
    ['is cut off', written('{"numPassedTests": 3,'), 0],
  ])('hold a failure when the report %s', (_, file, code) => {
    expect(readVitest(file, code)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('hold a failure when the report is of some other kind', () => {
    expect(readVitest(written(playwright), 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(readPlaywright(written({ stats: {} }), 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('hold a failure when no test ran', () => {
    expect(readVitest(written({ ...vitest, numPassedTests: 0 }), 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('hold a failure when the run ended badly though every test passed', () => {
    expect(readVitest(written(vitest), 1)).toMatchObject({ passed: 3, failed: 1 });
  });
});
