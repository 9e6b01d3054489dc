import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = join(import.meta.dirname, '../..');
const TSC = join(PACKAGE, 'node_modules/typescript/bin/tsc');

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A program of somebody else: a folder that has the packed client, Node's types, and nothing of this repository. */
export interface Consumer {
  readonly folder: string;
  /** What the archive holds. */
  readonly files: readonly string[];
  write(name: string, text: string): Promise<void>;
  /** Runs a file with Node, as a process of its own. */
  node(args: readonly string[], settings?: Readonly<Record<string, string>>): Promise<Ran>;
  /** Checks types as strictly as can be, the client's own declarations too. */
  typecheck(files: readonly string[]): Promise<Ran>;
  remove(): Promise<void>;
}

/** Builds the client, packs it as for the registry and unpacks the archive where an install would put it. */
export async function installClient(): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), 'keyholder-consumer-'));
  const home = join(folder, 'node_modules/@keyholder/client');
  await rm(join(PACKAGE, 'dist'), { recursive: true, force: true });
  await good(run(process.execPath, [TSC, '-p', 'tsconfig.build.json'], PACKAGE));
  await good(run('pnpm', ['pack', '--out', join(folder, 'client.tgz')], PACKAGE));
  await mkdir(home, { recursive: true });
  await good(run('tar', ['-xzf', join(folder, 'client.tgz'), '-C', home, '--strip-components=1'], folder));
  const files = (await good(run('tar', ['-tzf', join(folder, 'client.tgz')], folder))).trim().split('\n');
  await mkdir(join(folder, 'node_modules/@types'));
  await symlink(join(PACKAGE, 'node_modules/@types/node'), join(folder, 'node_modules/@types/node'));
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  // Node strips no types below node_modules: whoever tries the example takes a copy.
  await cp(join(home, 'example/copy-redirects.ts'), join(folder, 'copy-redirects.ts'));
  const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--noEmit'];
  return {
    folder,
    files: files.map((file) => file.replace('package/', '')),
    write: (name, text) => writeFile(join(folder, name), text),
    node: (args, settings = {}) => run(process.execPath, args, folder, settings),
    typecheck: (names) =>
      run(process.execPath, [TSC, ...strict, '--module', 'nodenext', '--types', 'node', ...names], folder),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function run(
  program: string,
  args: readonly string[],
  cwd: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings };
  return new Promise((resolve) => {
    const child = execFile(program, args, { cwd, env, timeout: 60_000 }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

async function good(running: Promise<Ran>): Promise<string> {
  const { code, out, err } = await running;
  if (code !== 0) throw new Error(`ended with ${code}: ${out}${err}`);
  return out;
}
