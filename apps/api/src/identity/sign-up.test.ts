import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createIdentityWorld, PASSWORD } from '../testing/identity-world.ts';
import type { IdentityWorld } from '../testing/identity-world.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await createIdentityWorld(inject('testServer'));
});
afterAll(() => world.close());

const signUp = (email: unknown, password: unknown = PASSWORD, more: object = {}) =>
  world.post('sign-up/email', { name: 'Somebody', email, password, ...more });
const signIn = (email: string, password: string) => world.post('sign-in/email', { email, password });

describe('signing up', () => {
  it('makes an unverified person without a session and queues one verification mail', async () => {
    const reply = await world.post('sign-up/email', {
      name: ' Ann ',
      email: 'Ann@Example.test',
      password: PASSWORD,
    });
    expect(reply).toEqual({ status: 200, body: { status: 'check_mail' }, setCookie: [], cookie: undefined });
    expect(await world.mails('ann@example.test')).toEqual([
      { kind: 'verification', ref: await world.userId('ann@example.test'), state: 'queued' },
    ]);
    expect(world.jobs).toHaveLength(1);
    const [person] = await world.database.sql`
      select name, email_verified from "user" where email = 'ann@example.test'`;
    expect(person).toEqual({ name: 'Ann', email_verified: false });
  });

  it('ends in a session when the link from the mail is used, which works once', async () => {
    const token = await world.verificationToken('ann@example.test');
    const first = await world.post('verify-email', { token });
    expect(first).toMatchObject({ status: 200, body: { status: 'verified' } });
    expect(world.identity.sessionToken(first.cookie)).toMatch(/^[A-Za-z0-9]{32}$/);
    const second = await world.post('verify-email', { token });
    expect(second).toMatchObject({ status: 422, body: { code: 'validation.failed' }, setCookie: [] });
  });

  it('takes the token as a query too, but not from another site', async () => {
    await signUp('query@example.test');
    const path = `/api/auth/verify-email?token=${await world.verificationToken('query@example.test')}`;
    const foreign = await world.send('GET', path, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(foreign).toMatchObject({ status: 403, body: { code: 'request.cross_origin' }, setCookie: [] });
    expect(await world.send('GET', path)).toMatchObject({ status: 200, body: { status: 'verified' } });
  });

  it('answers the same for an address that is known, and only the mailbox learns of it [A-052]', async () => {
    await world.join('known@example.test');
    const known = await signUp('known@example.test', 'another long password');
    const unknown = await signUp('nobody@example.test', 'another long password');
    expect(known).toEqual(unknown);
    expect((await world.mails('known@example.test')).map((mail) => mail.kind)).toContain(
      'already_registered',
    );
    expect(await signIn('known@example.test', 'another long password')).toMatchObject({ status: 401 });
    expect(await signIn('known@example.test', PASSWORD)).toMatchObject({ status: 200 });
  });

  it('replaces an unverified sign-up: the squatter’s password and link are dead [R21, A-035]', async () => {
    await signUp('owner@example.test', 'the password of a squatter');
    const squattersLink = await world.verificationToken('owner@example.test');
    await signUp('owner@example.test', 'the password of the owner');
    expect(await world.post('verify-email', { token: squattersLink })).toMatchObject({
      status: 422,
      setCookie: [],
    });
    const ownersLink = await world.verificationToken('owner@example.test');
    expect(await world.post('verify-email', { token: ownersLink })).toMatchObject({ status: 200 });
    expect(await signIn('owner@example.test', 'the password of a squatter')).toMatchObject({ status: 401 });
    expect(await signIn('owner@example.test', 'the password of the owner')).toMatchObject({ status: 200 });
  });

  it('makes one person of two sign-ups at the same moment', async () => {
    for (let trial = 0; trial < 8; trial += 1) {
      const email = `twin-${trial}@example.test`;
      // A little apart: the later one may come between the two steps of the earlier one.
      const later = async () => {
        await new Promise((resolve) => setTimeout(resolve, trial * 10));
        return signUp(email);
      };
      const replies = await Promise.all([signUp(email), later()]);
      expect(replies.map((reply) => reply.status)).toEqual([200, 200]);
      const found = await world.database.sql`select count(*)::int as n from "user" where email = ${email}`;
      expect(found[0]).toEqual({ n: 1 });
    }
  });

  it('works for addresses that the library itself would refuse', async () => {
    const email = "o'neil!#@почта.рф";
    const stored = "o'neil!#@xn--80a1acny.xn--p1ai";
    expect(await signUp(email)).toMatchObject({ status: 200 });
    expect(await world.post('verify-email', { token: await world.verificationToken(stored) })).toMatchObject({
      status: 200,
    });
    expect(await signIn(email, PASSWORD)).toMatchObject({ status: 200, body: { user: { email: stored } } });
    await world.post('reset-password', {
      token: await world.resetToken(stored),
      newPassword: 'a new password here',
    });
    expect(await signIn(email, 'a new password here')).toMatchObject({ status: 200 });
  });

  it.each([
    ['short', 'elevenchars', 'at least 12'],
    ['long', 'ab3'.repeat(86), 'at most 256'],
    ['common', 'Qwerty123456', 'Many people'],
  ])('refuses a password that is too %s', async (_, password, words) => {
    const reply = await signUp('choosy@example.test', password);
    expect(reply).toMatchObject({
      status: 422,
      body: { fields: { password: expect.stringContaining(words) } },
    });
  });

  it.each<[string, object]>([
    ['emailVerified', { emailVerified: true }],
    ['role', { role: 'owner' }],
    ['id', { id: '01890000-0000-7000-8000-000000000000' }],
    ['image', { image: 'https://evil.test/x.png' }],
    ['callbackURL', { callbackURL: '//evil.test' }],
    ['rememberMe', { rememberMe: true }],
  ])('refuses the unknown field %s and makes nobody [A-012, A-058]', async (field, more) => {
    const reply = await signUp('mallory@example.test', PASSWORD, more);
    expect(reply).toMatchObject({
      status: 422,
      body: { code: 'validation.failed', fields: { [field]: expect.any(String) } },
    });
    await expect(world.userId('mallory@example.test')).rejects.toThrow('nobody');
  });
});

describe('verification links', () => {
  it('refuse a token that was changed, is old or was never ours', async () => {
    await signUp('late@example.test');
    const token = await world.verificationToken('late@example.test');
    const [head, claims, signature] = token.split('.') as [string, string, string];
    const forged = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(claims, 'base64url').toString()), exp: 9_999_999_999 }),
    );
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${forged.toString('base64url')}.`;
    for (const bad of [`${head}.${forged.toString('base64url')}.${signature}`, unsigned, 'x', `${token}x`]) {
      expect(await world.post('verify-email', { token: bad })).toMatchObject({ status: 422, setCookie: [] });
    }
  });

  it('are not made for somebody who is verified already', async () => {
    await world.join('done@example.test');
    expect(await world.identity.verificationLink(await world.userId('done@example.test'))).toBeNull();
  });

  it('lead to a page of the Dashboard under APP_URL, token in the fragment [A-034]', async () => {
    await signUp('page@example.test');
    const link = await world.identity.verificationLink(await world.userId('page@example.test'));
    expect(link).toMatch(/^http:\/\/localhost:3000\/verify-email#[\w-]+\.[\w-]+\.[\w-]+$/);
  });
});
