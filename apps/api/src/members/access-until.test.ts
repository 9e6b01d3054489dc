import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person, Site } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { endAccess, eventsAbout, onSite, roleOn } from './testing/records.ts';

let s: Setting;
let number = 0;
const DAY = 86_400_000;

beforeAll(async () => {
  s = await createSetting(inject('testServer'));
});
afterAll(() => s.world.stop());

/** Somebody new on the site. */
const placed = async (role: Parameters<typeof s.world.place>[3], site: Site = s.site): Promise<Person> =>
  s.world.place(await s.world.person(`Person ${(number += 1)}`), s.agency, site, role);

describe('the end of access', () => {
  it('is set, moved and cleared by who may change the role, audited each time [R34]', async () => {
    const alex = await placed('developer');
    const until = new Date(Date.now() + 30 * DAY);
    const set = await s.platformAdmin.patch(onSite(s.site, alex), { accessUntil: until.toISOString() });
    expect([set.status, set.body.accessUntil]).toEqual([200, until.toISOString()]);
    const cleared = await s.platformAdmin.patch(onSite(s.site, alex), { accessUntil: null });
    expect(cleared.body.accessUntil).toBeNull();
    const events = await eventsAbout(s.world, alex);
    expect(events.map(({ action, before, after }) => ({ action, before, after }))).toEqual([
      {
        action: 'site_member.access_until_changed',
        before: { accessUntil: null },
        after: { accessUntil: until.toISOString() },
      },
      {
        action: 'site_member.access_until_changed',
        before: { accessUntil: until.toISOString() },
        after: { accessUntil: null },
      },
    ]);
  });

  it('is never extended by the person themselves [R8, R34]', async () => {
    const soon = new Date(Date.now() + DAY);
    const wei = await s.world.place(await s.world.person('Lena Park'), s.agency, s.site, 'owner', soon);
    const answer = await wei.patch(onSite(s.site, wei), { accessUntil: null });
    expect([answer.status, answer.body.code]).toEqual([403, 'member.is_yourself']);
  });

  it('must lie ahead; somebody whose access has ended can be let in again or removed [R34]', async () => {
    const alex = await placed('developer');
    const past = await s.siteOwner.patch(onSite(s.site, alex), { accessUntil: '2020-01-01T00:00:00Z' });
    expect([past.status, past.body.code, Object.keys(past.body.fields)]).toEqual([
      422,
      'validation.failed',
      ['accessUntil'],
    ]);
    await endAccess(s.world, s.site, alex);
    expect((await alex.get(`/api/v1/sites/${s.site.id}`)).status).toBe(404);
    expect((await s.siteOwner.patch(onSite(s.site, alex), { accessUntil: null })).status).toBe(200);
    expect((await alex.get(`/api/v1/sites/${s.site.id}`)).status).toBe(200);
    await endAccess(s.world, s.site, alex);
    expect((await s.siteOwner.delete(onSite(s.site, alex))).status).toBe(200);
  });

  it('takes the authority of a Platform Admin with it [R11, R34]', async () => {
    const by = await placed('platform_admin');
    const alex = await placed('developer');
    await endAccess(s.world, s.site, by);
    expect((await by.patch(onSite(s.site, alex), { role: 'support_agent' })).status).toBe(404);
    expect(await roleOn(s.world, s.site, alex)).toBe('developer');
  });
});
