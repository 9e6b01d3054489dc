import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { openReceiver } from './testing/receiver.ts';
import type { Receiver } from './testing/receiver.ts';

let setting: Setting;
let receiver: Receiver;
const EVERYTHING = [
  'membership.created',
  'membership.changed',
  'membership.removed',
  'invitation.created',
  'invitation.resent',
  'invitation.accepted',
  'invitation.declined',
  'invitation.revoked',
];
beforeAll(async () => {
  setting = await createSetting(inject('testServer'));
});
afterAll(() => setting.world.stop());
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(async () => {
  for (const { id } of (await setting.sarah.get(hooks())).body.items)
    await setting.sarah.delete(`${hooks()}/${id}`);
  await receiver.close();
});

const hooks = () => `/api/v1/accounts/${setting.agency.id}/webhooks`;
const add = async (events = EVERYTHING, url = receiver.url) => {
  const { status, body } = await setting.sarah.post(hooks(), { url, events });
  expect(status, JSON.stringify(body)).toBe(201);
  return body as { id: string; secret: string };
};
const deliveries = async (id: string, query = '') =>
  (await setting.sarah.get(`${hooks()}/${id}/deliveries${query}`)).body;
let number = 0;
const invite = async () => {
  const email = `hook-${(number += 1)}@people.example`;
  const path = `/api/v1/sites/${setting.site.id}/invitations`;
  return (await setting.siteOwner.post(path, { email, role: 'developer' })).body as {
    id: string;
    email: string;
  };
};

