import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person, Site } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { ageRemovals, eventsAbout, onSite, roleOn } from './testing/records.ts';

let s: Setting;
let number = 0;
const DAY = 86_400_000;

beforeAll(async () => {
  s = await createSetting(inject('testServer'));
});
afterAll(() => s.world.stop());

const somebody = () => s.world.person(`Person ${(number += 1)}`);
const placed = async (role: Parameters<typeof s.world.place>[3], site: Site = s.site): Promise<Person> =>
  s.world.place(await somebody(), s.agency, site, role);

describe('bringing somebody back to a site', () => {
  it('gives back role, first joined date and end of access, without an invitation [R33]', async () => {
    const until = new Date(Date.now() + 90 * DAY);
    const alex = await s.world.place(await somebody(), s.agency, s.site, 'seo_specialist', until);
    const before = (await s.siteOwner.patch(onSite(s.site, alex), { role: 'seo_specialist' })).body;
    await s.siteOwner.delete(onSite(s.site, alex));
    const back = await s.platformAdmin.post(onSite(s.site, alex, '/restore'));
    expect(back.status).toBe(200);
    expect(back.body).toMatchObject({
      user: { id: alex.id },
      role: 'seo_specialist',
      joinedAt: before.joinedAt,
      accessUntil: until.toISOString(),
    });
    const seen = await alex.get(`/api/v1/sites/${s.site.id}`);
    expect(seen.body.role).toBe('seo_specialist');
    expect((await alex.get(`/api/v1/accounts/${s.agency.id}`)).body.role).toBe('collaborator');
  });

  it('knows when they were last active, there and in the account [R33]', async () => {
    const alex = await placed('developer');
    await alex.get(`/api/v1/sites/${s.site.id}`);
    await s.world.deps.lastActive.flush();
    const seen = async () => {
      const { body } = await s.sarah.get(`/api/v1/accounts/${s.agency.id}/members/${alex.id}`);
      return [body.lastActiveAt, body.sites[0].lastActiveAt];
    };
    const before = await seen();
    expect(before).toEqual([expect.any(String), expect.any(String)]);
    await s.siteOwner.delete(onSite(s.site, alex));
    expect((await s.siteOwner.post(onSite(s.site, alex, '/restore'))).body.lastActiveAt).toBe(before[1]);
    expect(await seen()).toEqual(before);
  });

  it('records both halves, the account record of a collaborator too [R2, R41]', async () => {
    const alex = await placed('developer');
    await s.siteOwner.delete(onSite(s.site, alex));
    await s.siteOwner.post(onSite(s.site, alex, '/restore'));
    const events = await eventsAbout(s.world, alex);
    expect(events.map((event) => event.action)).toEqual([
      'site_member.removed',
      'account_member.removed',
      'site_member.restored',
      'account_member.restored',
    ]);
    expect(events[2]?.correlationId).toBe(events[3]?.correlationId);
  });

  it('is possible for 90 days, once, and only for whom somebody removed [R33]', async () => {
    const alex = await placed('developer');
    await s.siteOwner.delete(onSite(s.site, alex));
    await ageRemovals(s.world, alex, 90 * DAY);
    const late = await s.siteOwner.post(onSite(s.site, alex, '/restore'));
    expect([late.status, late.body.code]).toEqual([409, 'member.not_restorable']);
    await ageRemovals(s.world, alex, -10_000);
    expect((await s.siteOwner.post(onSite(s.site, alex, '/restore'))).status).toBe(200);
    const again = await s.siteOwner.post(onSite(s.site, alex, '/restore'));
    expect([again.status, again.body.code]).toEqual([409, 'member.already_active']);

    const never = await s.siteOwner.post(onSite(s.site, await somebody(), '/restore'));
    expect([never.status, never.body.code]).toEqual([404, 'member.not_found']);
    const left = await placed('developer');
    expect((await left.post(`/api/v1/sites/${s.site.id}/leave`)).status).toBe(204);
    const fetched = await s.siteOwner.post(onSite(s.site, left, '/restore'));
    expect([fetched.status, fetched.body.code]).toEqual([409, 'member.not_restorable']);
  });

  it('takes the authority to give that role [R7, R33]', async () => {
    const owner = await placed('owner');
    await s.siteOwner.delete(onSite(s.site, owner));
    const low = await s.platformAdmin.post(onSite(s.site, owner, '/restore'));
    expect([low.status, low.body.code]).toEqual([403, 'role.not_grantable']);
    const developer = await placed('developer');
    expect((await developer.post(onSite(s.site, owner, '/restore'))).body.code).toBe('permission.denied');
    expect(await roleOn(s.world, s.site, owner)).toBeNull();
    expect((await s.admin.post(onSite(s.site, owner, '/restore'))).status).toBe(200);
  });

  it('does not bring a former account role back with it [R2, R3]', async () => {
    const former = await s.world.enroll(await somebody(), s.agency, 'admin');
    await s.world.place(former, s.agency, s.site, 'developer');
    await s.sarah.delete(`/api/v1/accounts/${s.agency.id}/members/${former.id}`);
    expect((await s.platformAdmin.post(onSite(s.site, former, '/restore'))).status).toBe(200);
    expect((await former.get(`/api/v1/accounts/${s.agency.id}`)).body.role).toBe('collaborator');
  });

  it('is not stopped by a membership whose access has ended meanwhile', async () => {
    const member = await s.world.enroll(await somebody(), s.agency, 'member');
    await s.world.place(member, s.agency, s.site, 'developer');
    await s.siteOwner.delete(onSite(s.site, member));
    await s.world.place(member, s.agency, s.site, 'support_agent', new Date(Date.now() - DAY));
    const back = await s.siteOwner.post(onSite(s.site, member, '/restore'));
    expect([back.status, back.body.role, back.body.accessUntil]).toEqual([200, 'developer', null]);
  });
});
