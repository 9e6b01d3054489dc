import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createRounds } from '../jobs/rounds.ts';
import { brokenInvariants } from '../testing/invariants.ts';
import type { Person } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { eventsAbout, onSite, roleOn } from './testing/records.ts';

const DAY = 86_400_000;
let s: Setting;
let number = 0;
let rounds: ReturnType<typeof createRounds>[];
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  // More people than the default plan has seats for.
  await s.world.deps.database.orm.execute(sql`update account set plan = 'enterprise'`);
  rounds = [s.world, await s.world.another()].map(({ deps }) => createRounds(deps));
});
afterAll(async () => {
  await Promise.all(rounds.map((one) => one.stop()));
  expect(await brokenInvariants(s.world)).toEqual([]);
  await s.world.stop();
});

/** Both processes look at the same time, twice: whatever is due is done once. */
const goRound = () => Promise.all([...rounds, ...rounds].map((one) => one.run()));
/** Somebody new on the site whose access ends `ms` from now. */
const placed = async (ms: number, role: 'developer' | 'platform_admin' = 'developer'): Promise<Person> =>
  s.world.place(
    await s.world.person(`Person ${(number += 1)}`),
    ...([s.agency, s.site, role, new Date(Date.now() + ms)] as const),
  );
const moveTo = (who: Person, accessUntil: Date | null) =>
  s.siteOwner.patch(onSite(s.site, who), { accessUntil: accessUntil?.toISOString() ?? null });
/** Moves the end in the table, as time would: no command, no event. */
const setEnd = (who: Person, ms: number) =>
  s.world.deps.database.orm.execute(sql`
    update site_member set access_until = date_trunc('milliseconds', clock_timestamp()) + ${ms} * interval '1 millisecond'
    where user_id = ${who.id}`);
const told = async (who: Person) =>
  (
    await s.world.deps.database.orm.execute(
      sql`select 1 from mail where kind = 'access_ends' and recipient = ${who.email}`,
    )
  ).length;
const endings = async (who: Person) =>
  (await eventsAbout(s.world, who)).filter(({ action }) => action === 'site_member.access_ended');

describe('somebody whose access ends', () => {
  it('is told 7 days and 1 day before, once each [R34]', async () => {
    const alex = await placed(7 * DAY + 60_000);
    await goRound();
    expect(await told(alex)).toBe(0);
    // As time would have it: the date stays, and comes nearer.
    for (const [left, count] of [
      [7 * DAY - 1_000, 1],
      [2 * DAY, 1],
      [DAY - 1_000, 2],
      [1_000, 2],
    ] as const) {
      await shift(alex, left);
      await goRound();
      expect([left, await told(alex)]).toEqual([left, count]);
    }
    const mail = await s.world.inbox.newest(alex.email, 'ends on');
    expect(mail.text).toContain(`/admin/${s.agency.slug}/${s.site.slug}`);
    expect(mail.subject).toContain(s.site.name);
  });

  it('is told anew when the date was moved, and not of the old one [R34]', async () => {
    const alex = await placed(6 * DAY);
    await goRound();
    expect(await told(alex)).toBe(1);
    expect((await moveTo(alex, new Date(Date.now() + 30 * DAY))).status).toBe(200);
    await goRound();
    expect(await told(alex)).toBe(1);
    const sooner = new Date(Date.now() + 5 * DAY);
    expect((await moveTo(alex, sooner)).status).toBe(200);
    await goRound();
    expect(await told(alex)).toBe(2);
    expect((await s.world.inbox.newest(alex.email, 'ends on')).subject).toContain(
      String(sooner.getUTCDate()),
    );
  });

  it('gets one mail, not two, when less than a day was given [R34]', async () => {
    const alex = await placed(DAY / 2);
    await goRound();
    await goRound();
    expect(await told(alex)).toBe(1);
  });
});

