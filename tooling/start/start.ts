// `npm start`: build what the browser needs, then hand over to the app, which does the rest.
import { join } from 'node:path';
import { run } from './run.mjs';
import { turbo } from './turbo.ts';

const root = join(import.meta.dirname, '..', '..');

console.log('Building the dashboard (kept from last time when nothing changed) …');
const built = await turbo(root, ['build', '--filter=@keyholder/dashboard...']);
process.exitCode =
  built === 0
    ? await run(process.execPath, ['apps/api/src/main.ts'], { cwd: root, env: { DEMO: '1', ...process.env } })
    : built;
