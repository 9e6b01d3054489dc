import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Account, Person } from '../testing/people.ts';
import { countStatements } from '../testing/statement-counter.ts';
import type { StatementCounter } from '../testing/statement-counter.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';
import { addEvents, tamper } from './testing/history.ts';

let counter: StatementCounter;
let world: World;
let sarah: Person;
let number = 0;
beforeAll(async () => {
  counter = await countStatements(inject('testServer'));
  world = await createWorld(counter.server);
  sarah = await world.person('Sarah Chen');
});
afterAll(async () => {
  await world.stop();
  await counter.close();
});

/** An account with twenty events of which nobody has taken any away yet. */
async function account(): Promise<Account> {
  const made = await world.account(sarah, `Agency ${(number += 1)}`);
  await addEvents(world, made, sarah, 19 - Number((await verdict(made)).events) + 1);
  return made;
}
const verdict = async (of: Account) =>
  (await sarah.get(`/api/v1/accounts/${of.id}/audit-events/verification`)).body;
const event = (of: Account, seq: number) => `account_id = '${of.id}' and seq = ${seq}`;

describe('the verification of an account’s events', () => {
  it('finds the chain of commands intact [R42]', async () => {
    const mine = await account();
    await sarah.patch(`/api/v1/accounts/${mine.id}`, { name: 'Renamed' });
    expect(await verdict(mine)).toEqual({ events: 21, intact: true });
  });

  it.each([
    [
      'an edited fact',
      (of: Account) => [`update audit_event set after = '{"name":"x"}' where ${event(of, 7)}`],
      7,
    ],
    ['another actor', (of: Account) => [`update audit_event set actor_id = null where ${event(of, 9)}`], 9],
    [
      'another time',
      (of: Account) => [`update audit_event set at = at - interval '1 ms' where ${event(of, 3)}`],
      3,
    ],
    [
      'a time that is none',
      (of: Account) => [`update audit_event set at = 'infinity' where ${event(of, 4)}`],
      4,
    ],
    [
      'another address',
      (of: Account) => [`update audit_event set ip = '192.0.2.1' where ${event(of, 20)}`],
      20,
    ],
    [
      'an added event',
      (of: Account) => [
        `insert into audit_event select gen_random_uuid(), account_id, 21, at, actor_kind, actor_id, action, site_id, target_kind,
          target_id, user_id, before, after, reason, ip, user_agent, request_id, correlation_id, mac
         from audit_event where ${event(of, 20)}`,
      ],
      21,
    ],
    [
      'two events that changed places',
      (of: Account) => [
        `update audit_event set seq = 999 where ${event(of, 5)}`,
        `update audit_event set seq = 5 where ${event(of, 6)}`,
        `update audit_event set seq = 6 where ${event(of, 999)}`,
      ],
      5,
    ],
    [
      'a deleted event whose successors moved up',
      (of: Account) => [
        `delete from audit_event where ${event(of, 8)}`,
        ...Array.from(
          { length: 12 },
          (_, index) => `update audit_event set seq = ${8 + index} where ${event(of, 9 + index)}`,
        ),
      ],
      8,
    ],
  ])('names the first bad event: %s, by a database superuser [R42, A-085]', async (_, statements, seq) => {
    const mine = await account();
    await tamper(world, ...statements(mine));
    expect(await verdict(mine)).toMatchObject({ intact: false, firstBad: { seq, problem: 'changed' } });
  });

  it.each([1, 12])('names event %i that was deleted by a database superuser [R42, A-085]', async (seq) => {
    const mine = await account();
    await tamper(world, `delete from audit_event where ${event(mine, seq)}`);
    expect(await verdict(mine)).toEqual({
      events: 19,
      intact: false,
      firstBad: { seq, id: null, problem: 'missing' },
    });
  });

  it('cannot be needed because of the application: its role may not change, delete or empty [R42]', async () => {
    for (const statement of [
      'update audit_event set reason = null',
      'delete from audit_event',
      'truncate audit_event',
    ])
      await expect(world.deps.database.sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('is for those who read the audit log', async () => {
    const mine = await account();
    const viewer = await world.enroll(await world.person('Vera Lind'), mine, 'viewer');
    expect(await viewer.get(`/api/v1/accounts/${mine.id}/audit-events/verification`)).toMatchObject({
      status: 403,
    });
  });

  it('reads 5,000 events once, a thousand at a time', async () => {
    const mine = await account();
    await addEvents(world, mine, sarah, 4_980);
    const before = counter.executed('keyholder');
    expect(await verdict(mine)).toEqual({ events: 5_000, intact: true });
    // Who calls, five full batches and the empty one behind them; now and then a timer writes last activity in between.
    expect(counter.executed('keyholder') - before).toBeLessThanOrEqual(9);
  });
});
