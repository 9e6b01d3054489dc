// `npm test`: every check and every test, on through failures, so that the last line has the full counts.
import { join } from 'node:path';
import { checks } from './checks.ts';
import type { Counts } from './report.ts';
import { suites } from './suites.ts';
import { counted, line, sum, timed } from './summary.ts';

const root = join(import.meta.dirname, '..', '..');
const lines: string[] = [];
const results: Counts[] = [];

for (const check of checks(root)) {
  console.log(`\n— ${check.name}`);
  const { value: code, seconds } = await timed(check.run);
  results.push({ passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 });
  lines.push(line(check.name, code === 0 ? 'ok' : 'FAILED', seconds));
}

// One after the other: the browser and the database of one suite keep a small machine busy enough.
for (const suite of suites(root)) {
  console.log(`\n— ${suite.name}`);
  const { value: counts, seconds } = await timed(suite.run);
  results.push(counts);
  lines.push(line(suite.name, counts.problem ?? counted(counts), seconds));
}

const total = sum(results);
if (total.failed > 0) process.exitCode = 1;
console.log(`\n${lines.join('\n')}\n\ntests: ${counted(total)}`);
