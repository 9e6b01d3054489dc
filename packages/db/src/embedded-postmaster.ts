import { execFile, spawn } from 'node:child_process';
import { type FileHandle, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Binaries, Identity } from './embedded-binaries.ts';
import type { Cluster } from './embedded-cluster.ts';
import { own } from './embedded-cluster.ts';

const run = promisify(execFile);

/** What PostgreSQL writes about itself into `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

export interface LaunchOptions {
  readonly binaries: Binaries;
  readonly identity: Identity;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * The server that runs on this directory, or undefined. A pid file alone proves nothing: after a crash its number may
 * belong to somebody else, so the process must also be a `postgres` started on this very directory.
 */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const text = await readFile(pidFile(cluster), 'utf8').catch(() => '');
  const [pid, data, , port] = text.split('\n');
  if (!pid || !data || !port || !(await isSameDirectory(data, cluster.data))) return undefined;
  const found = { pid: Number(pid), port: Number(port) };
  return (await isServerOf(cluster, found.pid)) ? found : undefined;
}

/** Removes a pid file whose process is not our server: PostgreSQL itself would take any living process for one. */
export async function removeStalePidFile(cluster: Cluster): Promise<void> {
  const before = await readFile(pidFile(cluster), 'utf8').catch(() => undefined);
  if (before === undefined) return;
  const pid = Number(before.split('\n')[0]);
  if (await isServerOf(cluster, pid)) return;
  const after = await readFile(pidFile(cluster), 'utf8').catch(() => undefined);
  if (after === before) await rm(pidFile(cluster), { force: true });
}

/** Starts a server that outlives us and a Ctrl-C in our terminal; the one to end it is `stopPostmaster`. */
export async function launch(
  cluster: Cluster,
  { binaries, identity, port, settings }: LaunchOptions,
): Promise<Launched> {
  const log = await openLog(cluster, identity);
  try {
    const flags = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    const child = spawn(binaries.postgres, ['-D', cluster.data, ...flags], {
      ...identity,
      cwd: cluster.data,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { LC_ALL: 'C', TZ: 'UTC' },
    });
    const launched = { pid: child.pid, failed: undefined as Error | undefined };
    child.once('error', (error) => (launched.failed = error));
    child.once(
      'exit',
      (code, signal) =>
        (launched.failed ??= new Error(`PostgreSQL ended (${signal ?? code}); see ${cluster.logFile}`)),
    );
    child.unref();
    return launched;
  } finally {
    await log.close();
  }
}

export interface Launched {
  readonly pid: number | undefined;
  /** Set as soon as the process has ended. */
  readonly failed: Error | undefined;
}

/** Ends the server: connections are closed, what is committed stays. Signals only a process that is proven ours. */
export async function stopPostmaster(cluster: Cluster, pid: number): Promise<void> {
  for (const [signal, waitMs] of [
    ['SIGINT', 8_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    if (!(await isServerOf(cluster, pid))) return;
    process.kill(pid, signal);
    const deadline = Date.now() + waitMs;
    while (Date.now() < deadline) {
      // Not merely alive: a dead server whose new parent never collects it stays in the process table.
      if (!(await isServerOf(cluster, pid))) return;
      await sleep(20);
    }
  }
  throw new Error(`PostgreSQL (process ${pid}) did not stop`);
}

/** A port of 127.0.0.1 that is free now: the wanted one when it is, any other otherwise. */
export async function freePort(wanted: number): Promise<number> {
  return (
    (await canBind(wanted)) ?? (await canBind(0)) ?? Promise.reject(new Error('No free port on 127.0.0.1'))
  );
}

function canBind(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

async function isServerOf(cluster: Cluster, pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return false;
  const words = await commandLine(pid);
  const at = words.indexOf('-D');
  const directory = words[at + 1];
  if (at < 0 || directory === undefined || !/(^|\/)postgres$/.test(words[0] ?? '')) return false;
  return isSameDirectory(directory, cluster.data);
}

/** Linux tells the exact words; elsewhere `ps` joins them, which our own paths survive unless they hold a space. */
async function commandLine(pid: number): Promise<string[]> {
  if (process.platform === 'linux')
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
  const { stdout } = await run('ps', ['-ww', '-o', 'args=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.trim().split(' ');
}

/** True for any process with this number, also one that is not ours. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function isSameDirectory(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => realpath(path).catch(() => undefined)));
  return a !== undefined && a === b;
}

/** One file, so that an adopted server still has its log; the one before is kept once it has passed 10 MB. */
async function openLog(cluster: Cluster, identity: Identity): Promise<FileHandle> {
  const { size } = await stat(cluster.logFile).catch(() => ({ size: 0 }));
  if (size > 10_000_000) await rename(cluster.logFile, `${cluster.logFile}.1`);
  const log = await open(cluster.logFile, 'a', 0o600);
  await own(cluster.logFile, 0o600, identity);
  return log;
}

const pidFile = (cluster: Cluster): string => join(cluster.data, 'postmaster.pid');
