import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ageInvitation } from '../testing/clock.ts';
import type { Person } from '../testing/people.ts';
import { brokenInvariants } from '../testing/invariants.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { TRIALS, atOnce } from '../testing/trials.ts';
import type { Wired } from '../wire.ts';

let s: Setting;
let second: Wired;
let path: string;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  // The trials invite more people than the default plan has seats for.
  await s.world.deps.database.orm.execute(
    sql`update account set plan = 'enterprise' where id = ${s.agency.id}`,
  );
  second = await s.world.another();
  path = `/api/v1/sites/${s.site.id}/invitations`;
});
afterAll(async () => {
  expect(await brokenInvariants(s.world)).toEqual([]);
  await s.world.stop();
});

const count = async (query: ReturnType<typeof sql>) =>
  Number(
    (await s.world.deps.database.orm.execute<{ n: string }>(sql`select count(*) as n from (${query}) q`))[0]!
      .n,
  );

let number = 0;
async function pending(role = 'developer'): Promise<{ person: Person; id: string; token: string }> {
  number += 1;
  const person = await s.world.person(`Racer ${number}`);
  const { body } = await s.siteOwner.post(path, { email: person.email, role });
  return { person, id: body.id, token: await s.world.inbox.token(person.email) };
}

describe('an Idempotency-Key [A-079]', () => {
  it('makes one effect and equal answers of parallel twins, on both processes', async () => {
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const email = `twins-${trial}@people.example`;
      const headers = { 'idempotency-key': `twins-${trial}` };
      const answers = await atOnce(
        [s.siteOwner, s.siteOwner.at(second), s.siteOwner, s.siteOwner.at(second)].map(
          (by) => () => by.post(path, { email, role: 'developer' }, headers),
        ),
      );
      expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201]);
      for (const answer of answers) expect(answer.body).toEqual(answers[0]!.body);
      expect(await count(sql`select 1 from invitation where email = ${email}`)).toBe(1);
      expect(await count(sql`select 1 from mail where recipient = ${email}`)).toBe(1);
    }
  });

  it('belongs to its person, and refuses another body', async () => {
    const headers = { 'idempotency-key': 'mine' };
    const first = await s.siteOwner.post(path, { email: 'key-1@people.example', role: 'developer' }, headers);
    expect(
      await s.siteOwner.post(path, { email: 'key-2@people.example', role: 'developer' }, headers),
    ).toMatchObject({ status: 422, body: { code: 'idempotency.mismatch' } });
    expect(
      (await s.sarah.post(path, { email: 'key-3@people.example', role: 'developer' }, headers)).status,
    ).toBe(201);
    await s.siteOwner.delete(`${path}/${first.body.id}`);
    expect(
      (await s.siteOwner.post(path, { email: 'key-1@people.example', role: 'developer' }, headers)).body,
    ).toEqual(first.body);
  });

  it('keeps no refusal: the same key may succeed later', async () => {
    const headers = { 'idempotency-key': 'later' };
    const { id } = await pending();
    const resend = () => s.siteOwner.post(`${path}/${id}/resend`, undefined, headers);
    expect((await resend()).status).toBe(429);
    await ageInvitation(s.world, id, 60_000);
    expect((await resend()).status).toBe(200);
  });

  it('stores answers sealed: nothing of them can be read in the table', async () => {
    const rows = await s.world.deps.database.orm.execute<{ answer: string }>(
      sql`select encode(answer, 'escape') as answer from idempotency`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify([...rows])).not.toContain('people.example');
  });
});
