import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const PNPM = '12.21.0';

/** @param {string} root */
const memory = (root) => join(root, 'node_modules', '.keyholder', 'toolchain.json');

/** Node 24 or from 26 on: the test runner does not run on 25. @param {string} version */
const isOurNode = (version) => /^(24|2[6-9]|[3-9]\d)\./.test(version);

/**
 * The programs to go on with: those of this machine when they fit, those of the last run, or new ones through npx.
 *
 * @param {string} root
 * @returns {{ node: string, env: NodeJS.ProcessEnv }}
 */
export function findToolchain(root) {
  if (isOurNode(process.versions.node) && pnpmVersion(process.env)?.startsWith('12.')) {
    return { node: process.execPath, env: process.env };
  }
  const folder = remembered(root) ?? fetchToolchain();
  const node = join(folder, 'node');
  return { node, env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` } };
}

/** Keeps the answer for the next start, which then needs neither npx nor the network. @param {string} root @param {string} node */
export function rememberToolchain(root, node) {
  if (node === process.execPath) return;
  mkdirSync(dirname(memory(root)), { recursive: true });
  writeFileSync(memory(root), JSON.stringify({ pnpm: PNPM, folder: dirname(node) }));
}

/** @param {string} root @returns {string | undefined} */
function remembered(root) {
  try {
    const note = /** @type {{ pnpm: string, folder: string }} */ (
      JSON.parse(readFileSync(memory(root), 'utf8'))
    );
    return note.pnpm === PNPM && holdsBoth(note.folder) ? note.folder : undefined;
  } catch {
    return undefined;
  }
}

function fetchToolchain() {
  console.log(`Fetching Node 24 and pnpm ${PNPM} from the npm registry (once) …`);
  // Away from this project, so that npx does not look through its node_modules.
  const path = execFileSync(
    'npx',
    ['--yes', '-p', 'node@24', '-p', `pnpm@${PNPM}`, '-c', 'node -p process.env.PATH'],
    {
      cwd: tmpdir(),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const folder = path.trim().split(delimiter).find(holdsBoth);
  if (!folder) throw new Error('npx brought no Node 24 with pnpm. Install both by hand, then try again.');
  return folder;
}

/** @param {string} folder */
const holdsBoth = (folder) => existsSync(join(folder, 'node')) && existsSync(join(folder, 'pnpm'));

/** @param {NodeJS.ProcessEnv} env @returns {string | undefined} */
function pnpmVersion(env) {
  try {
    // Away from this project, or pnpm would switch itself to the pinned version and answer with that.
    return execFileSync('pnpm', ['--version'], {
      cwd: tmpdir(),
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}
