import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/** Runs turbo tasks and says nothing unless one fails; answers the exit code. */
export async function turbo(root: string, args: readonly string[]): Promise<number> {
  const reports = join(root, '.reports');
  mkdirSync(reports, { recursive: true });
  const log = join(reports, 'turbo.log');
  const output = openSync(log, 'w');
  const command = [join(root, 'node_modules/turbo/bin/turbo'), 'run', ...args, '--output-logs=errors-only'];
  const code = await run(process.execPath, command, {
    cwd: root,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  if (code !== 0) process.stderr.write(readFileSync(log));
  return code;
}
