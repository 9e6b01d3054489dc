import { headText, parseHead, readHead, verifyChain } from '@keyholder/db';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Account, Person } from '../testing/people.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';
import { addEvents, tamper } from './testing/history.ts';

let world: World;
let sarah: Person;
let number = 0;
beforeAll(async () => {
  world = await createWorld(inject('testServer'));
  sarah = await world.person('Sarah Chen');
});
afterAll(() => world.stop());

/** An account with twenty events. */
async function account(): Promise<Account> {
  const made = await world.account(sarah, `Agency ${(number += 1)}`);
  await addEvents(world, made, sarah, 18);
  expect(await verdict(made)).toEqual({ events: 20, intact: true });
  return made;
}
const verdict = async (of: Account) =>
  (await sarah.get(`/api/v1/accounts/${of.id}/audit-events/verification`)).body;
const rename = async (of: Account) =>
  (await sarah.patch(`/api/v1/accounts/${of.id}`, { name: `Renamed ${(number += 1)}` })).status;
const cut = (of: Account, after: number) =>
  `delete from audit_event where account_id = '${of.id}' and seq > ${after}`;
const missing = (events: number, seq: number) => ({
  ...{ events, intact: false },
  firstBad: { seq, id: null, problem: 'missing' },
});
const unproven = (events: number, seq: number) => ({
  ...{ events, intact: false },
  firstBad: { seq, id: null, problem: 'unproven' },
});

describe('events that a database superuser cuts off the end [R42, A-085]', () => {
  it.each([19, 17, 0])('are missing: only the first %i are left', async (left) => {
    const mine = await account();
    await tamper(world, cut(mine, left));
    expect(await verdict(mine)).toEqual(missing(left, left + 1));
  });

  it('stay missing when the account goes on', async () => {
    const mine = await account();
    await tamper(world, cut(mine, 17));
    expect(await rename(mine)).toBe(200);
    expect(await verdict(mine)).toEqual(missing(18, 18));
  });

  it.each([17, 0])(
    'with the head show by its absence, also when the account goes on: %i left',
    async (left) => {
      const mine = await account();
      await tamper(world, cut(mine, left), `delete from audit_head where account_id = '${mine.id}'`);
      expect(await verdict(mine)).toEqual(unproven(left, left + 1));
      expect(await rename(mine)).toBe(200);
      expect(await verdict(mine)).toEqual(missing(left + 1, left + 1));
    },
  );

  it('show when the head is set back: only the key signs one', async () => {
    const mine = await account();
    await tamper(world, cut(mine, 17), `update audit_head set seq = 17 where account_id = '${mine.id}'`);
    expect(await verdict(mine)).toEqual(unproven(17, 18));
  });

  it('show when the head of another account is put in the place of this one', async () => {
    const [mine, other] = [await account(), await account()];
    await tamper(
      world,
      cut(mine, 2),
      `update audit_head h set seq = 2, mac = o.mac from audit_head o
       where h.account_id = '${mine.id}' and o.account_id = '${other.id}'`,
    );
    expect(await verdict(mine)).toEqual(unproven(2, 3));
  });

  it('together with a whole older state are found by a head that was written down elsewhere', async () => {
    const mine = await account();
    const old = (await readHead(world.deps.database, mine.id))!;
    await rename(mine);
    const writtenDown = parseHead(headText((await readHead(world.deps.database, mine.id))!))!;
    await tamper(
      world,
      cut(mine, 20),
      `update audit_head set seq = 20, mac = '\\x${old.mac.toString('hex')}' where account_id = '${mine.id}'`,
    );
    expect(await verdict(mine)).toEqual({ events: 20, intact: true });
    expect(await verifyChain(world.deps.database, world.deps.keys.audit, mine.id, [writtenDown])).toEqual(
      missing(20, 21),
    );
  });
});

describe('the head of the chain', () => {
  it('moves with every command, in its transaction [R41, R42]', async () => {
    const mine = await account();
    const before = (await readHead(world.deps.database, mine.id))!;
    await rename(mine);
    expect((await sarah.patch(`/api/v1/accounts/${mine.id}`, { name: '' })).status).toBe(422);
    expect((await readHead(world.deps.database, mine.id))!.seq).toBe(before.seq + 1);
  });

  it('is only moved forward by the application: its role may not set it back, delete or empty it [R42]', async () => {
    const mine = await account();
    for (const statement of [
      `update audit_head set seq = seq - 1 where account_id = '${mine.id}'`,
      `update audit_head set mac = '\\x00' where account_id = '${mine.id}'`,
      'delete from audit_head',
      'truncate audit_head',
    ])
      await expect(world.deps.database.sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
  });
});
