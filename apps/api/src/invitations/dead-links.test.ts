import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { HOUR, ageInvitation, expireInvitation } from '../testing/clock.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import type { Caller } from '../testing/people.ts';

let s: Setting;
let path: string;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  path = `/api/v1/sites/${s.site.id}/invitations`;
});
afterAll(() => s.world.stop());

const PASSWORD = 'lantern otter 42 quilt';

async function invite(email: string, role = 'content_editor') {
  const { body } = await s.siteOwner.post(path, { email, role });
  return { id: body.id as string, token: await s.world.inbox.token(body.email) };
}
const accept = (by: Caller, token: string, more: object = {}) =>
  by.post('/api/v1/invitations/accept', { token, ...more });
const decline = (by: Caller, token: string, reason?: string) =>
  by.post('/api/v1/invitations/decline', { token, ...(reason ? { reason } : {}) });
const lookup = async (by: Caller, token: string) =>
  (await by.post('/api/v1/invitations/lookup', { token })).body;

describe('a link that no longer works', () => {
  it('is good until the last millisecond of its 48 hours by the clock of the database [R13, A-027]', async () => {
    const { token, id } = await invite('expiry@people.example');
    await expireInvitation(s.world, id, 0);
    expect(await accept(s.world.nobody, token)).toMatchObject({
      status: 410,
      body: { code: 'invitation.expired' },
    });
    expect((await lookup(s.world.nobody, token)).state).toBe('expired');
    await expireInvitation(s.world, id, 20_000);
    expect((await accept(s.world.nobody, token, { name: 'In Time', password: PASSWORD })).status).toBe(200);
  });

  it('is invalid in one way, whatever is wrong with it [A-023, A-028]', async () => {
    const { token } = await invite('invalid@people.example');
    const { token: other } = await invite('invalid2@people.example');
    const [id, mac] = token.split('.') as [string, string];
    const wrong = [
      '',
      'x',
      id,
      `${id}.`,
      `.${mac}`,
      `${id}.${other.split('.')[1]}`,
      `${id.toUpperCase()}.${mac}`,
      `${id}.${mac}x`,
      `${id}.${mac}.${mac}`,
      `00000000-0000-0000-0000-000000000000.${mac}`,
      `${id}.${'A'.repeat(43)}`,
      'kh_12345678_abc',
    ];
    const bodies = new Set<string>();
    for (const bad of wrong) {
      for (const route of ['lookup', 'accept', 'decline', 'request-new-link']) {
        const answer = await s.world.nobody.post(`/api/v1/invitations/${route}`, { token: bad });
        expect(answer.status).toBe(410);
        bodies.add(JSON.stringify({ ...answer.body, requestId: '' }));
      }
    }
    expect(bodies.size).toBe(1);
    for (const bad of [undefined, null, [], [token], {}, 7])
      expect((await s.world.nobody.post('/api/v1/invitations/accept', { token: bad })).status).toBe(422);
    expect(
      (await s.world.nobody.post('/api/v1/invitations/accept', { token: 'x'.repeat(100_000) })).status,
    ).toBe(413);
  });

  it('dies with the authority of its sender [R23, A-038]', async () => {
    const sender = await s.world.place(
      await s.world.person('Leaving Admin'),
      s.agency,
      s.site,
      'platform_admin',
    );
    const { body } = await sender.post(path, { email: 'orphan@people.example', role: 'developer' });
    const token = await s.world.inbox.token('orphan@people.example');
    await s.siteOwner.patch(`/api/v1/sites/${s.site.id}/members/${sender.id}`, { role: 'developer' });
    expect(await accept(s.world.nobody, token)).toMatchObject({
      status: 410,
      body: { code: 'invitation.revoked' },
    });
    expect((await s.siteOwner.get(`${path}/${body.id}`)).body.status).toBe('revoked');
  });

  it('does not lead back in after a removal from the site [R30]', async () => {
    const person = await s.world.person('Invited Twice');
    const { token } = await invite(person.email);
    await s.world.place(person, s.agency, s.site, 'developer');
    expect((await s.siteOwner.delete(`/api/v1/sites/${s.site.id}/members/${person.id}`)).status).toBe(200);
    expect((await accept(person, token)).body.code).toBe('invitation.revoked');
  });

  it('changes nothing by being looked at [R20]', async () => {
    const { token, id } = await invite('looked@people.example');
    for (let times = 0; times < 20; times += 1) await lookup(s.world.nobody, token);
    expect((await s.siteOwner.get(`${path}/${id}`)).body.status).toBe('pending');
  });
});

describe('declining and asking again', () => {
  it('tells the sender why and frees the slot [R18]', async () => {
    const { token, id } = await invite('decline@people.example');
    expect((await decline(s.world.nobody, token, 'No time <b>now</b>')).status).toBe(204);
    expect((await s.world.inbox.newest(s.siteOwner.email, 'declined')).text).toContain('No time');
    expect((await s.siteOwner.get(`${path}/${id}`)).body).toMatchObject({
      status: 'declined',
      declineReason: 'No time <b>now</b>',
    });
    expect((await accept(s.world.nobody, token)).body.code).toBe('invitation.declined');
    expect(
      (await s.siteOwner.post(path, { email: 'decline@people.example', role: 'developer' })).status,
    ).toBe(201);
  });

  it('asks the sender for a new link once an hour', async () => {
    const { token, id } = await invite('again@people.example');
    await ageInvitation(s.world, id, 50 * HOUR);
    const ask = () => s.world.nobody.post('/api/v1/invitations/request-new-link', { token });
    expect((await ask()).status).toBe(202);
    expect((await s.world.inbox.newest(s.siteOwner.email, 'new link')).to).toBe(s.siteOwner.email);
    expect(await ask()).toMatchObject({ status: 429, body: { code: 'rate.limited' } });
  });
});
