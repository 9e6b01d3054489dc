import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { HOUR, ageInvitation, expireInvitation } from '../testing/clock.ts';
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

describe('resending [R15]', () => {
  it('gives a fresh link and fresh 48 hours and stops every earlier link at once', async () => {
    const email = 'resend@people.example';
    const { body: first } = await s.siteOwner.post(path, { email, role: 'developer' });
    const oldToken = await s.world.inbox.token(email);
    await ageInvitation(s.world, first.id, 50 * HOUR);
    const again = await s.siteOwner.post(`${path}/${first.id}/resend`);
    expect(again).toMatchObject({
      status: 200,
      body: { id: first.id, email, role: 'developer', expired: false },
    });
    expect(again.body.sends).toHaveLength(2);
    expect(Date.parse(again.body.expiresAt) - Date.parse(again.body.sentAt)).toBe(48 * HOUR);
    expect(
      await s.world.nobody.post('/api/v1/invitations/accept', {
        token: oldToken,
        name: 'N',
        password: 'a-long-enough-secret',
      }),
    ).toMatchObject({
      status: 410,
      body: { code: 'invitation.superseded' },
    });
    const newToken = await s.world.inbox.token(email);
    expect((await s.world.nobody.post('/api/v1/invitations/lookup', { token: newToken })).body.state).toBe(
      'open',
    );
  });

  it('rests for 30 seconds and says how long', async () => {
    const { body } = await s.siteOwner.post(path, { email: 'pause@people.example', role: 'developer' });
    const refused = await s.siteOwner.post(`${path}/${body.id}/resend`);
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate.limited' } });
    expect(refused.body.retryAfter).toBeGreaterThan(0);
    expect(refused.body.retryAfter).toBeLessThanOrEqual(30);
    expect(refused.headers.get('retry-after')).toBe(String(refused.body.retryAfter));
    await ageInvitation(s.world, body.id, 30_000);
    expect((await s.siteOwner.post(`${path}/${body.id}/resend`)).status).toBe(200);
  });

  it('keeps to ten mails an hour for one slot, also by revoking and inviting again', async () => {
    const email = 'loop@people.example';
    for (let sends = 0; sends < 10; sends += 1) {
      const made = await s.siteOwner.post(path, { email, role: 'developer' });
      expect(made.status).toBe(201);
      await s.siteOwner.delete(`${path}/${made.body.id}`);
    }
    expect(await s.siteOwner.post(path, { email, role: 'developer' })).toMatchObject({
      status: 429,
      body: { code: 'rate.limited' },
    });
  });

  it('sends all expired ones at once, each succeeding on its own', async () => {
    const other = await s.world.site(s.sarah, s.agency, 'Harbour Dental');
    const at = `/api/v1/sites/${other.id}/invitations`;
    const made = await Promise.all(
      ['e1', 'e2', 'e3'].map((name) =>
        s.sarah.post(at, { email: `${name}@people.example`, role: 'developer' }),
      ),
    );
    for (const { body } of made.slice(0, 2)) await ageInvitation(s.world, body.id, 60 * HOUR);
    const answer = await s.sarah.post(`${at}/resend-expired`);
    expect(answer.status).toBe(200);
    expect(
      answer.body.results.map((one: { email: string; status: string }) => [one.email, one.status]).sort(),
    ).toEqual([
      ['e1@people.example', 'ok'],
      ['e2@people.example', 'ok'],
    ]);
    expect((await s.sarah.get(at)).body.items.every((one: { expired: boolean }) => !one.expired)).toBe(true);
  });
});

