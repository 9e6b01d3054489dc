import { sql as drizzleSql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { bossOptions } from './boss-schema.ts';
import { APP_ROLE, connect } from './connect.ts';
import type { Database } from './connect.ts';
import { cloneDatabase } from './testing.ts';
import type { TestDatabase } from './testing.ts';

let clone: TestDatabase;
let app: Database;

beforeAll(async () => {
  clone = await cloneDatabase(inject('testServer'));
  app = connect({ url: clone.url, applicationName: 'test', role: APP_ROLE });
});
afterAll(async () => {
  await app.close();
  await clone.drop();
});

describe('the role the application runs as (security.md 1.10)', () => {
  it('is no superuser, looks through no row-level security, makes no roles or databases', async () => {
    const [role] = await app.sql`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin from pg_roles where rolname = current_user`;
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolcanlogin: false,
    });
  });

  it.each(['audit_event', 'security_event'])(
    'may add to %s and read it, and nothing else [R42]',
    async (table) => {
      const [rights] = await app.sql`
      select has_table_privilege(${table}, 'SELECT') as read, has_table_privilege(${table}, 'INSERT') as add,
        has_table_privilege(${table}, 'UPDATE') or has_any_column_privilege(${table}, 'UPDATE') as change,
        has_table_privilege(${table}, 'DELETE') as remove, has_table_privilege(${table}, 'TRUNCATE') as empty`;
      expect(rights).toEqual({ read: true, add: true, change: false, remove: false, empty: false });
      for (const statement of [`update ${table} set id = id`, `delete from ${table}`, `truncate ${table}`]) {
        await expect(app.sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
      }
    },
  );

  it('may move the head of a chain of events on, and not take it away [R42]', async () => {
    const [rights] = await app.sql`
      select has_table_privilege('audit_head', 'UPDATE') as move, has_table_privilege('audit_head', 'DELETE') as remove,
        has_table_privilege('audit_head', 'TRUNCATE') as empty`;
    expect(rights).toEqual({ move: true, remove: false, empty: false });
  });

  it('may read and write every other table, empty none and own none', async () => {
    const tables = await app.sql<{ name: string; works: boolean; empties: boolean; owned: boolean }[]>`
      select relname as name, relowner = current_user::regrole as owned, has_table_privilege(oid, 'TRUNCATE') as empties,
        has_table_privilege(oid, 'SELECT') and has_table_privilege(oid, 'INSERT') and
        has_table_privilege(oid, 'UPDATE') and has_table_privilege(oid, 'DELETE') as works
      from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
        and relname not in ('audit_event', 'security_event', 'audit_head')`;
    expect(tables.length).toBeGreaterThan(5);
    for (const table of tables) expect(table).toMatchObject({ works: true, empties: false, owned: false });
  });

  it.each([
    'create table public.mine (id int)',
    'create schema mine',
    'alter table site add column mine int',
    'drop table site',
    'alter table audit_event disable trigger all',
    'drop trigger audit_event_append_only on audit_event',
    'create table pgboss.mine (id int)',
    'drop table pgboss.queue',
    `alter role ${APP_ROLE} bypassrls`,
    'create role mine',
    'delete from drizzle.__drizzle_migrations',
  ])('may not: %s', async (statement) => {
    await expect(app.sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the job runner as that role (security.md 1.8)', () => {
  it('takes the jobs that committed transactions sent, and none of a transaction that rolled back', async () => {
    const boss = new PgBoss(bossOptions(clone.url, APP_ROLE));
    const errors: Error[] = [];
    boss.on('error', (error) => errors.push(error));
    await boss.start();
    try {
      const send = (id: string, fate?: Error) =>
        app.transaction(async (tx) => {
          await boss.send('mail', { id }, { db: fromDrizzle(tx, drizzleSql) });
          if (fate) throw fate;
        });
      await send('kept');
      await expect(send('lost', new Error('rolled back'))).rejects.toThrow('rolled back');
      const taken: string[] = [];
      await boss.work<{ id: string }>(
        'mail',
        { pollingIntervalSeconds: 0.5 },
        async (jobs) => void taken.push(...jobs.map((job) => job.data.id)),
      );
      await expect.poll(() => taken, { timeout: 5_000 }).toEqual(['kept']);
      await expect
        .poll(() => app.sql`select state::text from pgboss.job`, { timeout: 5_000 })
        .toEqual([{ state: 'completed' }]);
      await boss.supervise();
    } finally {
      await boss.stop({ graceful: false });
    }
    expect(errors).toEqual([]);
  });
});
