import type { Counts } from './report.ts';

export async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const begin = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - begin) / 1000 };
}

export const line = (name: string, outcome: string, seconds: number): string =>
  `${name.padEnd(24)} ${outcome.padEnd(40)} ${seconds.toFixed(1).padStart(7)} s`;

/** `12 passed, 0 failed`, and what was skipped if anything was. */
export const counted = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

export const sum = (all: readonly Counts[]): Counts => ({
  passed: all.reduce((total, one) => total + one.passed, 0),
  failed: all.reduce((total, one) => total + one.failed, 0),
  skipped: all.reduce((total, one) => total + one.skipped, 0),
});
