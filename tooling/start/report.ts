import { readFileSync } from 'node:fs';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Why something other than a single test counts as a failure. */
  readonly problem?: string;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { name: string; status: string; assertionResults: readonly unknown[] }[];
}

interface PlaywrightReport {
  readonly stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

const broken = (problem: string): Counts => ({ passed: 0, failed: 1, skipped: 0, problem });

/** Counts of a vitest JSON report. A file that could not even be loaded is one failure, though it holds no test. */
export function readVitest(file: string, exitCode: number): Counts {
  return read<VitestReport>(file, exitCode, (report) => {
    const unloaded = report.testResults.filter(
      (one) => one.status === 'failed' && one.assertionResults.length === 0,
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  });
}

/** Counts of a Playwright JSON report. A test that passed only when tried again did fail. */
export function readPlaywright(file: string, exitCode: number): Counts {
  return read<PlaywrightReport>(file, exitCode, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
}

function read<Report>(file: string, exitCode: number, count: (report: Report) => Counts): Counts {
  let counts: Counts;
  try {
    counts = count(JSON.parse(readFileSync(file, 'utf8')) as Report);
  } catch {
    return broken(`no readable report (exit code ${exitCode})`);
  }
  if (![counts.passed, counts.failed, counts.skipped].every(Number.isInteger))
    return broken('a report without counts');
  if (counts.failed > 0) return counts;
  if (counts.passed === 0) return { ...counts, failed: 1, problem: 'not a single test ran' };
  if (exitCode !== 0) return { ...counts, failed: 1, problem: `all tests passed, yet exit code ${exitCode}` };
  return counts;
}