describe('an endpoint of an account', () => {
  it('is told of an invitation in a message that the published verifier accepts', async () => {
    const { secret } = await add();
    const invitation = await invite();
    const [message] = await receiver.received(1);
    receiver.verify(message!, secret);
    expect(message!.payload).toEqual({
      type: 'invitation.created',
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      data: {
        eventId: message!.headers['webhook-id'],
        action: 'invitation.created',
        accountId: setting.agency.id,
        siteId: setting.site.id,
        userId: null,
        invitationId: invitation.id,
        actor: { kind: 'person', id: setting.siteOwner.id },
        before: null,
        after: { email: invitation.email, role: 'developer', expiresAt: expect.any(String) },
        correlationId: expect.any(String),
      },
    });
    expect(() => receiver.verify(message!, 'whsec_bm90IHRoZSBzZWNyZXQgYXQgYWxsIG5vdCBpdA==')).toThrow();
    expect(() =>
      receiver.verify({ ...message!, body: message!.body.replace('developer', 'owner') }, secret),
    ).toThrow();
  });

  it('is told of memberships that begin, change and end', async () => {
    await add(['membership.created', 'membership.changed', 'membership.removed']);
    const { world, agency, site, siteOwner, admin } = setting;
    const mika = await world.enroll(await world.person('Mika Sato'), agency, 'member');
    await admin.post(`/api/v1/accounts/${agency.id}/members/${mika.id}/sites`, {
      assignments: [{ siteId: site.id, role: 'developer' }],
    });
    const member = `/api/v1/sites/${site.id}/members/${mika.id}`;
    await siteOwner.patch(member, { role: 'seo_specialist' });
    await siteOwner.delete(member);
    const got = await receiver.received(3);
    const told = got.map(({ payload }) => [
      payload.type,
      payload.data.userId,
      payload.data.after?.role ?? null,
    ]);
    expect(told.toSorted()).toEqual(
      [
        ['membership.created', mika.id, 'developer'],
        ['membership.changed', mika.id, 'seo_specialist'],
        ['membership.removed', mika.id, null],
      ].toSorted(),
    );
  });

  it('hears only of what it asked for, and nothing of another account', async () => {
    const { id } = await add(['invitation.revoked']);
    const { id: other } = await invite();
    const owner = await setting.world.person(`Other Owner ${number}`);
    const elsewhere = await setting.world.account(owner, `Elsewhere ${number}`);
    await owner.post(`/api/v1/accounts/${elsewhere.id}/invitations`, {
      email: 'x@people.example',
      role: 'viewer',
    });
    await setting.siteOwner.delete(`/api/v1/sites/${setting.site.id}/invitations/${other}`);
    await receiver.received(1);
    expect((await deliveries(id)).items.map((each: { type: string }) => each.type)).toEqual([
      'invitation.revoked',
    ]);
  });

  it('hears nothing of a change that was refused or rolled back', async () => {
    const { id } = await add();
    const path = `/api/v1/sites/${setting.site.id}/invitations`;
    expect(
      (await setting.platformAdmin.post(path, { email: 'no@people.example', role: 'owner' })).status,
    ).toBe(403);
    expect((await deliveries(id)).total).toBe(0);
  });

  it('gets a test event, and the list shows payload and answer', async () => {
    receiver.answer = { status: 200, text: 'thank you\0' };
    const { id, secret } = await add();
    const sent = await setting.sarah.post(`${hooks()}/${id}/test`);
    expect(sent.status).toBe(202);
    const [message] = await receiver.received(1);
    receiver.verify(message!, secret);
    expect(message!.payload).toMatchObject({ type: 'webhook.test', data: { webhookId: id } });
    await expect.poll(async () => (await deliveries(id)).items[0].state).toBe('delivered');
    expect((await deliveries(id)).items).toEqual([
      {
        ...{
          id: sent.body.id,
          messageId: message!.headers['webhook-id'],
          type: 'webhook.test',
          state: 'delivered',
        },
        ...{ attempts: 1, status: 200, problem: null, response: 'thank you', durationMs: expect.any(Number) },
        ...{ createdAt: expect.any(String), lastAttemptAt: expect.any(String), payload: message!.body },
      },
    ]);
    expect((await setting.sarah.get(`${hooks()}/${id}`)).body.lastDelivery).toMatchObject({
      state: 'delivered',
    });
  });

  it('can be sent a message again: the same bytes under the same id', async () => {
    const { id, secret } = await add(['invitation.created']);
    await invite();
    await receiver.received(1);
    await expect.poll(async () => (await deliveries(id)).items[0].state).toBe('delivered');
    const [delivery] = (await deliveries(id)).items;
    expect((await setting.sarah.post(`${hooks()}/${id}/deliveries/${delivery.id}/replay`)).status).toBe(202);
    const [first, second] = await receiver.received(2);
    expect(second!.body).toBe(first!.body);
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    receiver.verify(second!, secret);
  });

  it('is signed for with both secrets for a day after a rotation', async () => {
    const { id, secret } = await add(['invitation.created']);
    const rotated = await setting.sarah.post(`${hooks()}/${id}/rotate`);
    expect(rotated.status).toBe(200);
    expect(rotated.body.secret).not.toBe(secret);
    await invite();
    const [message] = await receiver.received(1);
    receiver.verify(message!, secret);
    receiver.verify(message!, rotated.body.secret);
    await setting.world.deps.database.sql`
      update webhook set previous_until = previous_until - interval '24 hours' where id = ${id}`;
    await invite();
    const [, later] = await receiver.received(2);
    receiver.verify(later!, rotated.body.secret);
    expect(() => receiver.verify(later!, secret)).toThrow();
  });

  it('shows its secret to whoever may set it up, which is recorded, and nowhere else', async () => {
    const { id, secret } = await add();
    expect((await setting.admin.get(`${hooks()}/${id}/secret`)).body).toEqual({ secret });
    expect(JSON.stringify((await setting.sarah.get(hooks())).body)).not.toContain(secret);
    const { body } = await setting.sarah.get(
      `/api/v1/accounts/${setting.agency.id}/security-events?action=webhook.secret_revealed`,
    );
    expect(body.items[0]).toMatchObject({ person: { id: setting.admin.id }, detail: { webhookId: id } });
    const rows = await setting.world.deps.database.sql`select secret from webhook where id = ${id}`;
    expect((rows[0]!['secret'] as Buffer).includes(Buffer.from(secret))).toBe(false);
  });

  it('is sent what somebody asks for 60 times a minute at most', async () => {
    const owner = await setting.world.person('Busy Owner');
    const busy = await setting.world.account(owner, 'Busy');
    const at = `/api/v1/accounts/${busy.id}/webhooks`;
    const { id } = (await owner.post(at, { url: receiver.url, events: EVERYTHING })).body;
    const statuses: number[] = [];
    for (let n = 0; n < 61; n += 1) statuses.push((await owner.post(`${at}/${id}/test`)).status);
    expect(statuses.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 202));
    expect(statuses.at(-1)).toBe(429);
  });

  it('is one of 10 at most', async () => {
    for (let n = 0; n < 10; n += 1) await add();
    const { status, body } = await setting.sarah.post(hooks(), { url: receiver.url, events: EVERYTHING });
    expect([status, body.code]).toEqual([409, 'webhook.limit_reached']);
  });

  it('is an https address, or loopback outside production, and nothing else', async () => {
    for (const url of [
      'http://example.com/x',
      'https://a:b@example.com/',
      'ftp://example.com',
      'nonsense',
      '',
    ])
      expect((await setting.sarah.post(hooks(), { url, events: EVERYTHING })).status, url).toBe(422);
    for (const events of [[], ['site.created'], 'membership.created'])
      expect((await setting.sarah.post(hooks(), { url: receiver.url, events })).status).toBe(422);
  });
});
