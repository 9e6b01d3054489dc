import { sql } from 'drizzle-orm';
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { APP_ROLE, connect } from './connect.ts';
import type { ConnectOptions, Database } from './connect.ts';
import { classify } from './errors.ts';
import { cloneDatabase } from './testing.ts';
import type { TestDatabase } from './testing.ts';

const counter = pgTable('test_counter', {
  name: text('name').primaryKey(),
  at: timestamp('at', { withTimezone: true, precision: 3 }),
});

let clone: TestDatabase;
let owner: Database;
const opened: Database[] = [];

function open(options: Partial<ConnectOptions> = {}): Database {
  const database = connect({ url: clone.url, applicationName: 'test', ...options });
  opened.push(database);
  return database;
}

const kindOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no failure',
    (error: unknown) => classify(error).kind,
  );

beforeAll(async () => {
  clone = await cloneDatabase(inject('testServer'));
  owner = open();
  await owner.sql`create table test_counter (name text primary key, at timestamptz(3), value int not null default 0)`;
});
beforeEach(() => owner.sql`truncate test_counter`);
afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()));
  await clone.drop();
});

describe('a connection', () => {
  it('runs as the application role with its time-outs from its first statement on', async () => {
    const app = open({ role: APP_ROLE, max: 3 });
    const settings = sql`select current_user as "user", current_setting('statement_timeout') as statement,
      current_setting('lock_timeout') as lock, current_setting('idle_in_transaction_session_timeout') as idle,
      current_setting('transaction_isolation') as isolation, current_setting('TimeZone') as zone, pg_sleep(0.02)::text`;
    const rows = await Promise.all(Array.from({ length: 6 }, () => app.read((db) => db.execute(settings))));
    const expected = {
      user: APP_ROLE,
      statement: '5s',
      lock: '3s',
      idle: '15s',
      isolation: 'read committed',
      zone: 'UTC',
    };
    for (const [row] of rows) expect(row).toMatchObject(expected);
  });

  it('hands out instants as dates to the millisecond and takes them, typed and in raw SQL', async () => {
    const at = new Date('2026-03-29T01:02:03.456Z');
    const [row] = await owner.transaction((tx) => tx.insert(counter).values({ name: 'a', at }).returning());
    expect(row?.at).toEqual(at);
    const [raw] = await owner.read((db) => db.execute(sql`select at from test_counter where at = ${at}`));
    expect(raw?.['at']).toEqual(at);
    const [tagged] = await owner.sql`select at from test_counter where at = ${at}`;
    expect(tagged?.['at']).toEqual(at);
  });
});

describe('a pool under pressure [F-010]', () => {
  it('answers unavailable to those who waited too long, and recovers', async () => {
    const small = open({ max: 2, maxWaitMs: 100 });
    const slow = () => small.read((db) => db.execute(sql`select pg_sleep(0.4)`));
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => kindOf(slow())));
    expect(outcomes.filter((kind) => kind === 'no failure')).toHaveLength(2);
    expect(outcomes.filter((kind) => kind === 'unavailable')).toHaveLength(48);
    expect(await kindOf(slow())).toBe('no failure');
  });

  it('refuses a second connection to who holds one, so that holders never wait for each other', async () => {
    const nested = owner.transaction(() => owner.read((db) => db.execute(sql`select 1`)));
    await expect(nested).rejects.toThrow('already holds a connection');
  });
});

describe('a statement that takes too long [F-013]', () => {
  it('is unavailable, rolls its transaction back and leaves the connection usable', async () => {
    const one = open({ max: 1, statementTimeoutMs: 100 });
    const work = one.transaction(async (tx) => {
      await tx.insert(counter).values({ name: 'half' });
      await tx.execute(sql`select pg_sleep(2)`);
    });
    expect(await kindOf(work)).toBe('unavailable');
    expect(await one.read((db) => db.select().from(counter))).toEqual([]);
  });

  it('is unavailable when somebody cancels it', async () => {
    const one = open({ max: 1, applicationName: 'to-be-cancelled' });
    const work = kindOf(one.read((db) => db.execute(sql`select pg_sleep(4)`)));
    await expect
      .poll(
        () =>
          owner.sql`select pg_cancel_backend(pid) from pg_stat_activity where application_name = 'to-be-cancelled' and state = 'active'`,
      )
      .toHaveLength(1);
    expect(await work).toBe('unavailable');
    expect(await kindOf(one.read((db) => db.execute(sql`select 1`)))).toBe('no failure');
  });
});

