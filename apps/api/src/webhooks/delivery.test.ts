import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { isPublicAddress } from '../http/public-address.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { createDeliverWebhooks } from '../jobs/deliver-webhooks.ts';
import { postMessage } from './post-message.ts';
import { openReceiver } from './testing/receiver.ts';
import type { Receiver } from './testing/receiver.ts';

let setting: Setting;
let receiver: Receiver;
beforeAll(async () => {
  setting = await createSetting(inject('testServer'), { quiet: true });
});
afterAll(() => setting.world.stop());
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(() => receiver.close());

const signal = new AbortController().signal;
const hooks = () => `/api/v1/accounts/${setting.agency.id}/webhooks`;
const sql = () => setting.world.deps.database.sql;

/** An endpoint with one message that only this test tries to deliver: no job waits for it. */
async function waiting() {
  const { id } = (await setting.sarah.post(hooks(), { url: receiver.url, events: ['invitation.created'] }))
    .body;
  receiver.answer = { status: 200 };
  await setting.sarah.post(`${hooks()}/${id}/test`);
  await receiver.received(1);
  await expect.poll(async () => (await one(id)).state).toBe('delivered');
  const delivery = (await one(id)).id;
  await sql()`update webhook_delivery set state = 'queued', attempts = 0 where id = ${delivery}`;
  receiver.got.length = 0;
  const { database, write, settings, keys, log } = setting.world.deps;
  const deliver = createDeliverWebhooks({ database, write, settings, keys, log });
  return { id: id as string, delivery: delivery as string, attempt: () => deliver([delivery], signal) };
}
const one = async (id: string) => (await setting.sarah.get(`${hooks()}/${id}/deliveries`)).body.items[0];
const endpoint = async (id: string) => (await setting.sarah.get(`${hooks()}/${id}`)).body;

describe('an endpoint that fails', () => {
  it('is tried again by the queue until it works', async () => {
    receiver.answer = { status: 500, text: 'not now' };
    const { id } = (await setting.sarah.post(hooks(), { url: receiver.url, events: ['invitation.created'] }))
      .body;
    await setting.sarah.post(`${hooks()}/${id}/test`);
    await receiver.received(1);
    await expect
      .poll(async () => await one(id))
      .toMatchObject({
        ...{ state: 'queued', attempts: 1, status: 500, problem: 'answered 500', response: 'not now' },
      });
    expect((await endpoint(id)).failingSince).not.toBeNull();
    receiver.answer = { status: 200 };
    await receiver.received(2);
    await expect.poll(async () => (await one(id)).state).toBe('delivered');
    expect((await endpoint(id)).failingSince).toBeNull();
    expect(receiver.got[1]!.body).toBe(receiver.got[0]!.body);
  }, 40_000);

  it('is given up with a message after 48 hours', async () => {
    const { id, delivery, attempt } = await waiting();
    receiver.answer = { status: 503 };
    expect((await attempt()).get(delivery)).toBe('answered 503');
    await sql()`update webhook_delivery set queued_at = queued_at - interval '48 hours' where id = ${delivery}`;
    expect((await attempt()).size).toBe(0);
    expect(await one(id)).toMatchObject({ state: 'failed', status: 503, attempts: 2 });
  });

  it('is switched off after 3 days of nothing but failures, which is recorded, and on again by a person', async () => {
    const { id, attempt, delivery } = await waiting();
    receiver.answer = { status: 500 };
    await attempt();
    await sql()`update webhook set failing_since = failing_since - interval '71 hours' where id = ${id}`;
    await attempt();
    expect((await endpoint(id)).state).toBe('active');
    await sql()`update webhook set failing_since = failing_since - interval '1 hour' where id = ${id}`;
    await attempt();
    expect(await endpoint(id)).toMatchObject({ state: 'disabled', disabledBy: 'failing' });
    const [event] = await sql()`
      select actor_kind, action, reason from audit_event where target_id = ${id} order by seq desc limit 1`;
    expect(event).toEqual({ actor_kind: 'system', action: 'webhook.disabled', reason: 'failed for days' });
    expect((await attempt()).size).toBe(0);
    expect(await one(id)).toMatchObject({ state: 'failed', problem: 'the endpoint is switched off' });
    expect((await setting.sarah.post(`${hooks()}/${id}/test`)).body.code).toBe('webhook.disabled');
    expect((await setting.sarah.post(`${hooks()}/${id}/deliveries/${delivery}/replay`)).body.code).toBe(
      'webhook.disabled',
    );
    await setting.sarah.patch(`${hooks()}/${id}`, { state: 'active' });
    expect(await endpoint(id)).toMatchObject({ state: 'active', failingSince: null });
  });

  it('is switched off at once when it says that it is gone', async () => {
    const { id, attempt } = await waiting();
    receiver.answer = { status: 410 };
    await attempt();
    expect(await endpoint(id)).toMatchObject({ state: 'disabled', disabledBy: 'failing' });
  });

  it('leads nowhere else by a redirect', async () => {
    const { id, attempt } = await waiting();
    const trap = await openReceiver();
    receiver.answer = { status: 307, location: trap.url };
    await attempt();
    expect(await one(id)).toMatchObject({ state: 'queued', problem: 'answered 307' });
    expect(trap.got).toEqual([]);
    await trap.close();
  });

  /** What comes of a message to an endpoint that says this, raw, and then keeps the line. */
  async function answered(text: string, patience: AbortSignal) {
    const other = createServer((socket) => {
      socket.on('error', () => {}).once('data', () => socket.write(text));
    }).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
    const posted = await postMessage({ url, headers: {}, body: '{}' }, true, patience);
    other.close();
    return posted;
  }

  it('ends an attempt also when it changes the protocol instead of answering', async () => {
    const text = 'HTTP/1.1 101 Other\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n';
    expect(await answered(text, signal)).toMatchObject({ status: null, problem: 'answered 101' });
  });

  it('has taken a message when it says so, though the rest of its answer never comes', async () => {
    const text = 'HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\nfine';
    expect(await answered(text, AbortSignal.timeout(500))).toEqual({
      ...{ status: 200, problem: null, response: 'fine' },
    });
  });

  it('that is deleted gets nothing more', async () => {
    const { id, attempt } = await waiting();
    expect((await setting.sarah.delete(`${hooks()}/${id}`)).status).toBe(204);
    expect((await attempt()).size).toBe(0);
    expect(receiver.got).toEqual([]);
  });
});

describe('our own network', () => {
  const message = (url: string) => ({ url, headers: {}, body: '{}' });
  it.each([
    'https://127.0.0.1/',
    'https://10.1.2.3/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[::1]/',
    'https://[fd00::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://localhost/',
  ])('is not reached by %s', async (url) => {
    expect((await postMessage(message(url), false, signal)).problem).toBe('not a public address');
  });

  it('is not reached over plain http, and in production not on loopback either', async () => {
    expect((await postMessage(message(receiver.url), false, signal)).problem).toBe('not an https address');
    expect(receiver.got).toEqual([]);
  });

  it('is every address that is not public', () => {
    expect(['8.8.8.8', '1.1.1.1', '2606:4700::1111'].filter((each) => !isPublicAddress(each))).toEqual([]);
    const ours = [
      '0.0.0.0',
      '100.64.0.1',
      '172.31.255.255',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      'fe80::1',
      'ff02::1',
      '2002:a00:1::',
      'nonsense',
    ];
    expect(ours.filter(isPublicAddress)).toEqual([]);
  });
});
