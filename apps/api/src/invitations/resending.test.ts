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
