import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { changesIn } from '../testing/changes.ts';
import { brokenInvariants } from '../testing/invariants.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';

let s: Setting;
beforeAll(async () => {
  s = await createSetting(inject('testServer'), { quiet: true });
});
afterAll(() => s.world.stop());

const run = (query: ReturnType<typeof sql>) =>
  s.world.deps.database.orm.execute<Record<string, unknown>>(query);
const TABLES = [
  'account',
  'account_member',
  'site',
  'site_member',
  'removed_member',
  'invitation',
  'invitation_send',
  'mail',
  'audit_event',
  'content',
  'redirect',
  'site_code',
  'site_settings',
  'form',
  'form_submission',
  'site_order',
  'visit_count',
  'sso_connection',
  'sso_domain',
  'idempotency',
  '"user"',
  'credential',
  'pgboss.job',
];
/** Everything that a command could have changed, as one text. */
async function everything(): Promise<string> {
  const parts: unknown[] = [];
  for (const table of TABLES)
    parts.push([
      table,
      ...(await run(
        sql.raw(
          `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from (select to_jsonb(x) - 'last_active_at' as t from ${table} x) q`,
        ),
      )),
    ]);
  return JSON.stringify(parts);
}

const CHANGES = changesIn(() => s);

describe('every change', () => {
  it.each(CHANGES)(
    '$name records its events in its own transaction, with who, when and from where [R41, A-084]',
    async ({ actions, prepare }) => {
      const call = await prepare();
      const [{ last }] = (await run(
        sql`select coalesce(max(seq), 0) as last from audit_event where account_id = ${s.agency.id}`,
      )) as unknown as [{ last: string }];
      const answer = await call();
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
      const events = await run(
        sql`select * from audit_event where account_id = ${s.agency.id} and seq > ${last} order by seq`,
      );
      expect(events.map((event) => event['action']).sort()).toEqual([...actions].sort());
      expect(new Set(events.map((event) => event['correlation_id'])).size).toBe(1);
      for (const event of events) {
        expect(event).toMatchObject({
          actor_kind: 'person',
          ip: '127.0.0.1',
          request_id: answer.headers.get('x-request-id'),
          target_id: expect.any(String),
        });
        expect(event['before'] ?? event['after']).toBeTruthy();
      }
    },
  );

  it.each(CHANGES)(
    '$name does not happen when its event cannot be written [R41, F-029]',
    async ({ prepare }) => {
      const call = await prepare();
      // The queue goes on working: only what the call itself leaves behind counts.
      await expect
        .poll(async () =>
          Number((await run(sql`select count(*) as n from mail where state = 'queued'`))[0]!['n']),
        )
        .toBe(0);
      await expect
        .poll(async () =>
          Number(
            (
              await run(sql`select count(*) as n from pgboss.job where state < 'completed' and name = 'mail'`)
            )[0]!['n'],
          ),
        )
        .toBe(0);
      const before = await everything();
      await breakAudit(true);
      const answer = await call();
      await breakAudit(false);
      expect(answer).toMatchObject({
        status: 503,
        body: { code: 'service.unavailable', retryAfter: expect.any(Number) },
      });
      expect(answer.headers.get('retry-after')).toBeTruthy();
      expect(await everything()).toBe(before);
    },
  );

  it('leaves every invariant and the chain of events intact [R42]', async () => {
    expect(await brokenInvariants(s.world)).toEqual([]);
  });
});

async function breakAudit(broken: boolean): Promise<void> {
  const { default: postgres } = await import('postgres');
  const owner = postgres(s.world.databaseUrl, { max: 1, onnotice: () => {} });
  if (broken) {
    await owner`create function refuse_event() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`;
    await owner`create trigger refuse before insert on audit_event for each row execute function refuse_event()`;
  } else {
    await owner`drop trigger refuse on audit_event`;
    await owner`drop function refuse_event()`;
  }
  await owner.end();
}
