import { connect } from '@keyholder/db';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { enrol, firstStep, scan } from '../testing/authenticator.ts';
import { createIdentityWorld, PASSWORD } from '../testing/identity-world.ts';
import type { IdentityWorld, Reply } from '../testing/identity-world.ts';

let world: IdentityWorld;
const now = new Date();
const clock = () => now;
let number = 0;
let email: string;
let cookie: string;
beforeAll(async () => {
  world = await createIdentityWorld(inject('testServer'), { clock });
});
afterAll(() => world.close());
beforeEach(async () => {
  email = `ann.${(number += 1)}@example.test`;
  cookie = await world.join(email);
});

const NEW_PASSWORD = 'quite another lantern 7';
const offer = (body: object = { password: PASSWORD }, by = cookie) =>
  world.post('two-factor/enable', body, { cookie: by });
const sessions = async () =>
  (
    await world.database.sql<{ token: string }[]>`
      select token from session where user_id = ${await world.userId(email)}`
  ).map(({ token }) => token);
const tokenOf = (from: string | undefined) => world.identity.sessionToken(from);
const age = (minutes: number) =>
  world.database.sql`update session set created_at = created_at - ${minutes} * interval '1 minute'`;
const notices = async () =>
  (
    await world.database.sql<{ change: string }[]>`
      select data->>'change' as change from mail where recipient = ${email} and kind = 'security_notice' order by id`
  ).map(({ change }) => change);
const signInAgain = async () => {
  const { cookie: again } = await world.post('sign-in/email', { email, password: PASSWORD });
  return again!;
};

describe('turning a second factor on', () => {
  it('takes the password, and asks for nothing before a code has confirmed it', async () => {
    const refused = await offer({ password: 'not the password 1' });
    expect(refused).toMatchObject({ status: 422, body: { fields: { password: expect.any(String) } } });
    expect((await offer({})).status).toBe(422);
    expect((await offer({ password: PASSWORD }, '')).status).toBe(401);
    const given = await offer();
    expect(given.body).toEqual({
      uri: expect.stringMatching(/^otpauth:\/\/totp\/Keyholder:/),
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
      recoveryCodes: expect.any(Array),
    });
    expect((await world.post('sign-in/email', { email, password: PASSWORD })).body).toHaveProperty('user');
    const wrong = await world.post('two-factor/confirm', { code: '000000' }, { cookie });
    expect(wrong.status).toBe(422);
    expect(await notices()).toEqual([]);
  });

  it('ends every other session, gives this browser a new one, and tells the person [A-057]', async () => {
    const others = [await signInAgain(), await signInAgain()];
    const { body } = await offer();
    const on = await world.post(
      'two-factor/confirm',
      { code: scan(String(body['secret']), clock).code() },
      { cookie },
    );
    expect(on).toMatchObject({ status: 200, body: { status: 'on' } });
    expect(await sessions()).toEqual([tokenOf(on.cookie)]);
    for (const ended of [cookie, ...others]) expect((await offer(undefined, ended)).status).toBe(401);
    expect(await notices()).toEqual(['second_factor_on']);
    expect(await offer(undefined, on.cookie)).toMatchObject({
      status: 409,
      body: { code: 'second_factor.already_on' },
    });
  });

  it('replaces an offer that was not confirmed', async () => {
    const first = await offer();
    const second = await offer();
    const confirm = (secret: unknown) =>
      world.post('two-factor/confirm', { code: scan(String(secret), clock).code() }, { cookie });
    expect((await confirm(first.body['secret'])).status).toBe(422);
    expect((await confirm(second.body['secret'])).status).toBe(200);
  });

  it('cannot be confirmed without an offer', async () => {
    expect(await world.post('two-factor/confirm', { code: '123456' }, { cookie })).toMatchObject({
      status: 409,
      body: { code: 'second_factor.not_on' },
    });
  });

  it('asks whoever has no password for a fresh sign-in instead', async () => {
    await world.database.sql`delete from credential where user_id = ${await world.userId(email)}`;
    expect((await offer({})).status).toBe(200);
    await age(10);
    expect(await offer({})).toMatchObject({ status: 403, body: { code: 'auth.reauthentication_required' } });
  });
});

