import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { HOUR, ageInvitation } from '../testing/clock.ts';
import { brokenInvariants } from '../testing/invariants.ts';
import type { Person } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { createRounds } from './rounds.ts';

let s: Setting;
let path: string;
let number = 0;
let rounds: ReturnType<typeof createRounds>[];
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  path = `/api/v1/sites/${s.site.id}/invitations`;
  rounds = [s.world, await s.world.another()].map(({ deps }) => createRounds(deps));
});
afterAll(async () => {
  await Promise.all(rounds.map((one) => one.stop()));
  expect(await brokenInvariants(s.world)).toEqual([]);
  await s.world.stop();
});

/** Both processes look at the same time, twice: whatever is due is done once. */
async function goRound(): Promise<void> {
  await Promise.all([...rounds, ...rounds].map((one) => one.run()));
}

interface Open {
  readonly id: string;
  readonly email: string;
  readonly at: string;
}
/** An invitation whose mail has arrived. */
async function open(kind: 'site' | 'account' = 'site', by: Person = s.sarah): Promise<Open> {
  const email = `invitee-${(number += 1)}@people.example`;
  const at = kind === 'site' ? path : `/api/v1/accounts/${s.agency.id}/invitations`;
  const { status, body } = await by.post(at, { email, role: kind === 'site' ? 'developer' : 'viewer' });
  expect(status).toBe(201);
  await s.world.inbox.newest(email);
  await arrived(1, email);
  return { id: body.id, email, at };
}
const sentTo = async (email: string) =>
  Number(
    (
      await s.world.deps.database.orm.execute<{ n: string }>(
        sql`select count(*) as n from mail where recipient = ${email} and state = 'sent'`,
      )
    )[0]!.n,
  );
const arrived = (count: number, email: string) =>
  expect.poll(() => sentTo(email), { timeout: 10_000, interval: 20 }).toBe(count);
/** How many mails of a kind were recorded about an invitation. */
const recorded = async (kind: string, { id }: Open) =>
  Number(
    (
      await s.world.deps.database.orm.execute<{ n: string }>(
        sql`select count(*) as n from mail where kind = ${kind} and ref = ${id}`,
      )
    )[0]!.n,
  );
const nudges = (one: Open) => recorded('invitation_nudge', one);
const notices = (one: Open) => recorded('invitation_expired', one);
const invitation = async ({ id }: Open) =>
  (
    await s.world.deps.database.orm.execute(
      sql`select sent_at, expires_at, state from invitation where id = ${id}`,
    )
  )[0];

describe('a nudge', () => {
  it('goes to the invitee once after 24 hours, with the link of the invitation, which stays as it is [R28]', async () => {
    const one = await open();
    const link = await s.world.inbox.token(one.email);
    await ageInvitation(s.world, one.id, 24 * HOUR - 60_000);
    await goRound();
    expect(await nudges(one)).toBe(0);
    await ageInvitation(s.world, one.id, 60_000);
    const before = await invitation(one);
    await goRound();
    const mail = await s.world.inbox.newest(one.email, 'Reminder');
    expect(mail.text).toContain(`/invitation#${link}`);
    expect(mail.replyTo).toMatchObject({ address: s.sarah.email });
    expect(await invitation(one)).toEqual(before);
    await ageInvitation(s.world, one.id, 20 * HOUR);
    await goRound();
    expect(await nudges(one)).toBe(1);
    const events = await s.world.deps.database.orm.execute(
      sql`select 1 from audit_event where target_id = ${one.id}`,
    );
    expect(events).toHaveLength(1);
    expect((await s.world.nobody.post('/api/v1/invitations/lookup', { token: link })).body.state).toBe(
      'open',
    );
  });

  it('goes on day 3 and day 6 for an invitation to the account [R28]', async () => {
    const one = await open('account');
    for (const [days, expected] of [
      [2.9, 0],
      [3, 1],
      [5.9, 1],
      [6, 2],
      [6.9, 2],
    ] as const) {
      await s.world.deps.database.orm.execute(sql`
        update invitation set sent_at = clock_timestamp() - ${days} * interval '1 day',
          expires_at = clock_timestamp() + (7 - ${days}::float) * interval '1 day' where id = ${one.id}`);
      await s.world.deps.database.orm.execute(sql`
        update invitation_send set sent_at = clock_timestamp() - ${days} * interval '1 day' where invitation_id = ${one.id}`);
      await goRound();
      expect([days, await nudges(one)]).toEqual([days, expected]);
    }
    await arrived(3, one.email);
  });

  it('waits 24 hours anew after a resend and then carries the newest link [R15, R28]', async () => {
    const one = await open();
    await ageInvitation(s.world, one.id, 23 * HOUR);
    expect((await s.sarah.post(`${one.at}/${one.id}/resend`)).status).toBe(200);
    await arrived(2, one.email);
    await ageInvitation(s.world, one.id, 23 * HOUR);
    await goRound();
    expect(await nudges(one)).toBe(0);
    const token = await s.world.inbox.token(one.email);
    await ageInvitation(s.world, one.id, HOUR);
    await goRound();
    expect((await s.world.inbox.newest(one.email, 'Reminder')).text).toContain(`/invitation#${token}`);
    // Once in its life: another resend brings no second one.
    expect((await s.sarah.post(`${one.at}/${one.id}/resend`)).status).toBe(200);
    await arrived(4, one.email);
    await ageInvitation(s.world, one.id, 25 * HOUR);
    await goRound();
    expect(await nudges(one)).toBe(1);
  });

  it('never goes for one that was revoked, declined, accepted or has expired [R28]', async () => {
    const [revoked, declined, accepted, expired] = [await open(), await open(), await open(), await open()];
    const token = await s.world.inbox.token(declined.email);
    expect((await s.sarah.delete(`${revoked.at}/${revoked.id}`)).status).toBe(204);
    expect((await s.world.nobody.post('/api/v1/invitations/decline', { token })).status).toBe(204);
    const body = {
      token: await s.world.inbox.token(accepted.email),
      name: 'New',
      password: 'lantern otter 42 quilt',
    };
    expect((await s.world.nobody.post('/api/v1/invitations/accept', body)).status).toBe(200);
    for (const { id } of [revoked, declined, accepted]) await ageInvitation(s.world, id, 25 * HOUR);
    await ageInvitation(s.world, expired.id, 48 * HOUR);
    await goRound();
    for (const one of [revoked, declined, accepted, expired]) expect(await nudges(one)).toBe(0);
    for (const one of [revoked, declined, accepted]) expect(await notices(one)).toBe(0);
  });
});

describe('the notice that nobody answered', () => {
  it('goes to the inviter once, when the invitation has expired, and leads to it [R28]', async () => {
    const one = await open('site', s.platformAdmin);
    await ageInvitation(s.world, one.id, 47 * HOUR);
    await goRound();
    expect(await notices(one)).toBe(0);
    await ageInvitation(s.world, one.id, HOUR);
    await goRound();
    const mail = await s.world.inbox.newest(s.platformAdmin.email, one.email);
    expect(mail.subject).toContain('did not answer');
    expect(mail.text).toContain(`/${s.agency.slug}/sites/${s.site.slug}/invitations/${one.id}`);
    await goRound();
    expect(await notices(one)).toBe(1);
    expect(await invitation(one)).toMatchObject({ state: 'pending' });
  });

  it('is not about what expired long ago [R28]', async () => {
    const one = await open();
    await ageInvitation(s.world, one.id, 10 * 24 * HOUR);
    await goRound();
    expect(await notices(one)).toBe(0);
  });
});
