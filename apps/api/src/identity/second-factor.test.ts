import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { enrol, firstStep } from '../testing/authenticator.ts';
import type { Enrolled } from '../testing/authenticator.ts';
import { createIdentityWorld, PASSWORD } from '../testing/identity-world.ts';
import type { IdentityWorld, Reply } from '../testing/identity-world.ts';

let world: IdentityWorld;
let now = new Date();
const clock = () => now;
const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));
let number = 0;
let email: string;
let app: Enrolled;

beforeAll(async () => {
  world = await createIdentityWorld(inject('testServer'), { clock });
});
afterAll(() => world.close());
beforeEach(async () => {
  now = new Date();
  email = `ann.${(number += 1)}@example.test`;
  app = await enrol(world, await world.join(email), clock);
});

const verify = (code: string, cookie: string | undefined) =>
  world.post('two-factor/verify', { code }, { cookie });
const recover = (recoveryCode: string, cookie: string | undefined) =>
  world.post('two-factor/recovery', { recoveryCode }, { cookie });
const signedIn = async (reply: Reply) => {
  const token = world.identity.sessionToken(reply.cookie);
  return token !== null && (await sessions()).includes(token);
};
async function sessions(): Promise<string[]> {
  const rows = await world.database.sql<{ token: string }[]>`
    select s.token from session s join "user" u on u.id = s.user_id where u.email = ${email}`;
  return rows.map(({ token }) => token);
}
const events = async () => {
  const rows = await world.database.sql<{ action: string; detail: Record<string, unknown> | null }[]>`
    select e.action, e.detail from security_event e join "user" u on u.id = e.user_id
    where u.email = ${email} order by e.id desc limit 3`;
  return rows;
};
const wrongCode = () => (app.code() === '000000' ? '111111' : '000000');

describe('signing in with a second factor', () => {
  it('gives no session for the password alone, before and after a wrong code', async () => {
    const before = await sessions();
    const first = await firstStep(world, email);
    expect(first).toMatchObject({ status: 200, body: { secondFactor: true } });
    expect(first.setCookie).toHaveLength(1);
    expect(world.identity.sessionToken(first.cookie)).toBeNull();
    const wrong = await verify(wrongCode(), first.cookie);
    expect(wrong).toMatchObject({
      status: 422,
      body: { code: 'validation.failed', fields: { code: expect.any(String) } },
    });
    expect(wrong.setCookie).toEqual([]);
    expect(await sessions()).toEqual(before);
    expect((await events()).map(({ action }) => action)).toEqual([
      'second_factor.failed',
      'second_factor.enabled',
      'sign_in.succeeded',
    ]);
  });

  it('gives a session of its own for password and code, once', async () => {
    const { cookie } = await firstStep(world, email);
    const reply = await verify(app.code(), cookie);
    expect(reply).toMatchObject({ status: 200, body: { user: { email } } });
    expect(await signedIn(reply)).toBe(true);
    expect(reply.setCookie[1]).toMatch(/^keyholder-step=; Max-Age=0;/);
    expect((await events())[0]).toEqual({ action: 'sign_in.succeeded', detail: { secondFactor: 'code' } });
    later(30);
    expect(await verify(app.code(), cookie)).toMatchObject({ status: 401, body: { code: 'auth.required' } });
  });

  it('takes no code a second time, nor an earlier one after it', async () => {
    const codes = [app.code(-1), app.code()];
    const { cookie } = await firstStep(world, email);
    expect((await verify(codes[1]!, cookie)).status).toBe(200);
    const next = await firstStep(world, email);
    for (const code of codes) expect((await verify(code, next.cookie)).status).toBe(422);
    later(30);
    expect((await verify(app.code(), next.cookie)).status).toBe(200);
  });

  it('lets exactly one of many parallel tries with one code in', async () => {
    const steps = await Promise.all(Array.from({ length: 6 }, () => firstStep(world, email)));
    const code = app.code();
    const replies = await Promise.all(steps.map(({ cookie }) => verify(code, cookie)));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 422, 422, 422, 422, 422]);
  });

  it('ends with the fifth wrong code: the password is asked for again', async () => {
    const { cookie } = await firstStep(world, email);
    const tries: number[] = [];
    for (let i = 0; i < 5; i += 1) tries.push((await verify(wrongCode(), cookie)).status);
    expect(tries).toEqual([422, 422, 422, 422, 401]);
    expect((await verify(app.code(), cookie)).status).toBe(401);
    expect((await verify(app.code(), (await firstStep(world, email)).cookie)).status).toBe(200);
  });

  it('counts wrong codes of one person over all their sign-ins, and then takes no right one either', async () => {
    const statuses: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const { cookie } = await firstStep(world, email);
      for (let i = 0; i < 4; i += 1) statuses.push((await verify(wrongCode(), cookie)).status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(422));
    expect(statuses.slice(10)).toEqual([429, 429]);
    const limited = await verify(app.code(), (await firstStep(world, email)).cookie);
    expect(limited).toMatchObject({
      status: 429,
      body: { code: 'rate.limited', retryAfter: expect.any(Number) },
    });
  });

  it('belongs to the browser that gave the password, and to five minutes', async () => {
    expect((await verify(app.code(), undefined)).status).toBe(401);
    expect((await verify(app.code(), `keyholder-step=${'A'.repeat(43)}`)).status).toBe(401);
    const { cookie } = await firstStep(world, email);
    await world.database.sql`update pending_sign_in set expires_at = expires_at - interval '5 minutes'`;
    expect((await verify(app.code(), cookie)).status).toBe(401);
  });

  it('is found behind a cookie that somebody planted beside it [A-056]', async () => {
    const { cookie } = await firstStep(world, email);
    expect((await verify(app.code(), `keyholder-step=${'A'.repeat(43)}; ${cookie}`)).status).toBe(200);
  });

  it('answers a wrong password like that of anybody else', async () => {
    const wrong = await world.post('sign-in/email', { email, password: 'not the password 1' });
    const nobody = await world.post('sign-in/email', { email: 'no@example.test', password: PASSWORD });
    expect(wrong).toMatchObject({ status: 401, setCookie: [] });
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...nobody.body, requestId: '' });
  });
});

