import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { brokenInvariants } from '../testing/invariants.ts';
import type { Account, Person } from '../testing/people.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
let number = 0;
beforeAll(async () => {
  world = await createWorld(inject('testServer'));
});
afterAll(() => world.stop());

interface House {
  readonly account: Account;
  readonly sarah: Person;
  readonly priya: Person;
  readonly offer: string;
}

/** An account with its owner and an admin. */
async function house(): Promise<House> {
  number += 1;
  const sarah = await world.person(`Sarah ${number}`);
  const account = await world.account(sarah, `House ${number}`);
  const priya = await world.enroll(await world.person(`Priya ${number}`), account, 'admin');
  return { account, sarah, priya, offer: `/api/v1/accounts/${account.id}/ownership-offer` };
}
const offered = async ({ sarah, priya, offer }: House) => sarah.post(offer, { userId: priya.id });

const signedInAgo = (who: Person, minutes: number) =>
  world.deps.database.sql`
    update session set created_at = clock_timestamp() - ${minutes} * interval '1 minute' where user_id = ${who.id}`;
const events = ({ account }: House) =>
  world.deps.database.sql<{ action: string; user_id: string | null; reason: string | null }[]>`
    select action, user_id, reason from audit_event where account_id = ${account.id} order by seq`;
const actions = async (at: House) => (await events(at)).map((event) => event.action);
const shown = async (who: Person, { account }: House) =>
  (await who.get(`/api/v1/accounts/${account.id}`)).body.ownershipOffer;
const roleOf = async (who: Person, { account }: House) =>
  (await who.get(`/api/v1/accounts/${account.id}`)).body.role;

describe('an offer of ownership [R12]', () => {
  it('is made to an admin for 7 days, recorded and mailed, and changes nobody yet', async () => {
    const at = await house();
    const { body, status } = await offered(at);
    expect(status).toBe(201);
    expect(body).toEqual({
      user: { id: at.priya.id, name: at.priya.name },
      by: { id: at.sarah.id, name: at.sarah.name },
      offeredAt: expect.any(String),
      expiresAt: expect.any(String),
    });
    expect(Date.parse(body.expiresAt) - Date.parse(body.offeredAt)).toBe(7 * 24 * 3_600_000);
    expect((await events(at)).at(-1)).toEqual({
      action: 'ownership.offered',
      user_id: at.priya.id,
      reason: null,
    });
    expect([await roleOf(at.sarah, at), await roleOf(at.priya, at)]).toEqual(['owner', 'admin']);
    const mail = await world.inbox.newest(at.priya.email);
    expect(mail.subject).toBe(`${at.sarah.name} offers you the ownership of ${at.account.name}`);
    expect(mail.text).toContain(`http://localhost:3000/${at.account.slug}`);
  });

  it('is shown to its two sides and to nobody else', async () => {
    const at = await house();
    const other = await world.enroll(await world.person(`Other ${number}`), at.account, 'admin');
    const viewer = await world.enroll(await world.person(`Viewer ${number}`), at.account, 'viewer');
    expect(await shown(at.sarah, at)).toBeNull();
    const { body } = await offered(at);
    expect(await shown(at.sarah, at)).toEqual(body);
    expect(await shown(at.priya, at)).toEqual(body);
    expect([await shown(other, at), await shown(viewer, at)]).toEqual([null, null]);
  });

  it('needs a sign-in of the last 10 minutes, and so does the next one [A-018]', async () => {
    const at = await house();
    await signedInAgo(at.sarah, 30);
    const stale = await offered(at);
    expect([stale.status, stale.body.code]).toEqual([403, 'auth.reauthentication_required']);
    expect(await shown(at.sarah, at)).toBeNull();
    expect(await actions(at)).not.toContain('ownership.offered');

    await signedInAgo(at.sarah, 9);
    expect((await offered(at)).status).toBe(201);
    expect((await at.priya.post(`${at.offer}/accept`)).body).toEqual({ role: 'owner' });
    const fromTheOldPage = await offered(at);
    expect([fromTheOldPage.status, fromTheOldPage.body.code]).toEqual([403, 'permission.denied']);
  });

  it.each(['member', 'viewer'] as const)('is not made to a %s', async (role) => {
    const at = await house();
    const who = await world.enroll(await world.person(`Low ${number}`), at.account, role);
    const answer = await at.sarah.post(at.offer, { userId: who.id });
    expect([answer.status, answer.body.fields]).toEqual([422, { userId: 'Choose an admin of the account.' }]);
  });

  it('is not made to oneself, nor to somebody of another account [R8, A-004]', async () => {
    const [at, elsewhere] = [await house(), await house()];
    const code = async (userId: string) => (await at.sarah.post(at.offer, { userId })).body.code;
    expect(await code(at.sarah.id)).toBe('member.is_yourself');
    expect(await code(elsewhere.priya.id)).toBe('member.not_found');
  });

  it('takes the place of the one before, which can no longer be accepted', async () => {
    const at = await house();
    const mika = await world.enroll(await world.person(`Mika ${number}`), at.account, 'admin');
    await offered(at);
    await at.sarah.post(at.offer, { userId: mika.id });
    expect((await at.priya.post(`${at.offer}/accept`)).status).toBe(404);
    expect((await events(at)).slice(-2)).toEqual([
      { action: 'ownership.offered', user_id: mika.id, reason: null },
      { action: 'ownership.withdrawn', user_id: at.priya.id, reason: 'offered to somebody else' },
    ]);
  });
});

