import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person, Site } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import {
  ageRemovals,
  eventsOf,
  inAccount,
  invitationState,
  onSite,
  roleOn,
  sitesOf,
} from './testing/records.ts';

let s: Setting;
let number = 0;
const DAY = 86_400_000;

beforeAll(async () => {
  s = await createSetting(inject('testServer'));
});
afterAll(() => s.world.stop());

const somebody = () => s.world.person(`Person ${(number += 1)}`);
const newSite = () => s.world.site(s.siteOwner, s.agency, `Site ${(number += 1)}`);
const enrolled = async (role: Parameters<typeof s.world.enroll>[2]) =>
  s.world.enroll(await somebody(), s.agency, role);
const invited = (by: Person, site: Site, email: string, role = 'developer') =>
  by.post(`/api/v1/sites/${site.id}/invitations`, { email, role });
const guest = () => `guest${(number += 1)}@people.example`;

describe('bringing somebody back to the account', () => {
  it('gives back the account role, all sites of that removal and the first joined dates [R33]', async () => {
    const alex = await enrolled('admin');
    const [one, two, earlier] = [await newSite(), await newSite(), await newSite()];
    await s.world.place(alex, s.agency, one, 'developer');
    await s.world.place(alex, s.agency, two, 'owner');
    await s.world.place(alex, s.agency, earlier, 'owner');
    const joined = (await s.sarah.patch(onSite(two, alex), { role: 'owner' })).body.joinedAt;
    await s.sarah.delete(onSite(earlier, alex));
    const sent = await invited(alex, one, guest());
    const removal = await s.sarah.delete(inAccount(s.agency, alex));

    const back = await s.admin.post(inAccount(s.agency, alex, '/restore'));
    expect(back.status).toBe(200);
    expect(back.body).toMatchObject({
      user: { id: alex.id, email: alex.email },
      role: 'admin',
      restoredSites: 2,
    });
    expect(back.body.correlationId).not.toBe(removal.body.correlationId);
    expect([await roleOn(s.world, one, alex), await roleOn(s.world, two, alex)]).toEqual([
      'developer',
      'owner',
    ]);
    expect((await s.sarah.patch(onSite(two, alex), { role: 'owner' })).body.joinedAt).toBe(joined);
    // What was taken away before, and invitations, stay ended.
    expect(await roleOn(s.world, earlier, alex)).toBeNull();
    expect((await invitationState(s.world, sent.body.id))?.state).toBe('revoked');
    expect((await eventsOf(s.world, back.body.correlationId)).map((event) => event.action)).toEqual([
      'account_member.restored',
      'site_member.restored',
      'site_member.restored',
    ]);
    const again = await s.admin.post(inAccount(s.agency, alex, '/restore'));
    expect([again.status, again.body.code]).toEqual([409, 'member.already_active']);
  });

  it('is possible for 90 days, for who manages the team [R33]', async () => {
    const alex = await enrolled('viewer');
    await s.sarah.delete(inAccount(s.agency, alex));
    expect((await s.siteOwner.post(inAccount(s.agency, alex, '/restore'))).body.code).toBe(
      'permission.denied',
    );
    await ageRemovals(s.world, alex, 90 * DAY);
    expect((await s.sarah.post(inAccount(s.agency, alex, '/restore'))).body.code).toBe(
      'member.not_restorable',
    );
    await ageRemovals(s.world, alex, -10_000);
    expect((await s.sarah.post(inAccount(s.agency, alex, '/restore'))).status).toBe(200);
    expect((await s.sarah.post(inAccount(s.agency, await somebody(), '/restore'))).body.code).toBe(
      'member.not_found',
    );
  });

  it('brings a collaborator back with their last site, which a site removal took [R2, R33]', async () => {
    const alex = await s.world.place(await somebody(), s.agency, s.site, 'developer');
    await s.siteOwner.delete(onSite(s.site, alex));
    const back = await s.sarah.post(inAccount(s.agency, alex, '/restore'));
    expect(back.body).toMatchObject({ role: 'collaborator', restoredSites: 1 });
    await s.siteOwner.delete(onSite(s.site, alex));
    // Restored on the site, the same removal cannot be undone once more.
    expect((await s.siteOwner.post(onSite(s.site, alex, '/restore'))).status).toBe(200);
    expect((await s.sarah.post(inAccount(s.agency, alex, '/restore'))).body.code).toBe(
      'member.already_active',
    );
    expect(await sitesOf(s.world, alex)).toBe(1);
  });

  it('needs a free seat; the own reservation counts as one [R24, R33]', async () => {
    const owner = await s.world.person('Tom Halley');
    const small = await s.world.account(owner, 'Small studio');
    const site = await s.world.site(owner, small, 'Small site');
    await s.world.deps.database.sql`update account set plan = 'starter' where id = ${small.id}`;
    const leaving = await s.world.enroll(await somebody(), small, 'viewer');
    const fromSite = await s.world.place(await somebody(), small, site, 'developer');
    await owner.delete(inAccount(small, leaving));
    await owner.delete(onSite(site, fromSite));
    for (let seat = 0; seat < 4; seat += 1) await s.world.enroll(await somebody(), small, 'viewer');
    for (const answer of [
      await owner.post(inAccount(small, leaving, '/restore')),
      await owner.post(onSite(site, fromSite, '/restore')),
    ])
      expect([answer.status, answer.body.code]).toEqual([409, 'seat.limit_reached']);
    expect(await sitesOf(s.world, fromSite)).toBe(0);

    const [first] = await s.world.deps.database
      .sql`select user_id from account_member where account_id = ${small.id} and role = 'viewer' limit 1`;
    await owner.delete(inAccount(small, { id: String(first?.['user_id']) }));
    expect((await invited(owner, site, fromSite.email)).status).toBe(201);
    expect((await owner.post(inAccount(small, leaving, '/restore'))).body.code).toBe('seat.limit_reached');
    expect((await owner.post(onSite(site, fromSite, '/restore'))).status).toBe(200);
  });
});