describe('a recovery code', () => {
  it('signs in once, in place of a code, and the person is told by mail', async () => {
    const [code = '', other = ''] = app.recoveryCodes;
    const first = await recover(` ${code.toUpperCase()} `, (await firstStep(world, email)).cookie);
    expect(first.status).toBe(200);
    expect(await signedIn(first)).toBe(true);
    expect((await events())[0]?.detail).toEqual({ secondFactor: 'recovery_code' });
    const mails = await world.database.sql<{ change: string }[]>`
      select data->>'change' as change from mail where recipient = ${email} and kind = 'security_notice' order by id`;
    expect(mails.map(({ change }) => change)).toEqual(['second_factor_on', 'recovery_code_used']);
    const { cookie } = await firstStep(world, email);
    expect(await recover(code, cookie)).toMatchObject({
      status: 422,
      body: { fields: { recoveryCode: expect.any(String) } },
    });
    expect((await recover(other, cookie)).status).toBe(200);
  });

  it('signs in one of many who try it at once', async () => {
    const steps = await Promise.all(Array.from({ length: 6 }, () => firstStep(world, email)));
    const replies = await Promise.all(steps.map(({ cookie }) => recover(app.recoveryCodes[0]!, cookie)));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 422, 422, 422, 422, 422]);
  });

  it('of somebody else is worth nothing', async () => {
    const [theirs = ''] = app.recoveryCodes;
    email = `bob.${number}@example.test`;
    await enrol(world, await world.join(email), clock);
    expect((await recover(theirs, (await firstStep(world, email)).cookie)).status).toBe(422);
  });
});

describe('what lies in the database', () => {
  it('gives nobody a code: no secret, no recovery code, no value of a cookie [A-029]', async () => {
    const { cookie } = await firstStep(world, email);
    const dump = JSON.stringify([
      await world.database.sql`select * from two_factor`,
      await world.database.sql`select * from recovery_code`,
      await world.database.sql`select * from pending_sign_in`,
    ]);
    for (const secret of [...app.recoveryCodes, cookie!.split('=')[1]!]) {
      expect(dump).not.toContain(secret);
      expect(dump).not.toContain(Buffer.from(secret).toString('hex'));
    }
    const [sealed] = await world.database.sql<{ id: string; secret: Buffer }[]>`
      select user_id as id, secret from two_factor where user_id = ${await world.userId(email)}`;
    expect(sealed!.secret.length).toBe(12 + 16 + 20);
    const twin = `twin.${number}@example.test`;
    const theirs = await enrol(world, await world.join(twin), clock);
    // Moved into another person's row, it opens for nobody.
    await world.database
      .sql`update two_factor set secret = ${sealed!.secret} where user_id = ${await world.userId(twin)}`;
    const moved = await verify(app.code(), (await firstStep(world, twin)).cookie);
    expect(moved.status).toBe(500);
    expect(theirs.recoveryCodes).toHaveLength(10);
  });

  it('lets no code be taken back, whoever asks', async () => {
    await verify(app.code(), (await firstStep(world, email)).cookie);
    await recover(app.recoveryCodes[0]!, (await firstStep(world, email)).cookie);
    const id = await world.userId(email);
    await expect(
      world.database.sql`update two_factor set last_step = last_step - 1 where user_id = ${id}`,
    ).rejects.toThrow('go forward only');
    await expect(
      world.database
        .sql`update recovery_code set used_at = null where user_id = ${id} and used_at is not null`,
    ).rejects.toThrow('go forward only');
  });
});

describe('the cookie of the second step', () => {
  it('is bound to this host over https, out of reach of scripts, and short-lived [A-055]', async () => {
    const secure = await createIdentityWorld(inject('testServer'), { secure: true, clock });
    const theirs = 'ann.secure@example.test';
    await enrol(secure, await secure.join(theirs), clock);
    const { setCookie } = await firstStep(secure, theirs);
    expect(setCookie).toEqual([
      expect.stringMatching(
        /^__Host-keyholder-step=[A-Za-z0-9_-]{43}; Max-Age=300; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    await secure.close();
  });
});
