// `pnpm dev`: the API restarted on every change, the dashboard with hot reload, both behind one address.
import { join } from 'node:path';
import { run } from './run.mjs';
import { turbo } from './turbo.ts';

const root = join(import.meta.dirname, '..', '..');
const dashboard = join(root, 'apps/dashboard');
const apiPort = process.env['PORT'] ?? '3000';
/** The port that apps/dashboard/vite.config.ts holds on to. */
const address = process.env['APP_URL'] ?? 'http://localhost:5173';

console.log('Building the types of the API (kept from last time when nothing changed) …');
const built = await turbo(root, ['build', '--filter=@keyholder/api...']);
if (built !== 0) process.exit(built);

console.log(`\n  Keyholder in development: ${address}\n`);
const api = run(process.execPath, ['--watch', '--watch-preserve-output', 'apps/api/src/main.ts'], {
  cwd: root,
  env: { DEMO: '1', ...process.env, PORT: apiPort, APP_URL: address },
});
const vite = run(
  process.execPath,
  [join(dashboard, 'node_modules/vite/bin/vite.js'), '--clearScreen', 'false'],
  {
    cwd: dashboard,
    env: { ...process.env, API_URL: `http://127.0.0.1:${apiPort}` },
  },
);

// Whichever ends first (a taken port, say) takes the other one with it.
process.exitCode = await Promise.race([api, vite]);
process.emit('SIGTERM');
await Promise.all([api, vite]);
