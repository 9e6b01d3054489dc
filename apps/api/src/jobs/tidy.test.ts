import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createLog } from '../log.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { createTidying } from './tidy.ts';

let s: Setting;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
});
afterAll(() => s.world.stop());

const count = async (table: string) =>
  Number(
    (
      await s.world.deps.database.orm.execute<{ n: string }>(sql.raw(`select count(*) as n from ${table}`))
    )[0]!.n,
  );

it('removes ended sessions and answers older than 24 hours, and nothing else', async () => {
  const { orm } = s.world.deps.database;
  for (const key of ['old', 'young'])
    await s.sarah.post(
      `/api/v1/accounts/${s.agency.id}/sites`,
      { name: key, domain: 'a.example' },
      { 'idempotency-key': key },
    );
  await orm.execute(
    sql`update idempotency set created_at = created_at - interval '25 hours' where key = 'old'`,
  );
  await orm.execute(
    sql`update session set expires_at = clock_timestamp() - interval '1 second' where user_id = ${s.admin.id}`,
  );
  const [sessions, answers] = [await count('session'), await count('idempotency')];
  const tidying = createTidying(s.world.deps.database, createLog('silent'));
  await tidying.run();
  tidying.stop();
  expect([await count('session'), await count('idempotency')]).toEqual([sessions - 1, answers - 1]);
  expect((await s.sarah.get('/api/v1/me')).status).toBe(200);
});

it('goes on behind a table that is in use: one kind of row does not keep the others', async () => {
  const { orm, sql: pool } = s.world.deps.database;
  await s.sarah.post(
    `/api/v1/accounts/${s.agency.id}/sites`,
    { name: 'Later', domain: 'b.example' },
    { 'idempotency-key': 'later' },
  );
  await orm.execute(
    sql`update idempotency set created_at = created_at - interval '25 hours' where key = 'later'`,
  );
  const answers = await count('idempotency');
  const tidying = createTidying(s.world.deps.database, createLog('silent'));
  // So does a removal that takes longer than a statement may.
  await pool.begin(async (tx) => {
    await tx`lock table session in share mode`;
    await tidying.run();
  });
  tidying.stop();
  expect(await count('idempotency')).toBe(answers - 1);
});