describe('a second factor that is on', () => {
  it('stays on after a password reset: a mailbox alone opens nothing', async () => {
    const app = await enrol(world, cookie, clock);
    const waiting = await firstStep(world, email);
    const token = await world.resetToken(email);
    expect((await world.post('reset-password', { token, newPassword: NEW_PASSWORD })).status).toBe(200);
    expect(await sessions()).toEqual([]);
    const verify = (code: string, by: string | undefined) =>
      world.post('two-factor/verify', { code }, { cookie: by });
    expect((await verify(app.code(), waiting.cookie)).status).toBe(401);
    const first = await world.post('sign-in/email', { email, password: NEW_PASSWORD });
    expect(first.body).toEqual({ secondFactor: true });
    expect((await verify(app.code(), first.cookie)).status).toBe(200);
  });

  it('is turned off by password and code together, which ends every other session', async () => {
    const app = await enrol(world, cookie, clock);
    const disable = (body: object) => world.post('two-factor/disable', body, { cookie: app.cookie });
    expect((await disable({ password: PASSWORD })).status).toBe(422);
    expect((await disable({ code: app.code() })).status).toBe(422);
    expect((await disable({ password: 'not the password 1', code: app.code() })).status).toBe(422);
    const off = await disable({ password: PASSWORD, code: app.code() });
    expect(off).toMatchObject({ status: 200, body: { status: 'off' } });
    expect(await sessions()).toEqual([tokenOf(off.cookie)]);
    expect(await notices()).toEqual(['second_factor_on', 'second_factor_off']);
    expect((await world.post('sign-in/email', { email, password: PASSWORD })).body).toHaveProperty('user');
  });

  it('is turned off by a recovery code, for who has lost their phone', async () => {
    const app = await enrol(world, cookie, clock);
    const body = { password: PASSWORD, recoveryCode: app.recoveryCodes[3] };
    expect((await world.post('two-factor/disable', body, { cookie: app.cookie })).status).toBe(200);
  });

  it('gets new recovery codes; those from before are worth nothing', async () => {
    const app = await enrol(world, cookie, clock);
    const renewed = await world.post(
      'two-factor/recovery-codes',
      { password: PASSWORD, code: app.code() },
      { cookie: app.cookie },
    );
    expect(renewed.status).toBe(200);
    const codes = renewed.body['recoveryCodes'] as string[];
    expect(codes.filter((code) => app.recoveryCodes.includes(code))).toEqual([]);
    const recover = async (recoveryCode: string) =>
      world.post('two-factor/recovery', { recoveryCode }, { cookie: (await firstStep(world, email)).cookie });
    expect((await recover(app.recoveryCodes[0]!)).status).toBe(422);
    expect((await recover(codes[0]!)).status).toBe(200);
  });
});

describe('changing the password', () => {
  const change = (body: object, by = cookie) => world.post('change-password', body, { cookie: by });

  it('takes the current one, ends every other session and is told by mail [A-057]', async () => {
    const other = await signInAgain();
    const wrong = await change({ currentPassword: 'not the password 1', newPassword: NEW_PASSWORD });
    expect(wrong).toMatchObject({ status: 422, body: { fields: { currentPassword: expect.any(String) } } });
    const common = await change({ currentPassword: PASSWORD, newPassword: 'password1234' });
    expect(common).toMatchObject({ status: 422, body: { fields: { newPassword: expect.any(String) } } });
    const changed = await change({ currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
    expect(changed).toMatchObject({ status: 200, body: { status: 'password_changed' } });
    expect(await sessions()).toEqual([tokenOf(changed.cookie)]);
    for (const ended of [cookie, other])
      expect((await change({ currentPassword: NEW_PASSWORD, newPassword: PASSWORD }, ended)).status).toBe(
        401,
      );
    expect(await notices()).toEqual(['password_changed']);
    expect((await world.post('sign-in/email', { email, password: PASSWORD })).status).toBe(401);
  });

  it('takes no more guesses than signing in does', async () => {
    const guess = () => change({ currentPassword: 'not the password 1', newPassword: NEW_PASSWORD });
    for (let i = 0; i < 10; i += 1) expect((await guess()).status).toBe(422);
    expect((await guess()).status).toBe(429);
    expect((await change({ currentPassword: PASSWORD, newPassword: NEW_PASSWORD })).status).toBe(429);
  });

  it('needs a sign-in of the last 10 minutes from whoever has a second factor', async () => {
    const app = await enrol(world, cookie, clock);
    const body = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    await age(10);
    expect(await change(body, app.cookie)).toMatchObject({
      status: 403,
      body: { code: 'auth.reauthentication_required' },
    });
    const { cookie: step } = await firstStep(world, email);
    const fresh = await world.post('two-factor/verify', { code: app.code() }, { cookie: step });
    expect((await change(body, fresh.cookie)).status).toBe(200);
  });

  it('gives no new session to one that is ended meanwhile', async () => {
    const id = await world.userId(email);
    const owner = connect({ url: world.ownerUrl, applicationName: 'test' });
    let late: Promise<Reply> | undefined;
    await owner.sql.begin(async (sql) => {
      await sql`select 1 from "user" where id = ${id} for no key update`;
      late = change({ currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
      await new Promise((resolve) => setTimeout(resolve, 300));
      await sql`delete from session where user_id = ${id}`;
    });
    await owner.close();
    expect((await late)?.status).toBe(401);
    expect(await sessions()).toEqual([]);
  });
});
