import { FORMER_SLUGS_KEPT } from '@keyholder/domain';
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

async function house(): Promise<{ sarah: Person; account: Account; at: string }> {
  number += 1;
  const sarah = await world.person(`Sarah ${number}`);
  const account = await world.account(sarah, `House ${number}`);
  return { sarah, account, at: `/api/v1/accounts/${account.id}` };
}
const idAt = async (who: Person, slug: string) => (await who.get(`/api/v1/accounts/${slug}`)).body.id;
const formerOf = async (who: Person) => (await who.get('/api/v1/me')).body.accounts[0].formerSlugs;

describe('the slug of an account', () => {
  it('is changed by who has its settings, and recorded [R41]', async () => {
    const { sarah, account, at } = await house();
    const admin = await world.enroll(await world.person(`Admin ${number}`), account, 'admin');
    const changed = await admin.patch(at, { slug: ` Brighter-${number} ` });
    expect([changed.status, changed.body.slug]).toEqual([200, `brighter-${number}`]);
    const [event] = await world.deps.database.sql`
      select action, before, after from audit_event where account_id = ${account.id} order by seq desc limit 1`;
    expect(event).toEqual({
      action: 'account.slug_changed',
      before: { slug: account.slug },
      after: { slug: `brighter-${number}` },
    });
    expect(await idAt(sarah, `brighter-${number}`)).toBe(account.id);
  });

  it.each(['member', 'viewer'] as const)('is not changed by a %s', async (role) => {
    const { account, at } = await house();
    const who = await world.enroll(await world.person(`Low ${number}`), account, role);
    const refused = await who.patch(at, { slug: 'mine' });
    expect([refused.status, refused.body.code]).toEqual([403, 'permission.denied']);
  });

  it.each(['', 'x', 'a--b', 'sign-in', 'me', 'a b', '0190f000-0000-7000-8000-00000000000a', 'ü', 7, null])(
    'is never %j',
    async (slug) => {
      const { sarah, account, at } = await house();
      const refused = await sarah.patch(at, { slug });
      expect([refused.status, Object.keys(refused.body.fields)]).toEqual([422, ['slug']]);
      expect(await idAt(sarah, account.slug)).toBe(account.id);
    },
  );

  it('is not one that another account has, nor one that still leads to it', async () => {
    const [one, other] = [await house(), await house()];
    const take = (slug: string) => other.sarah.patch(other.at, { slug });
    const taken = await take(one.account.slug);
    expect([taken.status, taken.body.code, taken.body.slug]).toEqual([
      409,
      'account.slug_taken',
      one.account.slug,
    ]);
    await one.sarah.patch(one.at, { slug: `moved-${number}` });
    expect((await take(one.account.slug)).status).toBe(409);
    const made = await other.sarah.post('/api/v1/accounts', { name: one.account.name });
    expect(made.body.slug).toBe(`${one.account.slug}-2`);
    expect(await brokenInvariants(world)).toEqual([]);
  });
});

describe('a slug that the account had', () => {
  it('still leads to it, for its own people only, and can be taken back', async () => {
    const { sarah, account, at } = await house();
    await sarah.patch(at, { slug: `later-${number}` });
    expect(await idAt(sarah, account.slug)).toBe(account.id);
    expect((await sarah.get(`/api/v1/accounts/${account.slug}`)).body.slug).toBe(`later-${number}`);
    expect(await formerOf(sarah)).toEqual([account.slug]);
    const stranger = await world.person(`Stranger ${number}`);
    expect((await stranger.get(`/api/v1/accounts/${account.slug}`)).status).toBe(404);
    expect((await sarah.patch(at, { slug: account.slug })).body.slug).toBe(account.slug);
    expect(await formerOf(sarah)).toEqual([`later-${number}`]);
  });

  it(`is free for others after ${FORMER_SLUGS_KEPT} later ones: nobody collects names`, async () => {
    const { sarah, account, at } = await house();
    const later = Array.from({ length: FORMER_SLUGS_KEPT + 1 }, (_, n) => `step-${number}-${n}`);
    for (const slug of later) expect((await sarah.patch(at, { slug })).status).toBe(200);
    expect(await formerOf(sarah)).toEqual(later.slice(0, -1));
    expect((await sarah.get(`/api/v1/accounts/${account.slug}`)).status).toBe(404);
    const other = await house();
    expect((await other.sarah.patch(other.at, { slug: account.slug })).status).toBe(200);
  });
});

describe('two accounts that want one slug at once', () => {
  it('get it once, also when a third just left it', async () => {
    for (let trial = 0; trial < 20; trial += 1) {
      const [left, one, other] = [await house(), await house(), await house()];
      const wanted = left.account.slug;
      const answers = await Promise.all([
        left.sarah.patch(left.at, { slug: `gone-${trial}` }),
        one.sarah.patch(one.at, { slug: wanted }),
        other.sarah.patch(other.at, { slug: `both-${trial}` }),
        one.sarah.patch(one.at, { slug: `both-${trial}` }),
        left.sarah.post('/api/v1/accounts', { name: left.account.name }),
      ]);
      expect(answers[1]!.status).toBe(409);
      expect([answers[2]!.status, answers[3]!.status].toSorted()).toEqual([200, 409]);
      expect(answers[4]!.status).toBe(201);
      expect(await idAt(left.sarah, wanted)).toBe(left.account.id);
    }
    expect(await brokenInvariants(world)).toEqual([]);
  });
});
