import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person, Site } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { countEvents, endAccess, eventsAbout, inAccount, roleOn, sitesOf } from './testing/records.ts';

let s: Setting;
let number = 0;
const DAY = 86_400_000;

beforeAll(async () => {
  s = await createSetting(inject('testServer'));
});
afterAll(() => s.world.stop());

const somebody = () => s.world.person(`Person ${(number += 1)}`);
const newSite = () => s.world.site(s.siteOwner, s.agency, `Site ${(number += 1)}`);
const enrolled = async (role: Parameters<typeof s.world.enroll>[2] = 'member') =>
  s.world.enroll(await somebody(), s.agency, role);
const assign = (by: Person, who: { id: string }, assignments: unknown) =>
  by.post(inAccount(s.agency, who, '/sites'), { assignments });
const to = (site: Site, role = 'developer') => ({ siteId: site.id, role });

describe('assigning somebody to sites', () => {
  it('opens every site at once, with one event each and one mail in all [R35, R41]', async () => {
    const alex = await enrolled();
    const [one, two] = [await newSite(), await newSite()];
    const until = new Date(Date.now() + DAY).toISOString();
    const answer = await assign(s.admin, alex, [to(one), { ...to(two, 'owner'), accessUntil: until }]);
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      items: [
        {
          site: { id: one.id, slug: one.slug, name: one.name },
          role: 'developer',
          joinedAt: expect.any(String),
          accessUntil: null,
        },
        {
          site: { id: two.id, slug: two.slug, name: two.name },
          role: 'owner',
          joinedAt: expect.any(String),
          accessUntil: until,
        },
      ],
    });
    expect((await alex.get(`/api/v1/sites/${one.id}`)).body.role).toBe('developer');
    expect((await alex.get(`/api/v1/sites/${two.id}`)).body.role).toBe('owner');
    const events = await eventsAbout(s.world, alex);
    expect(events.map(({ action, siteId, actorId, after }) => ({ action, siteId, actorId, after }))).toEqual([
      {
        action: 'site_member.assigned',
        siteId: one.id,
        actorId: s.admin.id,
        after: { role: 'developer', accessUntil: null },
      },
      {
        action: 'site_member.assigned',
        siteId: two.id,
        actorId: s.admin.id,
        after: { role: 'owner', accessUntil: until },
      },
    ]);
    expect(new Set(events.map((event) => event.correlationId)).size).toBe(1);
    const mail = await s.world.inbox.newest(alex.email);
    expect(mail.subject).toBe(`${s.agency.name} gave you access to 2 sites`);
  });

  it('is all or nothing, and says which site was refused [R35]', async () => {
    const alex = await enrolled();
    const [one, two, three] = [await newSite(), await newSite(), await newSite()];
    await s.world.place(alex, s.agency, two, 'seo_specialist');
    const before = await countEvents(s.world);
    const active = await assign(s.admin, alex, [to(one), to(two), to(three)]);
    expect([active.status, active.body.code, active.body.index, active.body.siteId]).toEqual([
      409,
      'member.already_active',
      1,
      two.id,
    ]);
    expect(await countEvents(s.world)).toBe(before);
    expect([await roleOn(s.world, one, alex), await roleOn(s.world, two, alex)]).toEqual([
      null,
      'seo_specialist',
    ]);
  });

  it('takes roster authority on each of the sites, and no more than it may give [R6, R7]', async () => {
    const [other, unknown] = [
      await newSite(),
      { id: '0190f000-0000-7000-8000-000000000001', slug: '', name: '' } as Site,
    ];
    const alex = await enrolled();
    const developer = await s.world.place(await somebody(), s.agency, s.site, 'developer');
    const foreigner = await somebody();
    const foreign = await s.world.site(foreigner, await s.world.account(foreigner, 'Elsewhere'), 'Foreign');
    for (const [by, list, status, code, index] of [
      [s.platformAdmin, [to(s.site, 'owner')], 403, 'role.not_grantable', 0],
      [s.platformAdmin, [to(s.site), to(other)], 404, 'not_found', 1],
      [s.platformAdmin, [to(s.site), to(foreign)], 404, 'not_found', 1],
      [developer, [to(s.site)], 403, 'permission.denied', 0],
      [alex, [to(s.site)], 403, 'permission.denied', 0],
      [s.admin, [to(s.site), to(foreign)], 404, 'not_found', 1],
      [s.admin, [to(s.site), to(unknown)], 404, 'not_found', 1],
      [foreigner, [to(s.site)], 404, 'not_found', undefined],
    ] as const) {
      const answer = await assign(by, alex, list);
      expect([answer.status, answer.body.code, answer.body.index]).toEqual([status, code, index]);
    }
    expect(await sitesOf(s.world, alex)).toBe(0);
    expect((await assign(s.platformAdmin, alex, [to(s.site)])).status).toBe(201);
  });

  it('is for people of the account only', async () => {
    const outsider = await assign(s.admin, await somebody(), [to(s.site)]);
    expect([outsider.status, outsider.body.code]).toEqual([404, 'member.not_found']);
  });

  it('lets owner and admins give themselves a role, which the Owners of the site are told [R3]', async () => {
    const site = await newSite();
    expect((await s.sarah.get(`/api/v1/sites/${site.id}`)).body).toMatchObject({
      role: null,
      permissions: [],
    });
    expect((await assign(s.sarah, s.sarah, [to(site, 'owner')])).status).toBe(201);
    expect((await s.sarah.get(`/api/v1/sites/${site.id}`)).body.role).toBe('owner');
    expect((await s.world.inbox.newest(s.siteOwner.email, site.name)).subject).toBe(
      `Sarah Chen is now Owner of ${site.name}`,
    );
    const event = (await eventsAbout(s.world, s.sarah)).at(-1);
    expect(event).toMatchObject({ action: 'site_member.assigned', actorId: s.sarah.id, userId: s.sarah.id });
    const members = await s.siteOwner.get(`/api/v1/sites/${site.id}/members`);
    const sarah = members.body.items.find((item: { user: { id: string } }) => item.user.id === s.sarah.id);
    expect(sarah).toMatchObject({ source: 'self_assigned', invitedBy: null });
  });

  it('gives nobody without account authority a role of their own choice [R3, R8]', async () => {
    const own = await assign(s.platformAdmin, s.platformAdmin, [to(s.site, 'developer')]);
    expect([own.status, own.body.code]).toEqual([409, 'member.already_active']);
    const member = await enrolled();
    expect((await assign(member, member, [to(s.site)])).body.code).toBe('permission.denied');
  });

  it('replaces a membership whose access has ended, and says so in the audit [R34]', async () => {
    const alex = await enrolled();
    await s.world.place(alex, s.agency, s.site, 'developer');
    await endAccess(s.world, s.site, alex);
    expect((await assign(s.admin, alex, [to(s.site, 'support_agent')])).status).toBe(201);
    expect((await alex.get(`/api/v1/sites/${s.site.id}`)).body.role).toBe('support_agent');
    expect((await eventsAbout(s.world, alex)).at(-1)).toMatchObject({
      before: { role: 'developer' },
      after: { role: 'support_agent' },
    });
  });

  it('refuses lists that make no sense', async () => {
    const alex = await enrolled();
    const site = await newSite();
    const many = Array.from({ length: 201 }, (_, index) => ({
      siteId: `0190f000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      role: 'developer',
    }));
    for (const [list, field] of [
      [[], 'assignments'],
      [many, 'assignments'],
      [[to(site), to(site, 'owner')], 'assignments'],
      [[{ siteId: 'x', role: 'developer' }], 'assignments.0.siteId'],
      [[to(site, 'boss')], 'assignments.0.role'],
      [[{ ...to(site), userId: s.sarah.id }], 'assignments.0.userId'],
      [[{ ...to(site), accessUntil: '2020-01-01T00:00:00Z' }], 'assignments.0.accessUntil'],
      [undefined, 'assignments'],
    ] as const) {
      const answer = await assign(s.admin, alex, list);
      expect([answer.status, Object.keys(answer.body.fields)]).toEqual([422, [field]]);
    }
    expect(await sitesOf(s.world, alex)).toBe(0);
  });

  it('answers a repeat under the same Idempotency-Key as the first time, without doing it again', async () => {
    const alex = await enrolled();
    const site = await newSite();
    const send = () =>
      s.admin.post(
        inAccount(s.agency, alex, '/sites'),
        { assignments: [to(site)] },
        { 'idempotency-key': `assign-${alex.id}` },
      );
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(await eventsAbout(s.world, alex)).toHaveLength(1);
  });
});
