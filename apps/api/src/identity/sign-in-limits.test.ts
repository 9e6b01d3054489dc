import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createIdentityWorld, PASSWORD } from '../testing/identity-world.ts';
import type { IdentityWorld } from '../testing/identity-world.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await createIdentityWorld(inject('testServer'));
  await world.join('ann@example.test');
});
afterAll(() => world.close());

const statusOf = async (email: string, password: string, from: string) =>
  (await world.post('sign-in/email', { email, password }, { from })).status;

/** How many of `tries` parallel guesses are judged at all. */
async function judged(tries: readonly (readonly [email: string, from: string])[]): Promise<number> {
  let count = 0;
  for (let start = 0; start < tries.length; start += 20) {
    const batch = tries
      .slice(start, start + 20)
      .map(([email, from]) => statusOf(email, 'a guess of somebody', from));
    count += (await Promise.all(batch)).filter((status) => status === 401).length;
  }
  return count;
}

describe('guessing passwords [A-048]', () => {
  it('stops after 10 failures of one person from one network, also when they come at once, and says when to come back', async () => {
    const tries = Array.from({ length: 30 }, () => ['ann@example.test', '192.0.2.1'] as const);
    expect(await judged(tries)).toBe(10);
    const reply = await world.post(
      'sign-in/email',
      { email: 'ann@example.test', password: PASSWORD },
      { from: '192.0.2.1' },
    );
    expect(reply).toMatchObject({ status: 429, body: { code: 'rate.limited' } });
    expect(reply.body['retryAfter']).toBeGreaterThan(800);
    expect(reply.body['retryAfter']).toBeLessThanOrEqual(900);
  });

  it('lets the true person in from elsewhere meanwhile', async () => {
    expect(await statusOf('ann@example.test', PASSWORD, '198.51.100.7')).toBe(200);
  });

  it('stops after 100 failures from one network, whoever they aim at', async () => {
    const tries = Array.from({ length: 130 }, (_, n) => [`person${n}@example.test`, '192.0.2.2'] as const);
    expect(await judged(tries)).toBe(100);
    expect(await statusOf('ann@example.test', PASSWORD, '192.0.2.2')).toBe(429);
  });

  it('slows one person’s guesses from many networks, but not the person at home', async () => {
    const tries = Array.from({ length: 120 }, (_, n) => ['ann@example.test', `203.0.113.${n}`] as const);
    expect(await judged(tries)).toBeLessThanOrEqual(50);
    expect(await statusOf('ann@example.test', PASSWORD, '203.0.113.200')).toBe(429);
    expect(await statusOf('ann@example.test', PASSWORD, '198.51.100.7')).toBe(200);
  });

  it('does not count what succeeds', async () => {
    await world.join('busy@example.test');
    for (let time = 0; time < 12; time += 1)
      expect(await statusOf('busy@example.test', PASSWORD, '192.0.2.9')).toBe(200);
  });
});

describe('other limits of identity', () => {
  it('lets 20 sign-ups an hour come from one network', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 22; n += 1) {
      const body = { name: 'N', email: `many${n}@example.test`, password: PASSWORD };
      statuses.push((await world.post('sign-up/email', body, { from: '2001:db8:1:2::1' })).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    const neighbour = { name: 'N', email: 'neighbour@example.test', password: PASSWORD };
    expect((await world.post('sign-up/email', neighbour, { from: '2001:db8:1:2::ffff' })).status).toBe(429);
    expect((await world.post('sign-up/email', neighbour, { from: '2001:db8:1:3::1' })).status).toBe(200);
  });

  it('sends 3 mails an hour to one mailbox, whether it is known or not', async () => {
    await world.join('mail@example.test');
    const ask = async (email: string) => (await world.post('request-password-reset', { email })).status;
    expect([
      await ask('mail@example.test'),
      await ask('mail@example.test'),
      await ask('mail@example.test'),
    ]).toEqual([200, 200, 429]);
    expect([
      await ask('no@example.test'),
      await ask('no@example.test'),
      await ask('no@example.test'),
      await ask('no@example.test'),
    ]).toEqual([200, 200, 200, 429]);
  });

  it('stops guessing tokens after 60 an hour from one network', async () => {
    const guess = (path: string, body: object) => world.post(path, body, { from: '192.0.2.60' });
    for (let n = 0; n < 30; n += 1) {
      expect((await guess('verify-email', { token: `guess${n}` })).status).toBe(422);
      expect((await guess('reset-password', { token: `guess${n}`, newPassword: PASSWORD })).status).toBe(422);
    }
    expect(await guess('verify-email', { token: 'guess' })).toMatchObject({ status: 429 });
    expect(await guess('reset-password', { token: 'guess', newPassword: PASSWORD })).toMatchObject({
      status: 429,
    });
  });
});
