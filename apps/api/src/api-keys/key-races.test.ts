import { apiKey } from '@keyholder/db/schema';
import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { inAccount, onSite } from '../members/testing/records.ts';
import { brokenInvariants } from '../testing/invariants.ts';
import { keysOf, makeKey, programWith } from '../testing/keys.ts';
import type { Answer, Person } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { TRIALS, atOnce } from '../testing/trials.ts';
import type { Wired } from '../wire.ts';

// A key that is made while its maker goes: never a living key of somebody who is not there [R11, R30, R31, R44].

const BODY = { name: 'Raced', permissions: ['site.view'] };

let s: Setting;
let other: Wired;
let number = 0;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  other = await s.world.another();
  // Every trial brings new people: seats are not what is raced for.
  await s.world.deps.database.sql`update account set plan = 'enterprise' where id = ${s.agency.id}`;
});
afterAll(async () => {
  expect(await brokenInvariants(s.world)).toEqual([]);
  await s.world.stop();
});

const maker = async (): Promise<Person> =>
  s.world.place(await s.world.person(`Racer ${(number += 1)}`), s.agency, s.site, 'developer');
const living = (who: Person) =>
  s.world.deps.database.orm.$count(apiKey, and(eq(apiKey.createdBy, who.id), isNull(apiKey.revokedAt)));

const WAYS_OUT: readonly [string, (who: Person) => Promise<Answer>][] = [
  ['a removal from the site', (who) => s.siteOwner.at(other).delete(onSite(s.site, who))],
  ['a removal from the account', (who) => s.sarah.at(other).delete(inAccount(s.agency, who))],
  ['their leaving', (who) => who.at(other).post(`/api/v1/sites/${s.site.id}/leave`)],
];

describe('making a key at the same time as', () => {
  it.each(WAYS_OUT)(`%s leaves none alive, in ${TRIALS} trials on two processes`, async (_, goAway) => {
    const outcomes = new Set<number>();
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const who = await maker();
      const [made, gone] = await atOnce([() => who.post(keysOf(s.site), BODY), () => goAway(who)]);
      expect([200, 204]).toContain(gone!.status);
      expect([201, 401, 404]).toContain(made!.status);
      outcomes.add(made!.status);
      expect(await living(who)).toBe(0);
      if (made!.status === 201)
        expect((await programWith(s.world, made!.body.key).get(`/api/v1/sites/${s.site.id}`)).status).toBe(
          401,
        );
    }
    expect(outcomes).toContain(201);
  });
});

describe('a key revoked by two at the same time', () => {
  it('is revoked once, with one event', async () => {
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const { id } = await makeKey(s.siteOwner, s.site);
      const path = `${keysOf(s.site)}/${id}`;
      const answers = await atOnce([
        () => s.siteOwner.delete(path),
        () => s.platformAdmin.at(other).delete(path),
      ]);
      expect(answers.map((answer) => answer.status)).toEqual([204, 204]);
    }
  });
});
