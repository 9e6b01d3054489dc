import { SIGNAL_CHANNEL } from '@keyholder/db';
import { DomainError } from '@keyholder/domain';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { cheapPasswords, createIdentityWorld, PASSWORD } from '../testing/identity-world.ts';
import type { IdentityWorld } from '../testing/identity-world.ts';

const NEW = 'a brand new password';
let world: IdentityWorld;
const signals: unknown[] = [];
let full = false;
/** Holds the next comparison of a password until it is resolved. */
let comparing: PromiseWithResolvers<void> | null = null;
let compared: PromiseWithResolvers<void> | null = null;
beforeAll(async () => {
  const passwords = cheapPasswords();
  world = await createIdentityWorld(inject('testServer'), {
    passwords: {
      ...passwords,
      async verify(hashed, password) {
        const [result, held] = [await passwords.verify(hashed, password), comparing];
        comparing = null;
        if (held) {
          compared?.resolve();
          await held.promise;
        }
        return result;
      },
      hash: (password) =>
        full ? Promise.reject(new DomainError({ code: 'service.unavailable' })) : passwords.hash(password),
    },
  });
  await world.database.sql.listen(SIGNAL_CHANNEL, (payload) => void signals.push(JSON.parse(payload)));
});
afterAll(() => world.close());

const ask = (email: string) => world.post('request-password-reset', { email });
const reset = (token: string, newPassword = NEW) => world.post('reset-password', { token, newPassword });
const signIn = (email: string, password: string) => world.post('sign-in/email', { email, password });
const sessionsOf = async (email: string) =>
  (await world.database.sql`select 1 from session where user_id = ${await world.userId(email)}`).length;

describe('asking for a reset', () => {
  it('answers the same for known and unknown addresses and mails only the known [A-035, A-052]', async () => {
    await world.join('known@example.test');
    const jobs = world.jobs.length;
    const known = await ask('known@example.test');
    const unknown = await ask('unknown@example.test');
    expect(known).toEqual({ status: 200, body: { status: 'check_mail' }, setCookie: [], cookie: undefined });
    expect(unknown).toEqual(known);
    expect((await world.mails('known@example.test')).map((mail) => mail.kind)).toEqual([
      'verification',
      'password_reset',
    ]);
    expect(await world.mails('unknown@example.test')).toEqual([]);
    await expect(world.userId('unknown@example.test')).rejects.toThrow('nobody');
    // The same work: a job each.
    expect(world.jobs.length).toBe(jobs + 2);
  });

  it('leaves no token in the database until the mail is sent, and then only a hash [A-029]', async () => {
    await world.join('hash@example.test');
    await ask('hash@example.test');
    expect(
      await world.database
        .sql`select 1 from verification where value = ${await world.userId('hash@example.test')}`,
    ).toHaveLength(0);
    const token = await world.resetToken('hash@example.test');
    const [row] = await world.database.sql<{ identifier: string }[]>`
      select identifier from verification where value = ${await world.userId('hash@example.test')}`;
    expect(row?.identifier).not.toContain(token);
    expect(await reset(row?.identifier.replace('reset-password:', '') ?? '')).toMatchObject({ status: 422 });
  });

  it('does not go where somebody else wants [A-058]', async () => {
    for (const redirectTo of [
      '//evil.test',
      '/\\evil.test',
      'https:evil.test',
      'javascript:alert(1)',
      '%2f%2fevil.test',
      '/ok',
    ]) {
      const reply = await world.post('request-password-reset', { email: 'known@example.test', redirectTo });
      expect(reply).toMatchObject({ status: 422, body: { fields: { redirectTo: expect.any(String) } } });
    }
    const link = await world.identity.resetLink(await world.userId('known@example.test'));
    expect(link).toMatch(/^http:\/\/localhost:3000\/reset-password#[A-Za-z0-9]{24}$/);
  });
});

describe('setting a new password', () => {
  it('works once, ends every session of the person and tells all processes [A-057]', async () => {
    await world.join('ann@example.test');
    await signIn('ann@example.test', PASSWORD);
    const bystander = await world.join('bob@example.test');
    expect(await sessionsOf('ann@example.test')).toBe(2);
    const token = await world.resetToken('ann@example.test');
    const reply = await reset(token);
    expect(reply).toEqual({
      status: 200,
      body: { status: 'password_changed' },
      setCookie: [],
      cookie: undefined,
    });
    expect(await sessionsOf('ann@example.test')).toBe(0);
    expect(world.identity.sessionToken(bystander)).not.toBeNull();
    expect(await sessionsOf('bob@example.test')).toBe(1);
    const userId = await world.userId('ann@example.test');
    await expect
      .poll(() => signals)
      .toContainEqual({ accountId: null, event: 'session.ended', id: userId, userId });
    expect(await signIn('ann@example.test', PASSWORD)).toMatchObject({ status: 401 });
    expect(await signIn('ann@example.test', NEW)).toMatchObject({ status: 200 });
    expect(await reset(token, 'yet another password')).toMatchObject({
      status: 422,
      body: { fields: { token: expect.any(String) } },
    });
    expect(await signIn('ann@example.test', NEW)).toMatchObject({ status: 200 });
    const events = await world.database
      .sql`select 1 from security_event where user_id = ${userId} and action = 'password.reset'`;
    expect(events).toHaveLength(1);
  });

  it('of two at the same moment lets one win', async () => {
    await world.join('race@example.test');
    const token = await world.resetToken('race@example.test');
    const replies = await Promise.all([
      reset(token, 'password of the first'),
      reset(token, 'password of the second'),
    ]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 422]);
  });

  it('does not use up the link when the password queue is full or the password is refused', async () => {
    await world.join('queue@example.test');
    const token = await world.resetToken('queue@example.test');
    full = true;
    expect(await reset(token)).toMatchObject({
      status: 503,
      body: { code: 'service.unavailable', retryAfter: 2 },
    });
    full = false;
    expect(await reset(token, 'short')).toMatchObject({
      status: 422,
      body: { fields: { newPassword: expect.any(String) } },
    });
    expect(await reset(token)).toMatchObject({ status: 200 });
  });

  it('refuses a link after an hour', async () => {
    await world.join('late@example.test');
    const token = await world.resetToken('late@example.test');
    await world.database
      .sql`update verification set expires_at = now() - interval '1 ms' where value = ${await world.userId('late@example.test')}`;
    expect(await reset(token)).toMatchObject({ status: 422 });
    expect(await signIn('late@example.test', PASSWORD)).toMatchObject({ status: 200 });
  });

  it('leaves no session to a sign-in with the old password that was under way', async () => {
    await world.join('slow@example.test');
    const token = await world.resetToken('slow@example.test');
    const held = (comparing = Promise.withResolvers<void>());
    const reached = (compared = Promise.withResolvers<void>());
    const signingIn = signIn('slow@example.test', PASSWORD);
    await reached.promise;
    expect(await reset(token)).toMatchObject({ status: 200 });
    held.resolve();
    expect(await signingIn).toMatchObject({ status: 401, setCookie: [] });
    expect(await sessionsOf('slow@example.test')).toBe(0);
  });

  it('also verifies the address, because the link came from its mailbox', async () => {
    await world.post('sign-up/email', {
      name: 'S',
      email: 'squatted@example.test',
      password: 'the password of a squatter',
    });
    expect(await reset(await world.resetToken('squatted@example.test'))).toMatchObject({ status: 200 });
    expect(await signIn('squatted@example.test', NEW)).toMatchObject({ status: 200 });
    expect(await signIn('squatted@example.test', 'the password of a squatter')).toMatchObject({
      status: 401,
    });
  });
});
