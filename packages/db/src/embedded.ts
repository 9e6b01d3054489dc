import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { reachableBinaries, reachableDirectory } from './embedded-place.ts';
import { findBinaries, findIdentity } from './embedded-binaries.ts';
import { type Cluster, openCluster, sweepUnfinished } from './embedded-cluster.ts';
import { claim, type Claim, DirectoryInUse, ensureDatabase, OWNER } from './embedded-claim.ts';
import {
  findPostmaster,
  freePort,
  launch,
  type LaunchOptions,
  type Postmaster,
  removeStalePidFile,
  stopPostmaster,
} from './embedded-postmaster.ts';

export { DirectoryInUse };

export interface EmbeddedOptions {
  /** Made when missing. Holds the database, its password (0600), its log and its port. */
  readonly dataDir: string;
  /** One line per event worth telling: started, adopted, restarted. */
  readonly log: (line: string) => void;
  /** Without it: the port of last time, or any free one. */
  readonly port?: number;
  /** Where to go when the database user cannot enter `dataDir`; only tests say so. */
  readonly place?: string;
  /** False only in tests: a power cut may then lose everything. */
  readonly durable?: boolean;
  /** More server settings. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface Embedded {
  /** Owner of the database `keyholder`, able to make roles, not a superuser. Holds a password: never log it. */
  readonly url: string;
  readonly port: number;
  /** Ends the server. Nothing does it for you: without this call it lives on and is adopted by the next start. */
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;

/**
 * Starts PostgreSQL 18 on `dataDir`, on 127.0.0.1 only, and keeps it running until `stop`.
 * Throws `DirectoryInUse` when another process has the directory.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const identity = await findIdentity();
  const binaries = await reachableBinaries(findBinaries(), identity, options.place);
  const wanted = resolve(options.dataDir);
  const dataDir = await reachableDirectory(wanted, identity, options.place);
  if (dataDir !== wanted)
    options.log(`The database user cannot enter ${wanted}: the database lives in ${dataDir}`);
  const durable = options.durable ?? true;
  const cluster = await openCluster({ dataDir, binaries, identity, durable });
  const launchOptions = {
    ...{ binaries, identity, port: await rememberPort(cluster, options.port) },
    settings: { ...serverSettings(durable), ...options.settings },
  };
  const stopping = new AbortController();
  let running = await bringUp(cluster, launchOptions, options.log, lost, stopping.signal);
  let recovery: Promise<void> = Promise.resolve();
  const { port } = running.postmaster;
  try {
    await sweepUnfinished(dataDir);
    await ensureDatabase(cluster, port);
    await writeFile(cluster.portFile, String(port), { mode: 0o600 });
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `postgres://${OWNER}:${cluster.secrets.owner}@127.0.0.1:${port}/keyholder`, port, stop };

  async function stop(): Promise<void> {
    stopping.abort();
    await recovery;
    await running.claim.release();
    await stopPostmaster(cluster, running.postmaster.pid);
  }

  // The claim's connection closes with the server, so a crash of the database is noticed at once and repaired here.
  function lost(): void {
    if (stopping.signal.aborted) return;
    options.log('The embedded database has gone away: starting it again');
    recovery = recover();
  }

  async function recover(): Promise<void> {
    for (let attempt = 0; !stopping.signal.aborted; attempt += 1) {
      try {
        running = await bringUp(cluster, { ...launchOptions, port }, options.log, lost, stopping.signal);
        return;
      } catch (error) {
        if (stopping.signal.aborted) return;
        options.log(
          `The embedded database does not start: ${error instanceof Error ? error.message : String(error)}`,
        );
        if (error instanceof DirectoryInUse) return;
        await sleep(Math.min(200 * 2 ** attempt, 5_000), undefined, { signal: stopping.signal }).catch(
          () => {},
        );
      }
    }
  }
}

interface Running {
  readonly postmaster: Postmaster;
  readonly claim: Claim;
}

/** Adopts the server that an earlier process left behind, or starts one, and claims it for this process. */
async function bringUp(
  cluster: Cluster,
  options: LaunchOptions,
  log: (line: string) => void,
  onLost: () => void,
  stopping: AbortSignal,
): Promise<Running> {
  const orphan = await findPostmaster(cluster);
  if (!orphan) await removeStalePidFile(cluster);
  const launched = orphan ? undefined : await launch(cluster, options);
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const postmaster = await findPostmaster(cluster);
    const claimed = postmaster && (await claim(cluster, postmaster.port, onLost));
    if (postmaster && claimed) {
      log(
        `${orphan ? 'Adopted the running' : 'Started the'} embedded database on 127.0.0.1:${postmaster.port}`,
      );
      return { postmaster, claim: claimed };
    }
    // Somebody else may have won the race to start it; then theirs is found above and `claim` speaks.
    if (!postmaster && launched?.failed) throw launched.failed;
    if (!postmaster && orphan) return bringUp(cluster, options, log, onLost, stopping);
    if (stopping.aborted) {
      if (launched?.pid) await stopPostmaster(cluster, launched.pid);
      throw new Error('Stopped while the embedded database was starting');
    }
    if (Date.now() > deadline)
      throw new Error(
        `The embedded database did not get ready within ${READY_WITHIN_MS / 1000} s; see ${cluster.logFile}`,
      );
    await sleep(25);
  }
}

async function rememberPort(cluster: Cluster, wanted: number | undefined): Promise<number> {
  if (wanted !== undefined) return wanted;
  const remembered = Number(await readFile(cluster.portFile, 'utf8').catch(() => '0'));
  return freePort(remembered);
}

function serverSettings(durable: boolean): Record<string, string> {
  const onOff = durable ? 'on' : 'off';
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    ...{ fsync: onOff, full_page_writes: onOff, synchronous_commit: onOff },
    // Statements and row values may hold addresses; the log is for errors of the server.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_timezone: 'UTC',
  };
}
