import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { APP_URL, createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

const EMAIL = 'ann@example.test';
const PASSWORD = 'correct horse battery';
let world: World;
beforeAll(async () => {
  world = await createWorld(inject('testServer'));
});
afterAll(() => world.stop());

/** The cookie that an answer sets, for the next request. */
const cookieIn = (headers: Headers) => ({ cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '' });
const tokenIn = (text: string, page: string) => new RegExp(`${APP_URL}/${page}#(\\S+)`).exec(text)?.[1];
const ask = async (path: string, cookie: { cookie: string }, at: Pick<World, 'app'> = world) =>
  at.app.request(`${APP_URL}${path}`, { headers: cookie });

/** Reads an event stream to its end; answers how long that took, in ms. */
async function untilClosed(response: Response): Promise<number> {
  const start = Date.now();
  const reader = response.body!.getReader();
  let text = '';
  for (
    let part = await reader.read();
    !part.done && !text.includes('event: close');
    part = await reader.read()
  ) {
    text += new TextDecoder().decode(part.value);
  }
  await reader.cancel();
  return Date.now() - start;
}

describe('a person’s way through identity, with real mails', () => {
  it('goes from sign-up over the mailed link to a session that every process knows', async () => {
    const { nobody } = world;
    expect(
      (await nobody.post('/api/auth/sign-up/email', { name: 'Ann', email: EMAIL, password: PASSWORD }))
        .status,
    ).toBe(200);
    const mail = await world.inbox.newest(EMAIL, 'Confirm');
    const answer = await nobody.post('/api/auth/verify-email', { token: tokenIn(mail.text, 'verify-email') });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const other = await world.another();
    const me = await ask('/api/v1/me', cookieIn(answer.headers), other);
    expect(await me.json()).toMatchObject({ user: { name: 'Ann', email: EMAIL } });
  });

  it('closes the event streams of a session within a second of its sign-out, in every process [R30, A-057]', async () => {
    const signIn = () => world.nobody.post('/api/auth/sign-in/email', { email: EMAIL, password: PASSWORD });
    const [cookie, kept] = [cookieIn((await signIn()).headers), cookieIn((await signIn()).headers)];
    const created = await world.nobody.post('/api/v1/accounts', { name: 'Agency' }, cookie);
    const other = await world.another();
    const path = `/api/v1/accounts/${created.body.id}/events`;
    const [here, there, stays] = [
      await ask(path, cookie),
      await ask(path, cookie, other),
      await ask(path, kept, other),
    ];
    let keptOpen = true;
    void untilClosed(stays).then(() => (keptOpen = false));
    const closed = Promise.all([untilClosed(here), untilClosed(there)]);
    expect((await world.nobody.post('/api/auth/sign-out', {}, cookie)).status).toBe(200);
    for (const ms of await closed) expect(ms).toBeLessThan(1_000);
    expect(keptOpen).toBe(true);
    for (const at of [world, other]) expect((await ask('/api/v1/me', cookie, at)).status).toBe(401);
    expect((await ask('/api/v1/me', kept)).status).toBe(200);
  });

  it('sets a new password through the mailed link, which ends the sessions in every process [A-057]', async () => {
    const { nobody } = world;
    const cookie = cookieIn(
      (await nobody.post('/api/auth/sign-in/email', { email: EMAIL, password: PASSWORD })).headers,
    );
    await nobody.post('/api/auth/request-password-reset', { email: EMAIL });
    const mail = await world.inbox.newest(EMAIL, 'new password');
    const reset = { token: tokenIn(mail.text, 'reset-password'), newPassword: 'another horse battery' };
    expect((await nobody.post('/api/auth/reset-password', reset)).status).toBe(200);
    const other = await world.another();
    for (const at of [world, other]) expect((await ask('/api/v1/me', cookie, at)).status).toBe(401);
    expect((await nobody.post('/api/auth/sign-in/email', { email: EMAIL, password: PASSWORD })).status).toBe(
      401,
    );
  });

  it('tells the mailbox, and nobody else, that its address was used to sign up again', async () => {
    await world.nobody.post('/api/auth/sign-up/email', {
      name: 'Eve',
      email: EMAIL,
      password: 'the horse of somebody else',
    });
    const mail = await world.inbox.newest(EMAIL, 'already');
    expect(mail.text).toContain(`${APP_URL}/sign-in`);
    expect(mail.text).not.toContain('Eve');
  });
});

describe('a session out of a dump of the database [A-029]', () => {
  it('opens nothing as a cookie, signed or bare, nor as a bearer', async () => {
    const dan = await world.person('Dan');
    const [row] = await world.deps.database.sql<
      { token: string }[]
    >`select token from session where user_id = ${dan.id}`;
    const token = row?.token ?? '';
    expect((await dan.get('/api/v1/me')).status).toBe(200);
    for (const headers of [
      { cookie: `keyholder=${token}` },
      { cookie: `keyholder=${token}.${'A'.repeat(43)}%3D` },
      { authorization: `Bearer ${token}` },
    ]) {
      expect((await world.app.request(`${APP_URL}/api/v1/me`, { headers })).status).toBe(401);
    }
  });
});
