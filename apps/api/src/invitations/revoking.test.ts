import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { expireInvitation } from '../testing/clock.ts';
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
