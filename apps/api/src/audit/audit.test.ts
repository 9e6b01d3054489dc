import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { HOUR, ageInvitation } from '../testing/clock.ts';
import { brokenInvariants } from '../testing/invariants.ts';
import type { Answer, Person } from '../testing/people.ts';
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

interface Change {
  readonly name: string;
  /** The actions that it records, in order. */
  readonly actions: readonly string[];
  /** Prepares what is needed and answers the call itself. */
  readonly prepare: () => Promise<() => Promise<Answer>>;
}

const site = () => `/api/v1/sites/${s.site.id}`;
const account = () => `/api/v1/accounts/${s.agency.id}`;
let number = 0;
const somebody = () => s.world.person(`Somebody ${(number += 1)}`);
const member = async (role: Parameters<Setting['world']['place']>[3] = 'developer') =>
  s.world.place(await somebody(), s.agency, s.site, role);
async function open(person?: Person): Promise<{ id: string; email: string }> {
  const email = person?.email ?? `open-${(number += 1)}@people.example`;
  return (await s.siteOwner.post(`${site()}/invitations`, { email, role: 'developer' })).body;
}
const tokenOf = (email: string) => s.world.inbox.token(email);

const CHANGES: readonly Change[] = [
  {
    name: 'inviting',
    actions: ['invitation.created'],
    prepare: async () => () =>
      s.siteOwner.post(`${site()}/invitations`, {
        email: `new-${(number += 1)}@people.example`,
        role: 'developer',
      }),
  },
  {
    name: 'resending',
    actions: ['invitation.resent'],
    prepare: async () => {
      const { id } = await open();
      await ageInvitation(s.world, id, HOUR);
      return () => s.siteOwner.post(`${site()}/invitations/${id}/resend`);
    },
  },
  {
    name: 'resending all expired',
    actions: ['invitation.resent'],
    prepare: async () => {
      const { id } = await open();
      await ageInvitation(s.world, id, 49 * HOUR);
      return () => s.siteOwner.post(`${site()}/invitations/resend-expired`);
    },
  },
  {
    name: 'changing the offered role',
    actions: ['invitation.revoked', 'invitation.created'],
    prepare: async () => {
      const { id } = await open();
      return () => s.siteOwner.patch(`${site()}/invitations/${id}`, { role: 'seo_specialist' });
    },
  },
  {
    name: 'revoking',
    actions: ['invitation.revoked'],
    prepare: async () => {
      const { id } = await open();
      return () => s.siteOwner.delete(`${site()}/invitations/${id}`);
    },
  },
  {
    name: 'accepting as a new person',
    actions: ['invitation.accepted', 'account_member.joined', 'site_member.joined'],
    prepare: async () => {
      const { email } = await open();
      const token = await tokenOf(email);
      return () =>
        s.world.nobody.post('/api/v1/invitations/accept', {
          token,
          name: 'New',
          password: 'lantern otter 42 quilt',
        });
    },
  },
  {
    name: 'declining',
    actions: ['invitation.declined'],
    prepare: async () => {
      const { email } = await open();
      const token = await tokenOf(email);
      return () => s.world.nobody.post('/api/v1/invitations/decline', { token });
    },
  },
  {
    name: 'asking for a new link',
    actions: ['invitation.new_link_requested'],
    prepare: async () => {
      const { email } = await open();
      const token = await tokenOf(email);
      return () => s.world.nobody.post('/api/v1/invitations/request-new-link', { token });
    },
  },
  {
    name: 'changing a site role',
    actions: ['site_member.role_changed'],
    prepare: async () => {
      const { id } = await member();
      return () => s.siteOwner.patch(`${site()}/members/${id}`, { role: 'seo_specialist' });
    },
  },
  {
    name: 'setting an end of access',
    actions: ['site_member.access_until_changed'],
    prepare: async () => {
      const { id } = await member();
      return () => s.siteOwner.patch(`${site()}/members/${id}`, { accessUntil: '2099-01-01T00:00:00.000Z' });
    },
  },
  {
    name: 'removing from a site',
    actions: ['site_member.removed', 'account_member.removed'],
    prepare: async () => {
      const { id } = await member();
      return () => s.siteOwner.delete(`${site()}/members/${id}`);
    },
  },
  {
    name: 'restoring to a site',
    actions: ['account_member.restored', 'site_member.restored'],
    prepare: async () => {
      const { id } = await member();
      await s.siteOwner.delete(`${site()}/members/${id}`);
      return () => s.siteOwner.post(`${site()}/members/${id}/restore`);
    },
  },
  {
    name: 'leaving a site',
    actions: ['site_member.left', 'account_member.left'],
    prepare: async () => {
      const who = await member();
      return () => who.post(`${site()}/leave`);
    },
  },
  {
    name: 'changing an account role',
    actions: ['account_member.role_changed'],
    prepare: async () => {
      const { id } = await member();
      return () => s.sarah.patch(`${account()}/members/${id}`, { role: 'viewer' });
    },
  },
  {
    name: 'removing from the account',
    actions: ['account_member.removed', 'site_member.removed'],
    prepare: async () => {
      const { id } = await member();
      return () => s.sarah.delete(`${account()}/members/${id}`, { reason: 'project ended' });
    },
  },
  {
    name: 'assigning to a site',
    actions: ['site_member.assigned'],
    prepare: async () => {
      const who = await s.world.enroll(await somebody(), s.agency, 'viewer');
      return () =>
        s.sarah.post(`${account()}/members/${who.id}/sites`, {
          assignments: [{ siteId: s.site.id, role: 'developer' }],
        });
    },
  },
  {
    name: 'creating a site',
    actions: ['site.created', 'site_member.joined'],
    prepare: async () => () =>
      s.sarah.post(`${account()}/sites`, { name: `Site ${(number += 1)}`, domain: 'site.example' }),
  },
  {
    name: 'renaming a site',
    actions: ['site.updated'],
    prepare: async () => () => s.siteOwner.patch(site(), { name: `Northwind ${(number += 1)}` }),
  },
  {
    name: 'deleting a site',
    actions: [
      'site.deleted',
      'site_member.removed',
      'site_member.removed',
      'account_member.removed',
      'invitation.revoked',
    ],
    prepare: async () => {
      const short = await s.world.site(s.siteOwner, s.agency, 'Short-lived');
      await s.world.place(await somebody(), s.agency, short, 'developer');
      await s.siteOwner.post(`/api/v1/sites/${short.id}/invitations`, {
        email: `open-${(number += 1)}@people.example`,
        role: 'developer',
      });
      return () => s.siteOwner.delete(`/api/v1/sites/${short.id}`);
    },
  },
  {
    name: 'renaming the account',
    actions: ['account.renamed'],
    prepare: async () => () => s.sarah.patch(account(), { name: `Agency ${(number += 1)}` }),
  },
];

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
