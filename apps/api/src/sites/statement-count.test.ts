import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeKey, programWith } from '../testing/keys.ts';
import { countStatements } from '../testing/statement-counter.ts';
import type { StatementCounter } from '../testing/statement-counter.ts';
import type { Account, Person, Site } from '../testing/people.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

const REQUESTS = 20;
/** The name under which the pool of the API connects. */
const POOL = 'keyholder';

let counter: StatementCounter;
let world: World;
let sarah: Person;
let agency: Account;
let northwind: Site;

beforeAll(async () => {
  counter = await countStatements(inject('testServer'));
  world = await createWorld(counter.server, { pool: 1 });
  sarah = await world.person('Sarah Chen');
  agency = await world.account(sarah, 'Bright Lines Agency');
  northwind = await world.site(sarah, agency, 'Northwind Coffee');
});
afterAll(async () => {
  await world.stop();
  await counter.close();
});

/** Statements of so many equal requests. The least of three rounds: now and then a timer writes last activity in between. */
async function statementsOf(path: string, by: Pick<Person, 'get'> = sarah): Promise<number> {
  // A connection prepares a statement when it first runs it.
  await by.get(path);
  const rounds: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const before = counter.executed(POOL);
    for (let request = 0; request < REQUESTS; request += 1) expect((await by.get(path)).status).toBe(200);
    rounds.push(counter.executed(POOL) - before);
  }
  return Math.min(...rounds);
}

describe('an authorised request on a site', () => {
  it('costs one statement for session, account role and site role together', async () => {
    expect(await statementsOf(`/api/v1/sites/${northwind.id}`)).toBe(REQUESTS);
  });

  it('costs one statement more for a page of members', async () => {
    expect(await statementsOf(`/api/v1/sites/${northwind.id}/members`)).toBe(2 * REQUESTS);
  });

  it('costs three statements more for a page of people: them, their sites, and what the account calls inactive', async () => {
    expect(await statementsOf(`/api/v1/accounts/${agency.id}/members`)).toBe(4 * REQUESTS);
  });
});

describe('a request with a key', () => {
  it('costs one statement for the key and its maker’s rights together [R44]', async () => {
    const key = await makeKey(sarah, northwind, ['members.read']);
    const program = programWith(world, key.text);
    expect(await statementsOf(`/api/v1/sites/${northwind.id}`, program)).toBe(REQUESTS);
    expect(await statementsOf(`/api/v1/sites/${northwind.id}/members`, program)).toBe(2 * REQUESTS);
  });
});
