import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries, Identity } from './embedded-binaries.ts';
import { exists } from './embedded-cluster.ts';

const run = promisify(execFile);

/** Where programs and data go when root's own directories are closed to the user that PostgreSQL runs as. */
export const PUBLIC_PLACE = '/var/lib/keyholder';

/**
 * The directory itself, or as root one in `place` when the database user cannot get to it (it lies below `/root`, say).
 * A link in the wanted directory leads there, so that deleting the directory begins anew, as everywhere.
 */
export async function reachableDirectory(
  wanted: string,
  identity: Identity,
  place = PUBLIC_PLACE,
): Promise<string> {
  await mkdir(wanted, { recursive: true });
  if (await canEnter(dirname(wanted), identity)) return wanted;
  const link = join(wanted, 'elsewhere');
  const target = join(place, randomBytes(6).toString('hex'));
  // Of two processes that start at once one makes the link and both follow it.
  await symlink(target, link).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  await mkdir(place, { recursive: true, mode: 0o755 });
  return readlink(link);
}

/** The programs themselves, or a copy of them that the database user can start. */
export async function reachableBinaries(
  found: Binaries,
  identity: Identity,
  place = PUBLIC_PLACE,
): Promise<Binaries> {
  if (await canRun(found.postgres, identity)) return found;
  const copy = join(place, `postgresql-${found.release}`);
  if (!(await exists(copy))) await copyPrograms(dirname(dirname(found.postgres)), copy);
  return { ...found, initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

async function copyPrograms(from: string, to: string): Promise<void> {
  const draft = `${to}.${process.pid}`;
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o755 });
    await cp(from, draft, { recursive: true, verbatimSymlinks: true });
    await run('chmod', ['-R', 'a+rX', draft]);
    await rename(draft, to);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(to))) throw error;
  }
}

const canEnter = (directory: string, identity: Identity): Promise<boolean> =>
  succeeds(() => run('/bin/sh', ['-c', 'cd "$0"', directory], { ...identity, cwd: '/' }));

const canRun = (program: string, identity: Identity): Promise<boolean> =>
  succeeds(() => run(program, ['--version'], { ...identity, cwd: '/' }));

const succeeds = (attempt: () => Promise<unknown>): Promise<boolean> =>
  attempt().then(
    () => true,
    () => false,
  );