describe('accepting it [R1, R12]', () => {
  it('makes the recipient the owner and the owner an admin, mails both, and is done once', async () => {
    const at = await house();
    await offered(at);
    const before = (await actions(at)).length;
    expect((await at.priya.post(`${at.offer}/accept`)).status).toBe(200);
    expect([await roleOf(at.sarah, at), await roleOf(at.priya, at)]).toEqual(['admin', 'owner']);
    expect((await events(at)).slice(before)).toEqual([
      { action: 'ownership.transferred', user_id: at.priya.id, reason: null },
      { action: 'account_member.role_changed', user_id: at.sarah.id, reason: null },
      { action: 'account_member.role_changed', user_id: at.priya.id, reason: null },
    ]);
    expect((await world.inbox.newest(at.priya.email, 'You now own')).subject).toBe(
      `You now own ${at.account.name}`,
    );
    expect((await world.inbox.newest(at.sarah.email)).subject).toBe(
      `${at.priya.name} now owns ${at.account.name}`,
    );
    expect((await at.priya.post(`${at.offer}/accept`)).status).toBe(404);
    expect(await shown(at.priya, at)).toBeNull();
    expect(await brokenInvariants(world)).toEqual([]);
  });

  it('is for the recipient alone', async () => {
    const at = await house();
    const other = await world.enroll(await world.person(`Other ${number}`), at.account, 'admin');
    await offered(at);
    for (const who of [at.sarah, other])
      expect((await who.post(`${at.offer}/accept`)).body.code).toBe('not_found');
    expect(await roleOf(at.sarah, at)).toBe('owner');
  });

  it('is too late after 7 days, and the offer is shown no longer', async () => {
    const at = await house();
    await offered(at);
    await world.deps.database.sql`
      update ownership_offer set expires_at = clock_timestamp() where account_id = ${at.account.id}`;
    expect((await at.priya.post(`${at.offer}/accept`)).body.code).toBe('not_found');
    expect((await at.sarah.delete(at.offer)).body.code).toBe('not_found');
    expect([await shown(at.sarah, at), await shown(at.priya, at)]).toEqual([null, null]);
    expect((await offered(at)).status).toBe(201);
  });

  it('lets the new owner hand it back, and the former one no longer offer', async () => {
    const at = await house();
    await offered(at);
    await at.priya.post(`${at.offer}/accept`);
    expect((await at.priya.post(at.offer, { userId: at.sarah.id })).status).toBe(201);
    expect((await at.sarah.post(`${at.offer}/accept`)).body).toEqual({ role: 'owner' });
    expect(await brokenInvariants(world)).toEqual([]);
  });
});

describe('an open offer ends [R12]', () => {
  it('when the owner withdraws it; nobody else can', async () => {
    const at = await house();
    await offered(at);
    expect((await at.priya.delete(at.offer)).body.code).toBe('permission.denied');
    expect((await at.sarah.delete(at.offer)).status).toBe(204);
    expect((await at.priya.post(`${at.offer}/accept`)).status).toBe(404);
    expect((await events(at)).at(-1)).toMatchObject({
      action: 'ownership.withdrawn',
      user_id: at.priya.id,
    });
  });

  const ENDINGS: readonly (readonly [string, (at: House) => Promise<unknown>])[] = [
    ['is no longer an admin', (at) => at.sarah.patch(memberPath(at), { role: 'member' })],
    ['is removed', (at) => at.sarah.delete(memberPath(at))],
    ['leaves', (at) => at.priya.post(`/api/v1/accounts/${at.account.id}/leave`)],
  ];
  const memberPath = ({ account, priya }: House) => `/api/v1/accounts/${account.id}/members/${priya.id}`;

  it.each(ENDINGS)('when the recipient %s, also when they come back', async (_, end) => {
    const at = await house();
    await offered(at);
    await end(at);
    expect(await shown(at.sarah, at)).toBeNull();
    expect((await events(at)).at(-1)).toEqual({
      action: 'ownership.withdrawn',
      user_id: at.priya.id,
      reason: 'the person is no longer an admin',
    });
    await at.sarah.post(`${memberPath(at)}/restore`);
    await at.sarah.patch(memberPath(at), { role: 'admin' });
    expect((await at.priya.post(`${at.offer}/accept`)).status).toBe(404);
    expect(await roleOf(at.sarah, at)).toBe('owner');
  });
});
