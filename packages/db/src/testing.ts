import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { type Embedded, startEmbedded } from './embedded.ts';
import { exists } from './embedded-cluster.ts';
import { isAlive } from './embedded-postmaster.ts';
import { classify } from './errors.ts';
import { migrate } from './migrate.ts';

/** What a test needs to get a database of its own; plain data, so that it reaches the workers. */
export interface TestServer {
  /** A role that may make databases and roles. */
  readonly url: string;
  /** A migrated database that nobody connects to. */
  readonly template: string;
}

export interface TestDatabase {
  readonly url: string;
  /** Drops it, whoever is still connected. */
  drop(): Promise<void>;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly testServer: TestServer;
  }
}

/**
 * One server for a whole test run: KEYHOLDER_TEST_DATABASE_URL when it is set, else an embedded one in a temporary
 * directory that flushes nothing to disk.
 */
export async function startTestServer(migrations?: string): Promise<TestServer & { stop(): Promise<void> }> {
  const external = process.env['KEYHOLDER_TEST_DATABASE_URL'];
  const embedded = external ? undefined : await startTemporary();
  const url = external ?? (embedded as Embedded).url;
  const template = newName('template');
  await administer(url, (sql) => sql.unsafe(`create database ${template}`));
  await migrate({ url: within(url, template), ...(migrations ? { migrations } : {}) });
  return {
    url,
    template,
    async stop() {
      if (embedded) await embedded.stop();
      else await administer(url, (sql) => sql.unsafe(`drop database if exists ${template} with (force)`));
    },
  };
}

/** A copy of the migrated template, in some 30 ms. Call it from `beforeAll` with `inject("testServer")`. */
export function cloneDatabase(server: TestServer): Promise<TestDatabase> {
  return createDatabase(server, server.template);
}

/** A database without any schema, for tests of the migrator. */
export function createEmptyDatabase(server: TestServer): Promise<TestDatabase> {
  return createDatabase(server, 'template0');
}

async function createDatabase({ url }: TestServer, template: string): Promise<TestDatabase> {
  const name = newName('clone');
  await administer(url, (sql) => createFrom(sql, name, template));
  return {
    url: within(url, name),
    drop: () => administer(url, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`)),
  };
}

/** For `globalSetup` in a vitest config: starts the server, provides `testServer`, stops it at the end. */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const { url, template, stop } = await startTestServer();
  project.provide('testServer', { url, template });
  return stop;
}

const TEMPORARY = 'keyholder-test-';

async function startTemporary(): Promise<Embedded> {
  await sweepKilledRuns();
  const dataDir = await mkdtemp(join(tmpdir(), `${TEMPORARY}${process.pid}-`));
  const settings = { max_connections: '200', shared_buffers: '64MB', max_wal_size: '4GB', autovacuum: 'off' };
  const server = await startEmbedded({ dataDir, durable: false, settings, log: () => {} });
  return {
    ...server,
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A test run that was killed leaves its server running: the next run ends it. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(TEMPORARY) ? Number(name.slice(TEMPORARY.length).split('-')[0]) : 0;
    if (!pid || isAlive(pid)) continue;
    const dataDir = join(tmpdir(), name);
    // A run of another user, or one that another sweep is ending right now, is not ours to report.
    await endServer(dataDir).catch(() => {});
  }
}

async function endServer(dataDir: string): Promise<void> {
  if (await exists(join(dataDir, 'cluster', 'data', 'postmaster.pid'))) {
    await (await startEmbedded({ dataDir, durable: false, log: () => {} })).stop();
  }
  await rm(dataDir, { recursive: true });
}

/** Autovacuum or a late disconnect may hold the template for a moment (55006). */
async function createFrom(sql: postgres.Sql, name: string, template: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await sql.unsafe(`create database ${name} template ${template}`);
      return;
    } catch (error) {
      const inUse = error instanceof postgres.PostgresError && error.code === '55006';
      if (attempt === 20 || !(inUse || classify(error).kind === 'retry')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function administer(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function within(url: string, database: string): string {
  const target = new URL(url);
  target.pathname = `/${database}`;
  return target.href;
}

const newName = (kind: string): string => `keyholder_${kind}_${randomBytes(6).toString('hex')}`;
