import { setTimeout as sleep } from 'node:timers/promises';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { databaseNow } from './database-now.ts';
import { classify } from './errors.ts';
import { createGate } from './gate.ts';

/** The role every pooled connection of the application runs as (made by `migrate`). */
export const APP_ROLE = 'keyholder_app';

/** The query builder outside a transaction. */
export type Orm = PostgresJsDatabase;

/** The query builder inside a transaction. */
export type Transaction = Parameters<Parameters<Orm['transaction']>[0]>[0];

export interface Database {
  /** postgres.js itself, for what the builder cannot say (COPY, LISTEN). It goes around the gate. */
  readonly sql: postgres.Sql;
  /** The builder over the same pool, for preparing statements once. Run them inside `read`. */
  readonly orm: Orm;
  /** Runs statements outside a transaction. Throws `DatabaseBusy` when no connection is free within 2 s. */
  read<T>(work: (db: Orm) => Promise<T>): Promise<T>;
  /**
   * Runs `work` in a READ COMMITTED transaction; a throw rolls it back. After a deadlock or a serialization failure
   * `work` is called again, up to three more times, so it must not do anything outside `tx`.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** The time that a command takes for now: the database's clock, in whole ms. Only the demo's story has another. */
  now(tx: Pick<Transaction, 'execute'>): Promise<Date>;
  /** Lets running statements finish (at most 5 s) and closes the pool. */
  close(): Promise<void>;
}

export interface ConnectOptions {
  readonly url: string;
  readonly applicationName: string;
  /** Connections in the pool. */
  readonly max?: number;
  /** The role to run as; without it, the role of `url`. */
  readonly role?: typeof APP_ROLE;
  /** Milliseconds. Only tests change these. */
  readonly statementTimeoutMs?: number;
  readonly maxWaitMs?: number;
}

const RETRIES = 3;

export function connect(options: ConnectOptions): Database {
  const max = options.max ?? 10;
  const sql = postgres(options.url, {
    max,
    connect_timeout: 5,
    // The default waits up to 20 s between attempts, longer than we may take to recover.
    backoff: (attempt: number) => Math.min(0.05 * 2 ** attempt, 1) * (0.5 + Math.random() / 2),
    onnotice: () => {},
    connection: startupParameters(options),
  } as postgres.Options<Record<string, never>>);
  const orm = drizzle(sql);
  restoreDates(sql);
  const gate = createGate({ max, maxWaitMs: options.maxWaitMs ?? 2_000 });

  return {
    sql,
    orm,
    read: (work) => gate.run(() => work(orm)),
    transaction: (work) => gate.run(() => retrying(() => orm.transaction(work))),
    now: databaseNow,
    close: () => sql.end({ timeout: 5 }),
  };
}

/** Set when a connection starts, so that no connection is ever without them and no statement is spent on them. */
function startupParameters(options: ConnectOptions): Record<string, string> {
  return {
    application_name: options.applicationName,
    TimeZone: 'UTC',
    default_transaction_isolation: 'read committed',
    statement_timeout: String(options.statementTimeoutMs ?? 5_000),
    lock_timeout: '3000',
    idle_in_transaction_session_timeout: '15000',
    ...(options.role ? { role: options.role } : {}),
  };
}

/** Drizzle turns the driver's date handling off; a `Date` in a raw `sql` parameter would then fail to be sent. */
function restoreDates(sql: postgres.Sql): void {
  const timestamptz = 1184;
  sql.options.parsers[timestamptz] = (text: string) => new Date(text);
  sql.options.serializers[timestamptz] = (value: Date | string) =>
    value instanceof Date ? value.toISOString() : value;
}

async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (failures === RETRIES || classify(error).kind !== 'retry') throw error;
      await sleep(10 * 2 ** failures * (0.5 + Math.random()));
    }
  }
}
