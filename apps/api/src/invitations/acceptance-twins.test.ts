import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { brokenInvariants } from '../testing/invariants.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { atOnce } from '../testing/trials.ts';
import type { Wired } from '../wire.ts';

// Two accepts that meet where the lock of one account does not reach.

const PASSWORD = 'four unrelated words';

let s: Setting;
let second: Wired;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  await s.world.deps.database.orm.execute(sql`update account set plan = 'enterprise'`);
  second = await s.world.another();
});
afterAll(async () => {
  expect(await brokenInvariants(s.world)).toEqual([]);
  await s.world.stop();
});

const accept = (token: string, at?: Wired, headers?: Record<string, string>) =>
  (at ? s.world.nobody.at(at) : s.world.nobody).post(
    '/api/v1/invitations/accept',
    { token, name: 'Somebody New', password: PASSWORD },
    headers,
  );

describe('a new person', () => {
  it('who accepts twice under one Idempotency-Key joins once, and only the one who joined is signed in [A-079]', async () => {
    for (let trial = 0; trial < 10; trial += 1) {
      const email = `twin-${trial}@people.example`;
      await s.siteOwner.post(`/api/v1/sites/${s.site.id}/invitations`, { email, role: 'developer' });
      const token = await s.world.inbox.token(email);
      const headers = { 'idempotency-key': `twin-${trial}` };
      const answers = await atOnce([
        () => accept(token, undefined, headers),
        () => accept(token, second, headers),
      ]);
      for (const { status, body } of answers) expect([200, 401], JSON.stringify(body)).toContain(status);
      expect(answers.filter(({ headers: answered }) => answered.has('set-cookie'))).toHaveLength(1);
      const [found] = await s.world.deps.database.orm.execute<{ people: string; sessions: string }>(sql`
        select count(distinct u.id) as people, count(s.id) as sessions from "user" u left join session s on s.user_id = u.id
        where u.email = ${email}`);
      expect(found).toEqual({ people: '1', sessions: '1' });
    }
  });

  it('who is invited by two accounts and accepts both at once becomes one person; the other link asks for a sign-in [A-078]', async () => {
    const other = await s.world.account(await s.world.person('Owner Elsewhere'), 'Elsewhere');
    const founder = await s.world.enroll(await s.world.person('Founder Elsewhere'), other, 'member');
    const site = await s.world.site(founder, other, 'Far Away');
    await s.world.deps.database.orm.execute(sql`update account set plan = 'enterprise'`);
    for (let trial = 0; trial < 25; trial += 1) {
      const email = `both-${trial}@people.example`;
      const tokens: string[] = [];
      for (const [by, at] of [
        [s.siteOwner, s.site],
        [founder, site],
      ] as const) {
        await by.post(`/api/v1/sites/${at.id}/invitations`, { email, role: 'developer' });
        tokens.push(await s.world.inbox.token(email));
      }
      const answers = await atOnce([() => accept(tokens[0]!), () => accept(tokens[1]!, second)]);
      expect(answers.map(({ status, body }) => [status, body.code ?? body.status]).sort()).toEqual([
        [200, 'accepted'],
        [401, 'invitation.sign_in_required'],
      ]);
    }
  });
});
