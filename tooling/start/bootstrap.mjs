// `npm start` and `npm test` begin here, on any machine with Node 20 or newer and npm:
// find or fetch Node 24 and pnpm, install what the lockfile says, then go on in TypeScript.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';
import { run } from './run.mjs';
import { findToolchain, rememberToolchain } from './toolchain.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [stage, ...args] = process.argv.slice(2);

try {
  if (!stage) throw new Error('Say which stage to run: start or test.');
  const { node, env } = findToolchain(root);
  await install(root, env);
  rememberToolchain(root, node);
  process.exitCode = await run(node, [join(root, 'tooling', 'start', `${stage}.ts`), ...args], {
    cwd: root,
    env,
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
