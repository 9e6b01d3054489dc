import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import type { Account, Person } from '../testing/people.ts';
import { countStatements } from '../testing/statement-counter.ts';
import type { StatementCounter } from '../testing/statement-counter.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';
import { eventsOf, inAccount, sitesOf } from './testing/records.ts';

const MANY = 2_000;
const FEW = 20;
/** The name under which the pool of the API connects. */
const POOL = 'keyholder';

let counter: StatementCounter;
let world: World;
let sarah: Person;
let agency: Account;

beforeAll(async () => {
  counter = await countStatements(inject('testServer'));
  world = await createWorld(counter.server, { pool: 1 });
  sarah = await world.person('Sarah Chen');
  agency = await world.account(sarah, 'Bright Lines Agency');
  await world.deps.database.sql`
    insert into site (id, account_id, name, slug, domain, created_at)
    select gen_random_uuid(), ${agency.id}, 'Site ' || n, 'site-' || n, 'site-' || n || '.example', now() from generate_series(1, ${MANY}) n`;
});
afterAll(async () => {
  await world.stop();
  await counter.close();
});

/** Somebody on so many sites. */
async function busy(name: string, sites: number): Promise<Person> {
  const who = await world.enroll(await world.person(name), agency, 'admin');
  await world.deps.database.sql`
    insert into site_member (account_id, site_id, user_id, role, joined_at, source, changed_at)
    select account_id, id, ${who.id}, 'owner', now(), 'assigned', now() from site where account_id = ${agency.id} order by id limit ${sites}`;
  return who;
}

/** Lets them have sent one invitation on each of their sites. */
async function invites(who: Person): Promise<void> {
  await world.deps.database.sql`
    insert into invitation (id, account_id, site_id, email, role, state, invited_by, created_at, sent_at, expires_at)
    select gen_random_uuid(), account_id, site_id, ${`guest.of.${who.id}@people.example`}, 'developer', 'pending', ${who.id}, now(), now(), now() + interval '48 hours'
    from site_member where user_id = ${who.id}`;
}

async function counted(call: () => Promise<{ status: number }>): Promise<number> {
  const before = counter.executed(POOL);
  expect((await call()).status).toBe(200);
  return counter.executed(POOL) - before;
}

/** The least of three rounds of removing and bringing back: now and then a timer or the mail worker writes in between. */
async function costOf(who: Person): Promise<{ removal: number; restoration: number }> {
  const rounds: { removal: number; restoration: number }[] = [];
  for (let round = 0; round < 3; round += 1) {
    await invites(who);
    const mails = world.inbox.mails.length;
    const removal = await counted(() => sarah.delete(inAccount(agency, who)));
    await vi.waitUntil(() => world.inbox.mails.length > mails, 10_000);
    await new Promise((settled) => setTimeout(settled, 100));
    rounds.push({
      removal,
      restoration: await counted(() => sarah.post(inAccount(agency, who, '/restore'))),
    });
  }
  return {
    removal: Math.min(...rounds.map((round) => round.removal)),
    restoration: Math.min(...rounds.map((round) => round.restoration)),
  };
}

describe('removing somebody from a very large account', () => {
  it(`costs the same number of statements for ${FEW} sites and for ${MANY}, and so does bringing them back [R31, R33]`, async () => {
    const [few, many] = [await busy('Few Sites', FEW), await busy('Many Sites', MANY)];
    const costs = { [few.id]: await costOf(few), [many.id]: await costOf(many) };
    expect(costs[many.id]).toEqual(costs[few.id]);
    expect([await sitesOf(world, few), await sitesOf(world, many)]).toEqual([FEW, MANY]);
  }, 60_000);

  it('does everything: memberships, invitations and one event for each, in an unbroken chain [R31, R41]', async () => {
    const who = await busy('Everything Goes', MANY);
    await invites(who);
    const answer = await sarah.delete(inAccount(agency, who));
    expect(answer.body).toMatchObject({ removedSites: MANY, revokedInvitations: MANY });
    expect(await sitesOf(world, who)).toBe(0);
    const events = await eventsOf(world, answer.body.correlationId);
    const byAction = new Map<string, Set<string | null>>();
    for (const event of events)
      byAction.set(event.action, (byAction.get(event.action) ?? new Set()).add(event.siteId));
    expect(events).toHaveLength(1 + 2 * MANY);
    expect(byAction.get('account_member.removed')?.size).toBe(1);
    expect(byAction.get('site_member.removed')?.size).toBe(MANY);
    expect(byAction.get('invitation.revoked')?.size).toBe(MANY);
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => events[0]!.seq + index));
    expect((await who.get(`/api/v1/accounts/${agency.id}`)).status).toBe(404);
  });
});
