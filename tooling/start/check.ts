// `pnpm check`: all checks, all of them even after one failed, and a line for each at the end.
import { join } from 'node:path';
import { checks } from './checks.ts';
import { line, timed } from './summary.ts';

const root = join(import.meta.dirname, '..', '..');

const lines: string[] = [];
for (const check of checks(root)) {
  console.log(`— ${check.name}`);
  const { value: code, seconds } = await timed(check.run);
  lines.push(line(check.name, code === 0 ? 'ok' : 'FAILED', seconds));
  if (code !== 0) process.exitCode = 1;
}
console.log(`\n${lines.join('\n')}`);
