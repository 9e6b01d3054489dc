import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person, Site } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { countEvents, endAccess, eventsOf, invitationState, onSite, roleOn } from './testing/records.ts';

let s: Setting;
let number = 0;

beforeAll(async () => {
  s = await createSetting(inject('testServer'));
});
afterAll(() => s.world.stop());

const somebody = () => s.world.person(`Person ${(number += 1)}`);
const placed = async (role: Parameters<typeof s.world.place>[3], site: Site = s.site): Promise<Person> =>
  s.world.place(await somebody(), s.agency, site, role);
const newSite = () => s.world.site(s.siteOwner, s.agency, `Site ${(number += 1)}`);
const invited = (by: Person, site: Site, role: string) =>
  by.post(`/api/v1/sites/${site.id}/invitations`, { email: `guest${(number += 1)}@people.example`, role });

describe('removing somebody from a site', () => {
  it('shuts the door at the next request, on every process, and leaves their other sites alone [R30]', async () => {
    const alex = await placed('developer');
    const second = await newSite();
    await s.world.place(alex, s.agency, second, 'seo_specialist');
    const other = await s.world.another();
    expect((await alex.get(`/api/v1/sites/${s.site.id}`)).status).toBe(200);

    const answer = await s.platformAdmin.delete(onSite(s.site, alex), { reason: 'Contract ended' });
    expect(answer.status).toBe(200);
    for (const process of [s.world, other]) {
      expect((await alex.at(process).get(`/api/v1/sites/${s.site.id}`)).status).toBe(404);
      expect((await alex.at(process).get(`/api/v1/sites/${second.id}`)).body.role).toBe('seo_specialist');
    }
    expect(await eventsOf(s.world, answer.body.correlationId)).toMatchObject([
      {
        action: 'site_member.removed',
        actorId: s.platformAdmin.id,
        siteId: s.site.id,
        userId: alex.id,
        before: { role: 'developer', accessUntil: null },
        after: null,
        reason: 'Contract ended',
      },
    ]);
    expect((await s.world.inbox.newest(alex.email)).subject).toBe(
      'You no longer have access to Northwind Coffee',
    );
  });

  it('takes the account record of a collaborator with their last site, and only then [R2]', async () => {
    const alex = await placed('developer');
    const second = await newSite();
    await s.world.place(alex, s.agency, second, 'developer');
    await s.siteOwner.delete(onSite(s.site, alex));
    expect((await alex.get(`/api/v1/accounts/${s.agency.id}`)).body.role).toBe('collaborator');
    const last = await s.siteOwner.delete(onSite(second, alex));
    expect((await alex.get(`/api/v1/accounts/${s.agency.id}`)).status).toBe(404);
    expect((await eventsOf(s.world, last.body.correlationId)).map((event) => event.action)).toEqual([
      'site_member.removed',
      'account_member.removed',
    ]);

    const member = await s.world.enroll(await somebody(), s.agency, 'member');
    await s.world.place(member, s.agency, s.site, 'developer');
    await s.siteOwner.delete(onSite(s.site, member));
    expect((await member.get(`/api/v1/accounts/${s.agency.id}`)).body.role).toBe('member');
  });

  it('ends the invitations they sent there, under the same correlation [R23]', async () => {
    const sender = await placed('platform_admin');
    const [one, two] = [
      await invited(sender, s.site, 'developer'),
      await invited(sender, s.site, 'support_agent'),
    ];
    const preview = await s.siteOwner.get(onSite(s.site, sender, '/removal'));
    expect(preview.body.invitationsSent).toEqual(
      [one, two].map(({ body }) => ({
        id: body.id,
        email: body.email,
        role: body.role,
        site: { id: s.site.id, name: s.site.name },
      })),
    );
    const answer = await s.siteOwner.delete(onSite(s.site, sender));
    for (const { body } of [one, two])
      expect((await invitationState(s.world, body.id))?.state).toBe('revoked');
    const events = await eventsOf(s.world, answer.body.correlationId);
    expect(
      events
        .filter((event) => event.action === 'invitation.revoked')
        .map((event) => event.targetId)
        .sort(),
    ).toEqual([one.body.id, two.body.id].sort());
  });

  it('leaves the invitations of an admin alone: they may still send them [R6, R23]', async () => {
    const site = await newSite();
    await s.world.place(s.admin, s.agency, site, 'developer');
    const sent = await invited(s.admin, site, 'owner');
    expect((await s.siteOwner.get(onSite(site, s.admin, '/removal'))).body.invitationsSent).toEqual([]);
    expect((await s.siteOwner.delete(onSite(site, s.admin))).status).toBe(200);
    expect((await invitationState(s.world, sent.body.id))?.state).toBe('pending');
  });

  it('is judged like a change of their role: Owners by Owners and admins, nobody by themselves [R6–R9]', async () => {
    const owner = await placed('owner');
    const developer = await placed('developer');
    for (const [by, who, status, code] of [
      [s.platformAdmin, owner, 403, 'role.not_manageable'],
      [developer, owner, 403, 'permission.denied'],
      [developer, developer, 403, 'permission.denied'],
      [owner, owner, 403, 'member.is_yourself'],
      [s.siteOwner, { id: '0190f000-0000-7000-8000-000000000001' }, 404, 'member.not_found'],
      [s.siteOwner, { id: 'x' }, 404, 'member.not_found'],
    ] as const) {
      for (const answer of [
        await by.delete(onSite(s.site, who)),
        await by.get(onSite(s.site, who, '/removal')),
      ])
        expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    expect((await s.admin.delete(onSite(s.site, owner))).status).toBe(200);
  });

  it('may take a last Owner away; the preview says so beforehand [R10, R32]', async () => {
    const site = await newSite();
    const second = await placed('owner', site);
    expect((await s.admin.get(onSite(site, s.siteOwner, '/removal'))).body.sitesWithoutOwner).toEqual([]);
    await endAccess(s.world, site, second);
    const before = await countEvents(s.world);
    const preview = await s.admin.get(onSite(site, s.siteOwner, '/removal'));
    expect(preview.status).toBe(200);
    expect(preview.body).toEqual({
      sites: [{ id: site.id, name: site.name, role: 'owner' }],
      sitesWithoutOwner: [{ id: site.id, name: site.name }],
      apiKeys: [],
      invitationsSent: [],
      pendingInvitations: [],
    });
    expect(await countEvents(s.world)).toBe(before);
    expect((await s.admin.delete(onSite(site, s.siteOwner))).status).toBe(200);
    expect(await roleOn(s.world, site, s.siteOwner)).toBeNull();
  });

  it('refuses what it does not know in the body, and a reason longer than it keeps', async () => {
    const alex = await placed('developer');
    for (const body of [{ adoptInvitations: true }, { reason: 'x'.repeat(501) }, { reason: 7 }, []])
      expect((await s.siteOwner.delete(onSite(s.site, alex), body)).status).toBe(422);
    expect(await roleOn(s.world, s.site, alex)).toBe('developer');
  });
});