describe('a connection that is cut [F-008]', () => {
  it('fails the transaction that ran on it, commits nothing of it, and is replaced by itself', async () => {
    const one = open({ max: 1, applicationName: 'to-be-cut' });
    const cut = one.transaction(async (tx) => {
      await tx.insert(counter).values({ name: 'half' });
      await owner.sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'to-be-cut'`;
      await tx.insert(counter).values({ name: 'other half' });
    });
    expect(await kindOf(cut)).toBe('unavailable');
    // A statement sent before the driver has seen the connection close shares its fate.
    await expect.poll(() => kindOf(one.read((db) => db.execute(sql`select 1`)))).toBe('no failure');
    expect(await one.read((db) => db.select().from(counter))).toEqual([]);
  });

  it('runs nothing of a transaction outside of it, when the code goes on after the cut', async () => {
    const one = open({ max: 1, applicationName: 'cut-and-continued' });
    const cut = one.transaction(async (tx) => {
      await tx.insert(counter).values({ name: 'before' });
      await owner.sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cut-and-continued'`;
      const swallowed = await kindOf(tx.insert(counter).values({ name: 'at the cut' }));
      // Opens the connection again, now outside of any transaction.
      await expect.poll(() => kindOf(Promise.resolve(one.sql`select 1`))).toBe('no failure');
      return [swallowed, await kindOf(tx.insert(counter).values({ name: 'stray' }))];
    });
    expect(await kindOf(cut)).toBe('unavailable');
    await expect.poll(() => kindOf(one.read((db) => db.execute(sql`select 1`)))).toBe('no failure');
    expect(await owner.sql`select name from test_counter`).toEqual([]);
  });

  it('is unavailable when nothing listens at all', async () => {
    const nowhere = open({ url: 'postgres://keyholder:x@127.0.0.1:1/keyholder' });
    expect(await kindOf(nowhere.read((db) => db.execute(sql`select 1`)))).toBe('unavailable');
  });
});

describe('a transaction [F-011]', () => {
  const bump = (name: string) => sql`update test_counter set value = value + 1 where name = ${name}`;

  it('that lost a deadlock runs again, and each takes effect once', async () => {
    await owner.sql`insert into test_counter (name) values ('a'), ('b')`;
    const bothHoldOne = Promise.withResolvers<void>();
    let holders = 0;
    let attempts = 0;
    const crosswise = (first: string, second: string) =>
      owner.transaction(async (tx) => {
        attempts += 1;
        await tx.execute(bump(first));
        if (++holders === 2) bothHoldOne.resolve();
        await bothHoldOne.promise;
        await tx.execute(bump(second));
      });
    await Promise.all([crosswise('a', 'b'), crosswise('b', 'a')]);
    expect(attempts).toBe(3);
    expect(await owner.sql`select value from test_counter`).toEqual([{ value: 2 }, { value: 2 }]);
  });

  it.each(['40001', '40P01'])('that meets %s for ever gives up after three more tries', async (code) => {
    let attempts = 0;
    const work = owner.transaction(async (tx) => {
      attempts += 1;
      await tx.execute(sql.raw(`do $$ begin raise exception 'again' using errcode = '${code}'; end $$`));
    });
    expect(await kindOf(work)).toBe('retry');
    expect(attempts).toBe(4);
  });

  it('that throws anything else runs once and leaves nothing', async () => {
    let attempts = 0;
    const work = owner.transaction(async (tx) => {
      attempts += 1;
      await tx.insert(counter).values({ name: 'gone' });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(attempts).toBe(1);
    expect(await owner.read((db) => db.select().from(counter))).toEqual([]);
  });
});
