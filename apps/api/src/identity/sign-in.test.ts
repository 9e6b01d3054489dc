import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createIdentityWorld, PASSWORD } from '../testing/identity-world.ts';
import type { IdentityWorld } from '../testing/identity-world.ts';
import { createPasswords } from './passwords.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await createIdentityWorld(inject('testServer'), { passwords: createPasswords() });
  await world.join('ann@example.test');
});
afterAll(() => world.close());

const signIn = (email: string, password: string, sending = {}) =>
  world.post('sign-in/email', { email, password }, sending);

describe('signing in', () => {
  it('starts a session of 14 days and says who one is', async () => {
    const reply = await signIn(' ANN@example.test', PASSWORD);
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      user: { id: await world.userId('ann@example.test'), name: 'Somebody', email: 'ann@example.test' },
    });
    const [session] = await world.database.sql`
      select extract(epoch from expires_at - created_at)::int as lives from session
      where token = ${world.identity.sessionToken(reply.cookie)}`;
    expect(session).toEqual({ lives: 14 * 24 * 3600 });
  });

  it('sets one cookie: HttpOnly, SameSite=Lax, Path=/, no Domain, 14 days [A-055]', async () => {
    const { setCookie } = await signIn('ann@example.test', PASSWORD);
    expect(setCookie).toHaveLength(1);
    const [value, ...flags] = setCookie[0]!.split('; ');
    expect(value).toMatch(/^keyholder=/);
    expect(flags.sort()).toEqual(['HttpOnly', 'Max-Age=1209600', 'Path=/', 'SameSite=Lax']);
  });

  it('refuses wrong password, unknown address and unverified address with one answer [A-051]', async () => {
    await world.post('sign-up/email', { name: 'New', email: 'new@example.test', password: PASSWORD });
    const wrong = await signIn('ann@example.test', 'not the password');
    const unknown = await signIn('nobody@example.test', PASSWORD);
    const unverified = await signIn('new@example.test', 'not the password');
    const unverifiedRight = await signIn('new@example.test', PASSWORD);
    expect(wrong).toMatchObject({ status: 401, body: { code: 'auth.required' }, setCookie: [] });
    expect([unknown, unverified, unverifiedRight]).toEqual([wrong, wrong, wrong]);
  });

  it('mails a new link to whoever knows the password of an unverified address, at most 3 in an hour', async () => {
    await world.post('sign-up/email', { name: 'Slow', email: 'slow@example.test', password: PASSWORD });
    await world.database
      .sql`update mail set generation = generation - 100 where recipient = 'slow@example.test'`;
    await signIn('slow@example.test', 'not the password');
    expect(await world.mails('slow@example.test')).toHaveLength(1);
    for (let time = 2; time <= 5; time += 1) {
      expect(await signIn('slow@example.test', PASSWORD)).toMatchObject({ status: 401 });
      expect(await world.mails('slow@example.test')).toHaveLength(Math.min(time, 3));
      // The number of a mail is its second.
      await world.database
        .sql`update mail set generation = generation - 100 where recipient = 'slow@example.test'`;
    }
  });

  it('never takes up a session that was planted [A-056]', async () => {
    const attacker = await world.join('attacker@example.test');
    const reply = await signIn('ann@example.test', PASSWORD, { cookie: attacker });
    expect(reply.cookie).not.toBe(attacker);
    const planted = world.identity.sessionToken(attacker);
    const [whose] = await world.database.sql`select user_id from session where token = ${planted}`;
    expect(whose).toEqual({ user_id: await world.userId('attacker@example.test') });
    await world.post('sign-up/email', { name: 'V', email: 'victim@example.test', password: PASSWORD });
    const token = await world.verificationToken('victim@example.test');
    const verified = await world.post('verify-email', { token }, { cookie: attacker });
    expect(world.identity.sessionToken(verified.cookie)).not.toBe(planted);
  });

  it('renews a hash that was made with less than today’s cost', async () => {
    const id = await world.userId('ann@example.test');
    const weak = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2 });
    await world.database.sql`update credential set password = ${weak} where user_id = ${id}`;
    expect(await signIn('ann@example.test', PASSWORD)).toMatchObject({ status: 200 });
    const [stored] = await world.database.sql<
      { password: string }[]
    >`select password from credential where user_id = ${id}`;
    expect(stored?.password).toMatch(/^\$argon2id\$v=19\$m=65536,t=2,p=1\$/);
    expect(await signIn('ann@example.test', PASSWORD)).toMatchObject({ status: 200 });
  });

  it('leaves a trace of success and failure without the address [R43]', async () => {
    await signIn('ann@example.test', 'not the password', { headers: { 'user-agent': 'Browser 1' } });
    await signIn('ann@example.test', PASSWORD);
    const events = await world.database.sql`
      select action, user_agent from security_event where user_id = ${await world.userId('ann@example.test')} order by id desc limit 2`;
    expect(events).toEqual([
      { action: 'sign_in.succeeded', user_agent: null },
      { action: 'sign_in.failed', user_agent: 'Browser 1' },
    ]);
  });

  it.each([
    ['an array', ['ann@example.test']],
    ['an array of two', ['ann@example.test', 'evil@example.test']],
    ['an object', { $ne: null }],
    ['a number', 1],
    ['null', null],
    ['two addresses', 'ann@example.test,evil@example.test'],
    ['a header', 'ann@example.test\r\nBcc: evil@example.test'],
  ])('refuses an address that is %s, as do sign-up and reset [A-044]', async (_, email) => {
    const before = await world.database.sql`select count(*)::int as n from mail`;
    for (const [path, rest] of [
      ['sign-in/email', { password: PASSWORD }],
      ['sign-up/email', { name: 'X', password: PASSWORD }],
      ['request-password-reset', {}],
    ] as const) {
      expect(await world.post(path, { email, ...rest })).toMatchObject({
        status: 422,
        body: { fields: { email: expect.any(String) } },
      });
      expect(await world.post(path, { 'email[0]': 'ann@example.test', ...rest })).toMatchObject({
        status: 422,
      });
    }
    const repeated = '{"email":"ann@example.test","email":"evil@example.test","password":"x"}';
    expect(await world.post('sign-in/email', repeated)).toMatchObject({ status: 400 });
    expect(await world.database.sql`select count(*)::int as n from mail`).toEqual(before);
  });
});
