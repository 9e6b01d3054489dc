import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { APP_ROLE } from './connect.ts';
import { QUEUES } from './boss-schema.ts';
import { migrate, schemaIsCurrent } from './migrate.ts';
import { createEmptyDatabase } from './testing.ts';
import type { TestDatabase } from './testing.ts';

const REAL = fileURLToPath(new URL('../migrations', import.meta.url));

let empty: TestDatabase;
let sql: postgres.Sql;
let folder: string;

/** The real migrations and one more, `later` seconds behind them, as a newer release would have. */
async function newerRelease(later: number, statements: string): Promise<string> {
  const newer = await mkdtemp(join(folder, 'newer-'));
  await cp(REAL, newer, { recursive: true });
  const journalFile = join(newer, 'meta', '_journal.json');
  const journal = JSON.parse(await readFile(journalFile, 'utf8')) as {
    entries: { idx: number; when: number }[];
  };
  const idx = journal.entries.length;
  const when = Math.max(...journal.entries.map((entry) => entry.when)) + later * 1_000;
  const entry = { idx, version: '7', when, tag: 'newest', breakpoints: true };
  await writeFile(journalFile, JSON.stringify({ ...journal, entries: [...journal.entries, entry] }));
  await writeFile(join(newer, 'newest.sql'), statements);
  return newer;
}

const applied = async (): Promise<number> => (await sql`select 1 from drizzle.__drizzle_migrations`).length;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyholder-migrations-'));
  empty = await createEmptyDatabase(inject('testServer'));
  sql = postgres(empty.url, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await empty.drop();
  await rm(folder, { recursive: true });
});

describe('migrate [F-021]', () => {
  it('is not current before the first migration', async () => {
    expect(await schemaIsCurrent(sql)).toBe(false);
  });

  it('lets one of three migrate an empty database while the others wait, and leaves one row per migration', async () => {
    const lines: string[] = [];
    await Promise.all([1, 2, 3].map(() => migrate({ url: empty.url, log: (line) => lines.push(line) })));
    const journal = JSON.parse(await readFile(join(REAL, 'meta', '_journal.json'), 'utf8')) as {
      entries: unknown[];
    };
    expect(await applied()).toBe(journal.entries.length);
    expect(lines).toHaveLength(1);
    expect(await schemaIsCurrent(sql)).toBe(true);
  });

  it('makes the queues of the job runner with their settings', async () => {
    const queues =
      await sql`select name, retry_backoff, retry_delay, retry_delay_max, retry_limit, expire_seconds from pgboss.queue`;
    for (const queue of QUEUES) {
      expect(queues).toContainEqual({
        name: queue.name,
        retry_backoff: queue.retryBackoff,
        retry_delay: queue.retryDelay,
        retry_delay_max: queue.retryDelayMax,
        retry_limit: queue.retryLimit,
        expire_seconds: queue.expireInSeconds,
      });
    }
  });

  it('lets one of three bring an older schema forward', async () => {
    const before = await applied();
    const newer = await newerRelease(1, 'create table later (id int primary key);');
    expect(await schemaIsCurrent(sql, newer)).toBe(false);
    await Promise.all([1, 2, 3].map(() => migrate({ url: empty.url, migrations: newer })));
    expect(await applied()).toBe(before + 1);
    expect(await schemaIsCurrent(sql, newer)).toBe(true);
  });

  it('is still current for an older release that runs beside a newer one', async () => {
    expect(await schemaIsCurrent(sql)).toBe(true);
  });

  it('leaves nothing of a migration that fails, and completes when it is repaired', async () => {
    const before = await applied();
    const broken = await newerRelease(
      2,
      'create table half (id int);\n--> statement-breakpoint\nselect 1/0;',
    );
    await expect(migrate({ url: empty.url, migrations: broken })).rejects.toThrow();
    expect(await applied()).toBe(before);
    expect(await sql`select to_regclass('half') as half`).toEqual([{ half: null }]);
    await writeFile(join(broken, 'newest.sql'), 'create table half (id int);');
    await migrate({ url: empty.url, migrations: broken });
    expect(await applied()).toBe(before + 1);
  });

  it('gives up instead of waiting for ever for a table that somebody uses', async () => {
    const release = Promise.withResolvers<void>();
    const locked = Promise.withResolvers<void>();
    const user = postgres(empty.url, { max: 1, onnotice: () => {} });
    const busy = user.begin(async (tx) => {
      await tx`lock table half in access exclusive mode`;
      locked.resolve();
      await release.promise;
    });
    await locked.promise;
    const altering = await newerRelease(3, 'alter table half add column more int;');
    await expect(migrate({ url: empty.url, migrations: altering, lockTimeoutMs: 200 })).rejects.toMatchObject(
      { cause: { code: '55P03' } },
    );
    release.resolve();
    await busy;
    await user.end();
  });
});

describe('who may not make roles', () => {
  it('is told the statement an administrator must run', async () => {
    const admin = postgres(inject('testServer').url, { max: 1, onnotice: () => {} });
    const target = await createEmptyDatabase(inject('testServer'));
    const name = `poor_${process.pid}`;
    await admin.unsafe(`create role ${name} login password 'poor'`);
    const own = postgres(target.url, { max: 1, onnotice: () => {} });
    try {
      await own.unsafe(
        `grant create on schema public to ${name}; grant create on database ${new URL(target.url).pathname.slice(1)} to ${name}`,
      );
      const url = Object.assign(new URL(target.url), { username: name, password: 'poor' }).href;
      // The role exists on this server already, so what is missing is the right to take it on.
      await expect(migrate({ url })).rejects.toThrow(
        `an administrator must run once: grant ${APP_ROLE} to ${name}`,
      );
    } finally {
      await own.end();
      await target.drop();
      await admin.unsafe(`drop role ${name}`);
      await admin.end();
    }
  });
});
