import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { HOUR, ageInvitation } from '../testing/clock.ts';
import { brokenInvariants } from '../testing/invariants.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';

let s: Setting;
let path: string;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  path = `/api/v1/accounts/${s.agency.id}/invitations`;
});
afterAll(async () => {
  expect(await brokenInvariants(s.world)).toEqual([]);
  await s.world.stop();
});

const PASSWORD = 'lantern otter 42 quilt';

describe('an account invitation', () => {
  it('offers admin, member or viewer for 7 days and leads to the Dashboard [R13, R21]', async () => {
    for (const role of ['admin', 'member', 'viewer']) {
      const email = `${role}@people.example`;
      const sent = await s.admin.post(path, { email, role });
      expect(sent).toMatchObject({
        status: 201,
        body: { scope: 'account', account: { id: s.agency.id }, role, status: 'pending' },
      });
      expect(sent.body.site).toBeUndefined();
      expect(Date.parse(sent.body.expiresAt) - Date.parse(sent.body.sentAt)).toBe(7 * 24 * HOUR);
      const token = await s.world.inbox.token(email);
      const accepted = await s.world.nobody.post('/api/v1/invitations/accept', {
        token,
        name: 'New',
        password: PASSWORD,
      });
      expect(accepted).toMatchObject({
        status: 200,
        body: { status: 'accepted', redirectTo: `/${s.agency.slug}` },
      });
      expect(accepted.body.site).toBeUndefined();
      const me = await s.world.app.request('/api/v1/me', {
        headers: { cookie: accepted.headers.getSetCookie()[0]!.split(';')[0]! },
      });
      expect(await me.json()).toMatchObject({ accounts: [{ id: s.agency.id, role }], sites: [] });
    }
  });

  it('cannot offer the account owner or collaborator [R1, R2, A-013, A-017]', async () => {
    for (const role of ['owner', 'collaborator', 'developer'])
      expect((await s.sarah.post(path, { email: 'x@people.example', role })).status).toBe(422);
  });

  it('is sent by team.manage only [R6]', async () => {
    const outsiders = [
      s.siteOwner,
      s.platformAdmin,
      await s.world.enroll(await s.world.person('Only Viewing'), s.agency, 'viewer'),
    ];
    const { body } = await s.sarah.post(path, { email: 'kept@people.example', role: 'viewer' });
    for (const who of outsiders) {
      expect((await who.post(path, { email: 'y@people.example', role: 'viewer' })).body.code).toBe(
        'permission.denied',
      );
      expect((await who.post(`${path}/${body.id}/resend`)).body.code).toBe('permission.denied');
      expect((await who.patch(`${path}/${body.id}`, { role: 'member' })).body.code).toBe('permission.denied');
      expect((await who.delete(`${path}/${body.id}`)).body.code).toBe('permission.denied');
      expect((await who.post(`${path}/resend-expired`)).body.code).toBe('permission.denied');
    }
  });

  it('holds one slot per address and account, beside those of its sites [R13, R14]', async () => {
    const email = 'both@people.example';
    expect((await s.sarah.post(path, { email, role: 'viewer' })).status).toBe(201);
    expect((await s.admin.post(path, { email, role: 'member' })).body).toMatchObject({
      code: 'invitation.already_pending',
      invitation: { role: 'viewer' },
    });
    expect(
      (await s.siteOwner.post(`/api/v1/sites/${s.site.id}/invitations`, { email, role: 'developer' })).status,
    ).toBe(201);
    expect((await s.sarah.post(path, { email: s.platformAdmin.email, role: 'viewer' })).body).toMatchObject({
      code: 'member.already_active',
      role: 'collaborator',
    });
  });

  it('is resent for another 7 days, changed, revoked like any other [R15, R16, R17]', async () => {
    const email = 'again@people.example';
    const { body } = await s.sarah.post(path, { email, role: 'viewer' });
    const oldToken = await s.world.inbox.token(email);
    await ageInvitation(s.world, body.id, 8 * 24 * HOUR);
    expect((await s.sarah.get(`${path}/${body.id}`)).body.expired).toBe(true);
    expect((await s.sarah.post(`${path}/${body.id}/resend`)).body).toMatchObject({ expired: false });
    expect((await s.world.nobody.post('/api/v1/invitations/lookup', { token: oldToken })).body.state).toBe(
      'superseded',
    );
    const changed = await s.sarah.patch(`${path}/${body.id}`, { role: 'member' });
    expect(changed.body).toMatchObject({ role: 'member', status: 'pending' });
    expect((await s.sarah.delete(`${path}/${changed.body.id}`)).status).toBe(204);
    expect((await s.sarah.get(`${path}?status=revoked`)).body.items.length).toBeGreaterThanOrEqual(2);
  });

  it('is not found among the invitations of a site, nor the other way round', async () => {
    const { body } = await s.sarah.post(path, { email: 'apart@people.example', role: 'viewer' });
    expect((await s.sarah.get(`/api/v1/sites/${s.site.id}/invitations/${body.id}`)).status).toBe(404);
    const onSite = await s.siteOwner.post(`/api/v1/sites/${s.site.id}/invitations`, {
      email: 'apart@people.example',
      role: 'developer',
    });
    expect((await s.sarah.delete(`${path}/${onSite.body.id}`)).status).toBe(404);
  });

  it('dies when its sender can no longer manage the team [R23]', async () => {
    const sender = await s.world.enroll(await s.world.person('Former Admin'), s.agency, 'admin');
    await sender.post(path, { email: 'orphan@people.example', role: 'member' });
    const token = await s.world.inbox.token('orphan@people.example');
    expect(
      (await s.sarah.patch(`/api/v1/accounts/${s.agency.id}/members/${sender.id}`, { role: 'viewer' }))
        .status,
    ).toBe(200);
    expect((await s.world.nobody.post('/api/v1/invitations/lookup', { token })).body.state).toBe('revoked');
  });
});
