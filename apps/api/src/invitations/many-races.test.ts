import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { brokenInvariants } from '../testing/invariants.ts';
import type { Account, Person, Site } from '../testing/people.ts';
import { MANY_TRIALS, atOnce, inLanes } from '../testing/trials.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';
import type { Wired } from '../wire.ts';

// Two API processes on one database, 200 trials each. Without the account's lock the seats fail at once; the slot and the answer
// then still stand on the unique index and the trigger below them, and were seen to fail without both.

interface Lane {
  readonly boss: Person;
  readonly account: Account;
  readonly site: Site;
}
let world: World;
let second: Wired;
let lanes: Lane[];
let number = 0;
beforeAll(async () => {
  world = await createWorld(inject('testServer'));
  second = await world.another();
  lanes = await Promise.all(Array.from({ length: 4 }, newLane));
  // The trials bring more people than the default plan has seats for.
  await world.deps.database.orm.execute(sql`update account set plan = 'enterprise'`);
});
afterAll(async () => {
  expect(await brokenInvariants(world)).toEqual([]);
  await world.stop();
});

async function newLane(): Promise<Lane> {
  const boss = await world.person(`Boss ${(number += 1)}`);
  const account = await world.account(boss, `House ${number}`);
  return { boss, account, site: await world.site(boss, account, 'One') };
}
const invitationsOf = (site: Site) => `/api/v1/sites/${site.id}/invitations`;
const count = async (query: ReturnType<typeof sql>) => (await world.deps.database.orm.execute(query)).length;
/** The link of the only send, as the worker makes it: without waiting for the mail. */
async function tokenOf(id: string): Promise<string> {
  const [send] = await world.deps.database.orm.execute<{ nonce: Buffer }>(
    sql`select nonce from invitation_send where invitation_id = ${id}`,
  );
  return world.deps.links.linkFor(id, send!.nonce).split('#')[1]!;
}

describe(`in ${MANY_TRIALS} trials on two processes`, () => {
  it('one address gets one invitation, the rest are told of it [R13, A-072]', async () => {
    await inLanes(MANY_TRIALS, lanes, async ({ boss, site }, trial) => {
      const body = { email: `one-slot-${trial}@people.example`, role: 'developer' };
      const answers = await atOnce(
        [boss, boss.at(second), boss, boss.at(second)].map((by) => () => by.post(invitationsOf(site), body)),
      );
      const codes = answers.map(({ status, body: answer }) => (status === 201 ? 201 : answer.code)).sort();
      expect(codes).toEqual([201, ...Array<string>(3).fill('invitation.already_pending')]);
      expect(await count(sql`select 1 from mail where recipient = ${body.email}`)).toBe(1);
    });
  });

  it('accepting or revoking wins, never both and never neither [R16, R22, A-073]', async () => {
    const won = { accepting: 0, revoking: 0 };
    // Whoever won starts a little later next time: accepting has more to read before the lock and would hardly ever win.
    let headStart = 0;
    await inLanes(MANY_TRIALS, lanes, async ({ boss, site }, trial) => {
      const person = await world.person(`Racer ${trial}`);
      const { body } = await boss.post(invitationsOf(site), { email: person.email, role: 'developer' });
      const token = await tokenOf(body.id);
      const later = Math.max(0, headStart);
      const [accepted, revoked] = await atOnce([
        () => person.post('/api/v1/invitations/accept', { token }),
        async () => (await sleep(later), boss.at(second).delete(`${invitationsOf(site)}/${body.id}`)),
      ]);
      const outcome = [accepted!.body.code ?? accepted!.body.status, revoked!.body?.code ?? revoked!.status];
      expect([
        ['accepted', 'invitation.not_pending'],
        ['invitation.revoked', 204],
      ]).toContainEqual(outcome);
      won[outcome[0] === 'accepted' ? 'accepting' : 'revoking'] += 1;
      headStart += outcome[0] === 'accepted' ? -1 : 1;
      expect(await count(sql`select 1 from site_member where user_id = ${person.id}`)).toBe(
        outcome[0] === 'accepted' ? 1 : 0,
      );
    });
    // A race that one side always wins is none.
    expect(Math.min(won.accepting, won.revoking)).toBeGreaterThan(MANY_TRIALS / 20);
  });

  it('the last free seat is taken once [R24, A-077]', async () => {
    const guests = await Promise.all(['Ada', 'Ben', 'Cem'].map((name) => world.person(name)));
    await inLanes(MANY_TRIALS, lanes, async ({ boss }, trial) => {
      const account = await world.account(boss, `Small ${trial}`);
      const sites = [await world.site(boss, account, 'One'), await world.site(boss, account, 'Two')];
      for (const guest of guests) await world.enroll(guest, account, 'viewer');
      await world.deps.database.orm.execute(
        sql`update account set plan = 'starter' where id = ${account.id}`,
      );
      const answers = await atOnce(
        [0, 1, 2].map((n) => () => {
          const email = `seat-${trial}-${n}@people.example`;
          return (n === 1 ? boss.at(second) : boss).post(invitationsOf(sites[n % 2]!), {
            email,
            role: 'developer',
          });
        }),
      );
      const codes = answers.map(({ status, body }) => (status === 201 ? 201 : body.code)).sort();
      expect(codes).toEqual([201, 'seat.limit_reached', 'seat.limit_reached']);
      expect(await count(sql`select 1 from invitation where account_id = ${account.id}`)).toBe(1);
    });
  });
});
