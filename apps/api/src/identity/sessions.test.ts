import { SIGNAL_CHANNEL } from '@keyholder/db';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { COOKIE_SECRET, createIdentityWorld, PASSWORD } from '../testing/identity-world.ts';
import type { IdentityWorld } from '../testing/identity-world.ts';
import { createSessionCookie } from './session-cookie.ts';

let world: IdentityWorld;
const signals: { event: string; id: string; userId?: string }[] = [];
beforeAll(async () => {
  world = await createIdentityWorld(inject('testServer'));
  await world.database.sql.listen(SIGNAL_CHANNEL, (payload) => void signals.push(JSON.parse(payload)));
});
afterAll(() => world.close());

const idOf = async (cookie: string | undefined): Promise<string | undefined> => {
  const token = world.identity.sessionToken(cookie);
  const [found] = await world.database.sql<{ id: string }[]>`select id from session where token = ${token}`;
  return found?.id;
};
const signIn = async (email: string) =>
  (await world.post('sign-in/email', { email, password: PASSWORD })).cookie;

describe('a session', () => {
  it('cannot be opened with what the database holds [A-029]', async () => {
    const cookie = await world.join('dump@example.test');
    const [row] = await world.database.sql<{ token: string }[]>`select token from session`;
    const token = row?.token ?? '';
    expect(world.identity.sessionToken(cookie)).toBe(token);
    for (const value of [token, `${token}.`, `${token}.${'A'.repeat(43)}=`, `${token}.${token}`]) {
      expect(world.identity.sessionToken(`keyholder=${encodeURIComponent(value)}`)).toBeNull();
    }
  });

  it('ends with sign-out at once, and all processes hear which one [A-057]', async () => {
    await world.join('out@example.test');
    const [left, kept] = [await signIn('out@example.test'), await signIn('out@example.test')];
    const [leftId, keptId] = [await idOf(left), await idOf(kept)];
    const reply = await world.post('sign-out', {}, { cookie: left });
    expect(reply).toMatchObject({ status: 200, body: { status: 'signed_out' } });
    expect(reply.setCookie).toEqual(['keyholder=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax']);
    expect(await idOf(left)).toBeUndefined();
    expect(await idOf(kept)).toBe(keptId);
    await expect
      .poll(() => signals, { timeout: 1_000 })
      .toContainEqual({ accountId: null, event: 'session.ended', id: leftId });
    expect(await world.post('sign-out', {}, { cookie: left })).toMatchObject({ status: 200 });
  });

  it('is not ended by a request of another site [A-053]', async () => {
    const cookie = await world.join('cross@example.test');
    for (const origin of ['https://evil.test', 'null', 'http://localhost:3000.evil.test']) {
      const reply = await world.post('sign-out', {}, { cookie, headers: { origin } });
      expect(reply).toMatchObject({ status: 403, body: { code: 'request.cross_origin' } });
    }
    expect(await idOf(cookie)).toBeDefined();
  });

  it('can be started for somebody who just joined, with the same kind of cookie', async () => {
    await world.join('join@example.test');
    const request = new Request('http://localhost:3000/', {
      headers: { 'user-agent': 'Browser 2', 'x-forwarded-for': '198.51.100.1' },
    });
    const setCookie = await world.identity.startSession(await world.userId('join@example.test'), request);
    const fromSignIn =
      (await world.post('sign-in/email', { email: 'join@example.test', password: PASSWORD })).setCookie[0] ??
      '';
    const flags = (cookie: string) => cookie.split('; ').slice(1).sort();
    expect(flags(setCookie)).toEqual(flags(fromSignIn));
    const [session] = await world.database
      .sql`select ip_address, user_agent from session where id = ${(await idOf(setCookie.split(';')[0])) ?? ''}`;
    expect(session).toEqual({ ip_address: '198.51.100.1', user_agent: 'Browser 2' });
  });
});

describe('the session cookie', () => {
  const cookie = createSessionCookie(COOKIE_SECRET, true);

  it('has a __Host- name and Secure over https [A-055]', async () => {
    expect(cookie.write('t')).toMatch(
      /^__Host-keyholder=t\.[\w%]+; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const secure = await createIdentityWorld(inject('testServer'), { secure: true });
    const joined = await secure.join('https@example.test');
    const { setCookie } = await secure.post('sign-in/email', {
      email: 'https@example.test',
      password: PASSWORD,
    });
    expect(joined).toMatch(/^__Host-keyholder=/);
    expect(setCookie[0]?.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Max-Age=1209600',
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ]);
    expect(secure.identity.sessionToken(joined)).not.toBeNull();
    expect(secure.identity.sessionToken(joined.replace('__Host-', ''))).toBeNull();
    await secure.close();
  });

  it('is found beside others, also when one of its name was planted in front', () => {
    const ours = cookie.write('token').split(';')[0];
    expect(cookie.read(`a=b; __Host-keyholder=planted; ${ours}; c`)).toBe('token');
    expect(cookie.read(`x__Host-keyholder=1; ${ours?.replace('token', 'other')}`)).toBeNull();
    expect(cookie.read('__Host-keyholder=%E0%A4%A; __Host-keyholder')).toBeNull();
    expect(cookie.read(undefined)).toBeNull();
  });
});
