import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries, Identity } from './embedded-binaries.ts';

const run = promisify(execFile);

/** The superuser. Only the embedding process uses it: to hold the directory and to make the database. */
export const SUPERUSER = 'postgres';

/** Where the parts of one embedded server live; everything is below `root`. */
export interface Cluster {
  readonly root: string;
  readonly data: string;
  readonly logFile: string;
  readonly portFile: string;
  readonly secrets: Secrets;
}

export interface Secrets {
  readonly superuser: string;
  readonly owner: string;
}

export interface ClusterOptions {
  readonly dataDir: string;
  readonly binaries: Binaries;
  readonly identity: Identity;
  /** False only in tests: nothing is flushed to disk. */
  readonly durable: boolean;
}

/** Opens the cluster in `dataDir`, making it first where there is none. Safe when several processes do it at once. */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const root = join(options.dataDir, 'cluster');
  await mkdir(options.dataDir, { recursive: true });
  await own(options.dataDir, 0o700, options.identity);
  if (!(await exists(root))) await createCluster(root, options);
  await checkVersion(root, options.binaries.major);
  return {
    root,
    data: join(root, 'data'),
    logFile: join(root, 'server.log'),
    portFile: join(root, 'port'),
    secrets: JSON.parse(await readFile(join(root, 'secrets.json'), 'utf8')) as Secrets,
  };
}

/** Removes what a process killed in `createCluster` left behind. Only for the one who holds the directory. */
export async function sweepUnfinished(dataDir: string): Promise<void> {
  const unfinished = (await readdir(dataDir)).filter((name) => name.startsWith('new-'));
  await Promise.all(unfinished.map((name) => rm(join(dataDir, name), { recursive: true, force: true })));
}

/** The cluster appears under its name by one rename: whoever sees it sees it whole, and of two makers one wins. */
async function createCluster(
  root: string,
  { dataDir, binaries, identity, durable }: ClusterOptions,
): Promise<void> {
  const draft = join(dataDir, `new-${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    await mkdir(join(draft, 'data'), { recursive: true, mode: 0o700 });
    await own(draft, 0o700, identity);
    await own(join(draft, 'data'), 0o700, identity);
    const secrets: Secrets = { superuser: secret(), owner: secret() };
    const passwordFile = join(draft, 'password');
    await writeFile(passwordFile, secrets.superuser, { mode: 0o600 });
    await own(passwordFile, 0o600, identity);
    await run(binaries.initdb, initdbArguments(join(draft, 'data'), passwordFile, durable), {
      ...identity,
      cwd: draft,
      env: { LC_ALL: 'C' },
    });
    await rm(passwordFile);
    await writeFile(join(draft, 'secrets.json'), JSON.stringify(secrets), { mode: 0o600 });
    await rename(draft, root);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(root)))
      throw new Error(`The database in ${dataDir} could not be made`, { cause: error });
  }
}

function initdbArguments(data: string, passwordFile: string, durable: boolean): string[] {
  return [
    `--pgdata=${data}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The built-in locale sorts the same on every machine; those of the C library change with it.
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    '--data-checksums',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
}

async function checkVersion(root: string, major: string): Promise<void> {
  const found = (await readFile(join(root, 'data', 'PG_VERSION'), 'utf8')).trim();
  if (found === major) return;
  throw new Error(
    `${root} holds a PostgreSQL ${found} database, this is PostgreSQL ${major}: back it up with the old one, restore it here`,
  );
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

export async function own(path: string, mode: number, identity: Identity): Promise<void> {
  if (identity.uid !== undefined) await chown(path, identity.uid, identity.gid);
  await chmod(path, mode);
}

const secret = (): string => randomBytes(24).toString('base64url');