describe('the end of access', () => {
  it('is on record once, by Keyholder itself, and the membership stays to be extended or removed [R34, R41]', async () => {
    const alex = await placed(1_000);
    await goRound();
    expect(await endings(alex)).toEqual([]);
    await setEnd(alex, -1_000);
    await goRound();
    await goRound();
    const [event, ...others] = await endings(alex);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      ...{ actorKind: 'system', actorId: null, siteId: s.site.id, userId: alex.id },
      before: { role: 'developer', accessUntil: expect.any(String) },
    });
    expect(await roleOn(s.world, s.site, alex)).toBe('developer');
    const { body } = await s.siteOwner.get(`/api/v1/sites/${s.site.id}/members?q=${alex.email}`);
    expect(body.items).toMatchObject([{ ended: true }]);
    expect((await alex.get(`/api/v1/sites/${s.site.id}`)).status).toBe(404);
  });

  it('is recorded again when it was extended after the first and ended a second time [R34]', async () => {
    const alex = await placed(-1_000);
    await goRound();
    expect((await moveTo(alex, new Date(Date.now() + 3 * DAY))).status).toBe(200);
    expect((await alex.get(`/api/v1/sites/${s.site.id}`)).status).toBe(200);
    await goRound();
    expect([(await endings(alex)).length, await told(alex)]).toEqual([1, 1]);
    await setEnd(alex, -1);
    await goRound();
    expect((await endings(alex)).length).toBe(2);
  });

  it('takes the open invitations of who could make them only by it [R23, R34]', async () => {
    const wei = await placed(DAY, 'platform_admin');
    const sent = await wei.post(`/api/v1/sites/${s.site.id}/invitations`, {
      ...{ email: 'invited-by-wei@people.example', role: 'developer' },
    });
    await setEnd(wei, -1_000);
    await goRound();
    const [row] = await s.world.deps.database.orm.execute(
      sql`select state from invitation where id = ${sent.body.id}`,
    );
    expect(row).toEqual({ state: 'revoked' });
    const events = await s.world.deps.database.orm.execute(sql`
      select action, actor_kind, correlation_id from audit_event
      where target_id = ${sent.body.id} or (target_id = ${wei.id} and action = 'site_member.access_ended') order by seq`);
    expect(events.map(({ action, actor_kind }) => [action, actor_kind])).toEqual([
      ['invitation.created', 'person'],
      ['site_member.access_ended', 'system'],
      ['invitation.revoked', 'system'],
    ]);
    expect(events[2]!['correlation_id']).toBe(events[1]!['correlation_id']);
  });

  it('of more people than one command takes is recorded for all of them', async () => {
    await s.world.deps.database.orm.execute(sql`
      with people as (
        insert into "user" (id, name, email, email_verified, created_at, updated_at)
        select gen_random_uuid(), 'Guest ' || n, 'guest-' || n || '@people.example', true, now(), now()
        from generate_series(1, 450) n returning id
      ), members as (
        insert into account_member (account_id, user_id, role, joined_at)
        select ${s.agency.id}, id, 'collaborator', now() from people returning user_id
      )
      insert into site_member (account_id, site_id, user_id, role, joined_at, access_until, source, changed_at)
      select ${s.agency.id}, ${s.site.id}, user_id, 'support_agent', now(), now() - interval '1 second', 'assigned', now() from members`);
    await goRound();
    const [row] = await s.world.deps.database.orm.execute<{ n: number }>(sql`
      select count(*)::int as n from audit_event
      where action = 'site_member.access_ended' and before->>'role' = 'support_agent'`);
    expect(row!.n).toBe(450);
  });
});

/** Lets time pass until so much is left: the steps taken belong to the same end of access. */
async function shift(who: Person, left: number): Promise<void> {
  const until = sql`date_trunc('milliseconds', clock_timestamp()) + ${left} * interval '1 millisecond'`;
  await s.world.deps.database.orm.execute(sql`
    with moved as (update site_member set access_until = ${until} where user_id = ${who.id} returning access_until)
    update access_end_step e set access_until = moved.access_until from moved where e.user_id = ${who.id}`);
}
