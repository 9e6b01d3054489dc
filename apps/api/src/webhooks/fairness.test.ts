import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';
import { openReceiver } from './testing/receiver.ts';
import type { Receiver } from './testing/receiver.ts';

/** More than all workers of a process take at once. */
const MANY = 60;

let world: World;
let receiver: Receiver;
const silent = createServer((socket) => void socket.on('error', () => {}).resume());
beforeAll(async () => {
  world = await createWorld(inject('testServer'), { quiet: true });
  receiver = await openReceiver();
  await once(silent.listen(0, '127.0.0.1'), 'listening');
});
afterAll(async () => {
  silent.close();
  await Promise.all([receiver.close(), world.stop()]);
});

/** An account with one endpoint; answers the call that sends it a message. */
async function endpointOf(name: string, url: string) {
  const owner = await world.person(name);
  const { id } = await world.account(owner, `Of ${name}`);
  const hooks = `/api/v1/accounts/${id}/webhooks`;
  const made = await owner.post(hooks, { url, events: ['invitation.created'] });
  return async () => expect((await owner.post(`${hooks}/${made.body.id}/test`)).status).toBe(202);
}

it('an endpoint that never answers keeps nobody else’s messages waiting, however many wait for it', async () => {
  const port = (silent.address() as AddressInfo).port;
  const toSilent = await endpointOf('Slow Receiver', `http://127.0.0.1:${port}/`);
  const toOther = await endpointOf('Quick Receiver', receiver.url);
  for (let sent = 0; sent < MANY; sent += 1) await toSilent();
  const before = Date.now();
  await toOther();
  await receiver.received(1);
  // An attempt is given up after 10 s: whoever waited for one would come later than this.
  expect(Date.now() - before).toBeLessThan(6_000);
}, 40_000);