describe('revoking and changing the role', () => {
  it('is immediate and final, frees the slot, and stays in the history [R16]', async () => {
    const email = 'revoke@people.example';
    const { body } = await s.siteOwner.post(path, { email, role: 'developer' });
    const token = await s.world.inbox.token(email);
    expect((await s.siteOwner.delete(`${path}/${body.id}`)).status).toBe(204);
    expect(await s.siteOwner.delete(`${path}/${body.id}`)).toMatchObject({
      status: 409,
      body: { code: 'invitation.not_pending' },
    });
    expect(await s.siteOwner.post(`${path}/${body.id}/resend`)).toMatchObject({
      status: 409,
      body: { code: 'invitation.not_pending' },
    });
    expect(await s.world.nobody.post('/api/v1/invitations/accept', { token })).toMatchObject({
      status: 410,
      body: { code: 'invitation.revoked' },
    });
    expect(
      (await s.siteOwner.get(`${path}?status=revoked`)).body.items.map((one: { id: string }) => one.id),
    ).toContain(body.id);
    expect([...(await events(body.id))].map((event) => event.action)).toEqual([
      'invitation.created',
      'invitation.revoked',
    ]);
    expect((await s.siteOwner.post(path, { email, role: 'developer' })).status).toBe(201);
  });

  it('re-issues with the new role in one transaction with two events; the old link dies [R17]', async () => {
    const email = 'reissue@people.example';
    const { body: old } = await s.siteOwner.post(path, { email, role: 'developer', note: 'Hi' });
    const token = await s.world.inbox.token(email);
    const changed = await s.siteOwner.patch(`${path}/${old.id}`, { role: 'seo_specialist' });
    expect(changed).toMatchObject({
      status: 200,
      body: { email, role: 'seo_specialist', note: 'Hi', status: 'pending' },
    });
    expect(changed.body.id).not.toBe(old.id);
    const [revoked, created] = [(await events(old.id)).at(-1)!, (await events(changed.body.id))[0]!];
    expect([revoked.action, created.action]).toEqual(['invitation.revoked', 'invitation.created']);
    expect(revoked.correlation_id).toBe(created.correlation_id);
    expect((await s.world.nobody.post('/api/v1/invitations/lookup', { token })).body.state).toBe('revoked');
    expect(
      (await s.world.nobody.post('/api/v1/invitations/lookup', { token: await s.world.inbox.token(email) }))
        .body.role,
    ).toBe('seo_specialist');
  });

  it('judges the role on offer and the new one [R7, R17]', async () => {
    const { body: forOwner } = await s.siteOwner.post(path, {
      email: 'judge1@people.example',
      role: 'owner',
    });
    const { body: forDeveloper } = await s.siteOwner.post(path, {
      email: 'judge2@people.example',
      role: 'developer',
    });
    expect((await s.platformAdmin.patch(`${path}/${forOwner.id}`, { role: 'developer' })).body.code).toBe(
      'role.not_grantable',
    );
    expect((await s.platformAdmin.patch(`${path}/${forDeveloper.id}`, { role: 'owner' })).body.code).toBe(
      'role.not_grantable',
    );
    expect((await s.platformAdmin.post(`${path}/${forOwner.id}/resend`)).body.code).toBe(
      'role.not_grantable',
    );
    expect((await s.platformAdmin.delete(`${path}/${forOwner.id}`)).body.code).toBe('role.not_grantable');
  });

  it('knows nothing of an invitation to another site [A-003]', async () => {
    const other = await s.world.site(s.sarah, s.agency, 'Kestrel Outdoor');
    const { body } = await s.sarah.post(`/api/v1/sites/${other.id}/invitations`, {
      email: 'other@people.example',
      role: 'developer',
    });
    for (const answer of [
      await s.siteOwner.post(`${path}/${body.id}/resend`),
      await s.siteOwner.patch(`${path}/${body.id}`, { role: 'owner' }),
      await s.siteOwner.delete(`${path}/${body.id}`),
      await s.siteOwner.get(`${path}/${body.id}`),
      await s.siteOwner.get(`${path}/not-an-id`),
    ])
      expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });
});

describe('the list of open invitations', () => {
  it('keeps expired ones, marked, on top, and pages without gaps [R13]', async () => {
    const site = await s.world.site(s.sarah, s.agency, 'Lumen Yoga');
    const at = `/api/v1/sites/${site.id}/invitations`;
    const ids: string[] = [];
    for (let n = 0; n < 7; n += 1)
      ids.push((await s.sarah.post(at, { email: `p${n}@people.example`, role: 'developer' })).body.id);
    await expireInvitation(s.world, ids[4]!, 0);
    const seen: { id: string; expired: boolean }[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof s.sarah.get>> = await s.sarah.get(
        `${at}?limit=3${cursor ? `&cursor=${cursor}` : ''}`,
      );
      expect(page.body.total).toBe(7);
      seen.push(...page.body.items);
      cursor = page.body.nextCursor;
    } while (cursor);
    expect(seen.map((one) => one.id)).toEqual([ids[4], ...ids.filter((_, n) => n !== 4)]);
    expect(seen.map((one) => one.expired)).toEqual([true, false, false, false, false, false, false]);
  });

  it('refuses cursors of another list and unknown filters', async () => {
    const [mine, other] = [`${path}?limit=1`, `/api/v1/accounts/${s.agency.id}/site-invitations`];
    const { nextCursor } = (await s.sarah.get(mine)).body;
    for (const bad of [
      `${other}?cursor=${nextCursor}`,
      `${path}?cursor=abc`,
      `${path}?limit=0`,
      `${path}?limit=1000`,
      `${path}?limit=1e3`,
      `${path}?sort=email`,
      `${path}?status=expired`,
    ])
      expect(await s.sarah.get(bad)).toMatchObject({ status: 422, body: { code: 'validation.failed' } });
  });
});
