import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Account, Person } from '../testing/people.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
let number = 0;
beforeAll(async () => {
  world = await createWorld(inject('testServer'));
});
afterAll(() => world.stop());

async function house(): Promise<{ sarah: Person; account: Account; at: string }> {
  number += 1;
  const sarah = await world.person(`Sarah ${number}`);
  const account = await world.account(sarah, `House ${number}`);
  return { sarah, account, at: `/api/v1/accounts/${account.id}/policies` };
}
const DEFAULTS = {
  secondFactor: { required: false, graceDays: 7, requiredFrom: null },
  domains: [],
  inactiveAfterDays: 90,
  powerfulSites: 5,
};
const DAY = 24 * 3_600_000;

describe('the policies of an account', () => {
  it('are these until somebody decides otherwise', async () => {
    const { sarah, at } = await house();
    expect((await sarah.get(at)).body).toEqual(DEFAULTS);
  });

  it('are changed one by one, and the log holds what was and what is [R41]', async () => {
    const { sarah, account, at } = await house();
    const domains = ['YourTeam.com', 'bücher.example', 'yourteam.com'];
    const changed = await sarah.patch(at, { domains, powerfulSites: 3 });
    const now = { ...DEFAULTS, domains: ['xn--bcher-kva.example', 'yourteam.com'], powerfulSites: 3 };
    expect([changed.status, changed.body]).toEqual([200, now]);
    expect((await sarah.get(at)).body).toEqual(now);
    const last = () =>
      world.deps.database.sql<{ action: string; before: unknown; after: unknown }[]>`
        select action, before, after from audit_event where account_id = ${account.id} and seq > 2 order by seq`;
    expect(await last()).toEqual([
      {
        action: 'account.policies_changed',
        before: { domains: [], powerfulSites: 5 },
        after: { domains: now.domains, powerfulSites: 3 },
      },
    ]);
    expect((await sarah.patch(at, { powerfulSites: 3 })).status).toBe(200);
    expect(await last()).toHaveLength(1);
  });

  it.each([
    [{}, ''],
    [{ inactiveAfterDays: 13 }, 'inactiveAfterDays'],
    [{ inactiveAfterDays: 731 }, 'inactiveAfterDays'],
    [{ inactiveAfterDays: 30.5 }, 'inactiveAfterDays'],
    [{ inactiveAfterDays: '90' }, 'inactiveAfterDays'],
    [{ powerfulSites: 1 }, 'powerfulSites'],
    [{ powerfulSites: 101 }, 'powerfulSites'],
    [{ domains: ['https://yourteam.com'] }, 'domains.0'],
    [{ domains: Array.from({ length: 51 }, (_, n) => `d${n}.example`) }, 'domains'],
    [{ domains: 'yourteam.com' }, 'domains'],
    [{ secondFactor: { required: 'yes' } }, 'secondFactor.required'],
    [{ secondFactor: { required: true, graceDays: 91 } }, 'secondFactor.graceDays'],
    [{ secondFactor: { graceDays: 7 } }, 'secondFactor.required'],
    [{ powerfulSites: 6, plan: 'team' }, 'plan'],
  ])('refuse %j and name the field', async (change, field) => {
    const { sarah, at } = await house();
    const refused = await sarah.patch(at, change);
    expect([refused.status, refused.body.code]).toEqual([422, 'validation.failed']);
    expect(Object.keys(refused.body.fields)).toEqual([field]);
    expect((await sarah.get(at)).body).toEqual(DEFAULTS);
  });

  it('are for the owner and admins, who have signed in within 10 minutes to change them (security.md 1.1.7)', async () => {
    const { account, at } = await house();
    const admin = await world.enroll(await world.person(`Admin ${number}`), account, 'admin');
    const member = await world.enroll(await world.person(`Member ${number}`), account, 'member');
    expect((await member.get(at)).body.code).toBe('permission.denied');
    expect((await member.patch(at, { powerfulSites: 3 })).body.code).toBe('permission.denied');
    await world.deps.database.sql`
      update session set created_at = clock_timestamp() - interval '11 minutes' where user_id = ${admin.id}`;
    const stale = await admin.patch(at, { powerfulSites: 3 });
    expect([stale.status, stale.body.code]).toEqual([403, 'auth.reauthentication_required']);
    expect((await admin.get(at)).body).toEqual(DEFAULTS);
  });
});

describe('a second factor for everybody', () => {
  const giveFactor = (who: Person) =>
    world.deps.database.sql`
      insert into two_factor (user_id, secret, confirmed_at, created_at) values (${who.id}, '\\x00', now(), now())`;

  it('is asked for only by somebody who has one', async () => {
    const { sarah, at } = await house();
    const refused = await sarah.patch(at, { secondFactor: { required: true } });
    expect([refused.status, refused.body.fields]).toEqual([
      422,
      { 'secondFactor.required': 'Set up your own second factor first.' },
    ]);
    expect((await sarah.get(at)).body).toEqual(DEFAULTS);
  });

  it('is needed once the time given is over, and no longer when it is taken back', async () => {
    const { sarah, at } = await house();
    await giveFactor(sarah);
    const before = Date.now();
    const { body } = await sarah.patch(at, { secondFactor: { required: true, graceDays: 14 } });
    expect(body.secondFactor).toMatchObject({ required: true, graceDays: 14 });
    const from = Date.parse(body.secondFactor.requiredFrom);
    expect(from - before).toBeGreaterThan(14 * DAY - 60_000);
    expect(from - before).toBeLessThan(14 * DAY + 60_000);
    const off = await sarah.patch(at, { secondFactor: { required: false } });
    expect(off.body.secondFactor).toEqual({ required: false, graceDays: 14, requiredFrom: null });
  });
});
