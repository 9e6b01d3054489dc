import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createIdentityWorld, PASSWORD } from '../testing/identity-world.ts';
import type { IdentityWorld } from '../testing/identity-world.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await createIdentityWorld(inject('testServer'));
});
afterAll(() => world.close());

describe('signing up', () => {
  it('makes an unverified person without a session and queues one verification mail', async () => {
    const reply = await world.post('sign-up/email', {
      name: 'Ann',
      email: 'Ann@Example.test',
      password: PASSWORD,
    });
    expect(reply).toEqual({ status: 200, body: { status: 'check_mail' }, setCookie: [], cookie: undefined });
    const mails = await world.mails('ann@example.test');
    expect(mails).toEqual([
      { kind: 'verification', ref: await world.userId('ann@example.test'), state: 'queued' },
    ]);
    expect(world.jobs).toHaveLength(1);
    const [person] = await world.database
      .sql`select name, email_verified from "user" where email = 'ann@example.test'`;
    expect(person).toEqual({ name: 'Ann', email_verified: false });
  });

  it('ends in a session when the link from the mail is used', async () => {
    const reply = await world.post('verify-email', {
      token: await world.verificationToken('ann@example.test'),
    });
    expect(reply).toMatchObject({ status: 200, body: { status: 'verified' } });
    expect(world.identity.sessionToken(reply.cookie)).toMatch(/^[A-Za-z0-9]{32}$/);
  });
});
