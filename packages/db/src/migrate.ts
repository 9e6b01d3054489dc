import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { anchorChains } from './audit-head.ts';
import { migrateBoss } from './boss-schema.ts';
import { grantAppRole } from './app-role.ts';

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));
const LOCK_KEY = 5_247_002;

export interface MigrateOptions {
  /** Of the role that owns the schema. */
  readonly url: string;
  readonly log?: (line: string) => void;
  /** Signs how far the logs reach that are older than the record of it. */
  readonly auditKey?: Buffer;
  /** Where the migrations are; only tests say so. */
  readonly migrations?: string;
  /** How long a migration waits for a table that is in use, in ms; only tests say so. */
  readonly lockTimeoutMs?: number;
}

/**
 * Brings the database to the newest schema: tables, pg-boss with its queues, the application's role and its rights.
 * May be called by several processes at once and at every start: one works, the others wait for it.
 */
export async function migrate({
  url,
  log = () => {},
  auditKey,
  migrations = MIGRATIONS,
  lockTimeoutMs = 5_000,
}: MigrateOptions): Promise<void> {
  const session = { lost: false };
  const sql = postgres(url, {
    ...{
      max: 1,
      max_lifetime: null,
      connect_timeout: 10,
      onnotice: () => {},
      onclose: () => (session.lost = true),
    },
    connection: { application_name: 'keyholder-migrate' },
  });
  const stillLocked = (): void => {
    if (session.lost) throw new Error('The connection that holds the migration lock was lost; start again');
  };
  try {
    // Waiting for another migrator is no lock trouble: only it is bounded by this, not by `lock_timeout`.
    await sql`set statement_timeout = '300s'`;
    await sql`select pg_advisory_lock(${LOCK_KEY})`;
    await sql`set statement_timeout = 0`;
    await sql.unsafe(`set lock_timeout = ${lockTimeoutMs}`);
    const before = await newestApplied(sql);
    const hadHeads = await exists(sql, 'public.audit_head');
    await applyMigrations(drizzle(sql), { migrationsFolder: migrations });
    stillLocked();
    if (auditKey && !hadHeads && (await exists(sql, 'public.audit_head'))) await anchorChains(sql, auditKey);
    await migrateBoss(url);
    stillLocked();
    await grantAppRole(sql);
    const after = await newestApplied(sql);
    if (before !== after) log(`Migrated the database to ${new Date(after).toISOString()}`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** True when the newest migration of this program is in the database, or the database is already further on. */
export async function schemaIsCurrent(sql: postgres.Sql, migrations = MIGRATIONS): Promise<boolean> {
  const journal = JSON.parse(await readFile(join(migrations, 'meta', '_journal.json'), 'utf8')) as {
    entries: { when: number }[];
  };
  const newest = Math.max(0, ...journal.entries.map((entry) => entry.when));
  return (await newestApplied(sql)) >= newest;
}

/** The time stamp of the newest migration in the database, in ms; 0 when there is none. */
async function newestApplied(sql: postgres.Sql): Promise<number> {
  if (!(await exists(sql, 'drizzle.__drizzle_migrations'))) return 0;
  const [row] = await sql<
    { newest: string | null }[]
  >`select max(created_at) as newest from drizzle.__drizzle_migrations`;
  return Number(row?.newest ?? 0);
}

async function exists(sql: postgres.Sql, table: string): Promise<boolean> {
  const [found] = await sql<{ there: boolean }[]>`select to_regclass(${table}) is not null as there`;
  return found?.there ?? false;
}
