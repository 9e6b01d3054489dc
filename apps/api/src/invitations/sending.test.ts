import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { HOUR, ageInvitation } from '../testing/clock.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';

let s: Setting;
let path: string;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  path = `/api/v1/sites/${s.site.id}/invitations`;
});
afterAll(() => s.world.stop());

const events = (id: string) =>
  s.world.deps.database.orm.execute<{ action: string; actor_id: string; correlation_id: string }>(
    sql`select action, actor_id, correlation_id from audit_event where target_id = ${id} order by seq`,
  );

describe('sending a site invitation', () => {
  it('answers the invitation, valid for 48 hours from the send [R13]', async () => {
    const sent = await s.siteOwner.post(path, {
      email: ' Alex@YourTeam.com ',
      role: 'content_editor',
      note: 'Welcome',
    });
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({
      scope: 'site',
      site: { id: s.site.id, name: 'Northwind Coffee' },
      account: { id: s.agency.id, name: 'Bright Lines Agency' },
      email: 'alex@yourteam.com',
      role: 'content_editor',
      note: 'Welcome',
      status: 'pending',
      expired: false,
      sends: [{ delivery: 'queued' }],
      invitedBy: { id: s.siteOwner.id, name: 'Amara Okafor' },
    });
    expect(Date.parse(sent.body.expiresAt) - Date.parse(sent.body.sentAt)).toBe(48 * HOUR);
    expect([...(await events(sent.body.id))]).toMatchObject([
      { action: 'invitation.created', actor_id: s.siteOwner.id },
    ]);
  });

  it('shows on the row that the mail was sent [R26]', async () => {
    const { body } = await s.siteOwner.post(path, { email: 'delivered@people.example', role: 'developer' });
    await s.world.inbox.newest('delivered@people.example');
    await expect
      .poll(async () => (await s.siteOwner.get(`${path}/${body.id}`)).body.sends[0].delivery)
      .toBe('sent');
  });

  it('never shows a link, token or nonce to anybody [R19]', async () => {
    const { body } = await s.siteOwner.post(path, { email: 'secret@people.example', role: 'developer' });
    const token = await s.world.inbox.token('secret@people.example');
    const [row] = await s.world.deps.database.orm.execute<{ nonce: Buffer }>(
      sql`select nonce from invitation_send where invitation_id = ${body.id}`,
    );
    const mac = token.split('.')[1]!;
    const seen = await Promise.all(
      [path, `${path}/${body.id}`, `/api/v1/accounts/${s.agency.id}/site-invitations`].map((at) =>
        s.sarah.get(at),
      ),
    );
    const text = JSON.stringify([body, ...seen.map((answer) => answer.body)]);
    for (const secret of [
      token,
      mac,
      row!.nonce.toString('hex'),
      row!.nonce.toString('base64url'),
      row!.nonce.toString('base64'),
    ])
      expect(text).not.toContain(secret);
    const tables = await s.world.deps.database.orm.execute<{ rows: string }>(sql`
      select coalesce(json_agg(t)::text, '') as rows from (select data::text as a from mail union all select coalesce(before::text,'') || coalesce(after::text,'') from audit_event
        union all select data::text from pgboss.job) t`);
    expect(tables[0]!.rows).not.toContain(mac);
  });

  it.each([
    ['two addresses', 'a@x.example,b@x.example'],
    ['a display name', 'N <a@x.example>'],
    ['a header', 'a@x.example\r\nBcc: b@x.example'],
    ['a trailing dot', 'a@x.example.'],
    ['an array', ['a@x.example']],
    ['an object', { address: 'a@x.example' }],
    ['nothing', undefined],
  ])('refuses %s as the address with a message at the field', async (_, email) => {
    const answer = await s.siteOwner.post(path, { email, role: 'developer' });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'validation.failed', fields: { email: expect.any(String) } });
  });

  it('refuses unknown fields and roles, and account roles for a site', async () => {
    for (const extra of [
      { role: 'developer', expiresAt: '2030-01-01T00:00:00Z' },
      { role: 'Developer' },
      { role: 'viewer' },
      { role: 'owner,developer' },
      {},
    ])
      expect((await s.siteOwner.post(path, { email: 'x@people.example', ...extra })).status).toBe(422);
  });
});

describe('who may invite [R6, R7]', () => {
  it('lets nobody without roster authority invite, and says nothing else', async () => {
    for (const role of [
      'developer',
      'content_editor',
      'marketing_manager',
      'seo_specialist',
      'support_agent',
    ] as const) {
      const member = await s.world.place(await s.world.person(`Some ${role}`), s.agency, s.site, role);
      expect(await member.post(path, { email: 'x@people.example', role: 'support_agent' })).toMatchObject({
        status: 403,
        body: { code: 'permission.denied' },
      });
    }
  });

  it('lets a Platform Admin offer every role but Owner [R7]', async () => {
    expect(await s.platformAdmin.post(path, { email: 'pa1@people.example', role: 'owner' })).toMatchObject({
      status: 403,
      body: { code: 'role.not_grantable' },
    });
    expect(
      (await s.platformAdmin.post(path, { email: 'pa1@people.example', role: 'platform_admin' })).status,
    ).toBe(201);
  });

  it('lets the account owner and admins offer Owner without a site role [R3, R6, R7]', async () => {
    expect((await s.sarah.post(path, { email: 'ow1@people.example', role: 'owner' })).status).toBe(201);
    expect((await s.admin.post(path, { email: 'ow2@people.example', role: 'owner' })).status).toBe(201);
  });
});

describe('one slot per address and site [R13, R14]', () => {
  it('refuses a second one with the existing record and what may be done, also when it has expired', async () => {
    const { body: first } = await s.siteOwner.post(path, { email: 'slot@people.example', role: 'developer' });
    for (const expired of [false, true]) {
      if (expired) await ageInvitation(s.world, first.id, 49 * HOUR);
      for (const email of ['slot@people.example', 'Slot@People.Example']) {
        expect(await s.siteOwner.post(path, { email, role: 'seo_specialist' })).toMatchObject({
          status: 409,
          body: {
            code: 'invitation.already_pending',
            invitation: { id: first.id, role: 'developer', expired },
            actions: ['resend', 'revoke'],
          },
        });
      }
    }
  });

  it('refuses somebody who is an active member there and points to them', async () => {
    expect(await s.siteOwner.post(path, { email: s.platformAdmin.email, role: 'developer' })).toMatchObject({
      status: 409,
      body: {
        code: 'member.already_active',
        member: { id: s.platformAdmin.id, name: 'Wei Zhang' },
        role: 'platform_admin',
      },
    });
  });

  it('allows a person of the account on another site', async () => {
    expect((await s.siteOwner.post(path, { email: s.admin.email, role: 'developer' })).status).toBe(201);
  });
});
