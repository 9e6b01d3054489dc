import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person, Site } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { countEvents, eventsAbout, invitationState, onSite, roleOn } from './testing/records.ts';

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

describe('changing the role of a site member', () => {
  it('answers the member, is audited from role to role and mailed to the person [R29, R41]', async () => {
    const alex = await placed('content_editor');
    const answer = await s.siteOwner.patch(onSite(s.site, alex), { role: 'marketing_manager' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      user: { id: alex.id, name: alex.name, email: alex.email },
      role: 'marketing_manager',
      accessUntil: null,
      you: false,
      manageable: true,
    });
    const [event, ...more] = await eventsAbout(s.world, alex);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      action: 'site_member.role_changed',
      actorKind: 'person',
      actorId: s.siteOwner.id,
      accountId: s.agency.id,
      siteId: s.site.id,
      targetKind: 'person',
      targetId: alex.id,
      before: { role: 'content_editor' },
      after: { role: 'marketing_manager' },
    });
    expect(event?.requestId).toBe(answer.headers.get('x-request-id'));
    expect((await s.world.inbox.newest(alex.email, 'Marketing Manager')).subject).toBe(
      'Your role in Northwind Coffee is now Marketing Manager',
    );
  });

  it('is in force at the next request, on every process, without signing in again [R29]', async () => {
    const alex = await placed('developer');
    const other = await s.world.another();
    expect((await alex.at(other).get(`/api/v1/sites/${s.site.id}`)).body.permissions).toContain('code.write');
    await s.siteOwner.patch(onSite(s.site, alex), { role: 'support_agent' });
    for (const process of [s.world, other]) {
      const seen = await alex.at(process).get(`/api/v1/sites/${s.site.id}`);
      expect(seen.body.role).toBe('support_agent');
      expect(seen.body.permissions).not.toContain('code.write');
    }
  });

  it.each([
    ['a Developer', 'developer'],
    ['a Content Editor', 'content_editor'],
    ['a Support Agent', 'support_agent'],
  ] as const)('is refused to %s, whoever the target and whatever the role [R6]', async (_, role) => {
    const by = await placed(role);
    const target = await placed('seo_specialist');
    for (const who of [
      target,
      s.siteOwner,
      by,
      { id: '0190f000-0000-7000-8000-000000000001' },
      { id: 'nobody' },
    ]) {
      const answer = await by.patch(onSite(s.site, who), { role: 'developer' });
      expect([answer.status, answer.body.code]).toEqual([403, 'permission.denied']);
    }
    expect(await roleOn(s.world, s.site, target)).toBe('seo_specialist');
  });

  it('lets a Platform Admin manage every role but Owner, other Platform Admins included [R7]', async () => {
    const target = await placed('platform_admin');
    const owner = await placed('owner');
    const give = await s.platformAdmin.patch(onSite(s.site, target), { role: 'owner' });
    expect([give.status, give.body.code]).toEqual([403, 'role.not_grantable']);
    const take = await s.platformAdmin.patch(onSite(s.site, owner), { role: 'developer' });
    expect([take.status, take.body.code]).toEqual([403, 'role.not_manageable']);
    expect((await s.platformAdmin.patch(onSite(s.site, target), { role: 'developer' })).status).toBe(200);
    expect(await roleOn(s.world, s.site, owner)).toBe('owner');
  });

  it('lets site Owners and account admins give and take Owner, the last one included [R7, R10]', async () => {
    const site = await s.world.site(s.siteOwner, s.agency, 'Harbor Bakery');
    const target = await placed('developer', site);
    expect((await s.siteOwner.patch(onSite(site, target), { role: 'owner' })).status).toBe(200);
    expect((await s.admin.patch(onSite(site, target), { role: 'developer' })).status).toBe(200);
    expect((await s.admin.patch(onSite(site, s.siteOwner), { role: 'developer' })).status).toBe(200);
    expect((await s.sarah.patch(onSite(site, s.siteOwner), { role: 'owner' })).status).toBe(200);
  });

  it('of oneself is refused in every direction [R8]', async () => {
    for (const role of ['owner', 'developer', 'platform_admin'])
      for (const who of [s.siteOwner, s.platformAdmin]) {
        const answer = await who.patch(onSite(s.site, who), { role });
        expect([answer.status, answer.body.code]).toEqual([403, 'member.is_yourself']);
      }
    expect(await roleOn(s.world, s.site, s.platformAdmin)).toBe('platform_admin');
  });

  it("leaves the account owner's own place alone, whoever asks [R9]", async () => {
    const site = await s.world.site(s.sarah, s.agency, 'Copper Kettle');
    const owner = await placed('owner', site);
    for (const by of [owner, s.admin]) {
      const answer = await by.patch(onSite(site, s.sarah), { role: 'developer' });
      expect([answer.status, answer.body.code]).toEqual([403, 'role.not_manageable']);
      expect((await by.patch(onSite(site, s.sarah), { accessUntil: null })).status).toBe(403);
      expect((await by.delete(onSite(site, s.sarah))).status).toBe(403);
    }
  });

  it('finds nobody of another site or account, and tells a stranger nothing of the site [R6]', async () => {
    const other = await s.world.site(s.siteOwner, s.agency, 'Quiet Pine');
    const here = await placed('developer', other);
    const elsewhere = await s.siteOwner.patch(onSite(s.site, here), { role: 'support_agent' });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([404, 'member.not_found']);
    const stranger = await s.world.person(`Stranger ${(number += 1)}`);
    await s.world.account(stranger, `Other agency ${number}`);
    const foreign = await stranger.patch(onSite(s.site, here), { role: 'support_agent' });
    expect([foreign.status, foreign.body.code]).toEqual([404, 'not_found']);
    // Authority on one site is none on its neighbour.
    expect((await s.platformAdmin.patch(onSite(other, here), { role: 'support_agent' })).status).toBe(404);
    expect(await roleOn(s.world, other, here)).toBe('developer');
  });

  it('to what it is already writes nothing and mails nobody', async () => {
    const alex = await placed('developer');
    const before = await countEvents(s.world);
    const answer = await s.siteOwner.patch(onSite(s.site, alex), { role: 'developer', accessUntil: null });
    expect([answer.status, answer.body.role]).toEqual([200, 'developer']);
    expect(await countEvents(s.world)).toBe(before);
    const again = await s.siteOwner.patch(
      onSite(s.site, alex),
      { role: 'developer' },
      { 'if-match': answer.body.etag },
    );
    expect(again.body.etag).toBe(answer.body.etag);
  });

  it('ends the invitations that the person can no longer offer, and only those [R23]', async () => {
    const sender = await placed('owner');
    const invite = (role: string) =>
      sender.post(`/api/v1/sites/${s.site.id}/invitations`, {
        email: `guest${(number += 1)}@people.example`,
        role,
      });
    const [owner, editor] = [await invite('owner'), await invite('content_editor')];
    await s.siteOwner.patch(onSite(s.site, sender), { role: 'platform_admin' });
    expect((await invitationState(s.world, owner.body.id))?.state).toBe('revoked');
    expect((await invitationState(s.world, editor.body.id))?.state).toBe('pending');
    await s.siteOwner.patch(onSite(s.site, sender), { role: 'developer' });
    expect((await invitationState(s.world, editor.body.id))?.state).toBe('revoked');
  });
});

describe('If-Match', () => {
  it('refuses over somebody else’s change and shows the member as they are now', async () => {
    const alex = await placed('developer');
    const first = await s.siteOwner.patch(onSite(s.site, alex), { role: 'content_editor' });
    await s.admin.patch(onSite(s.site, alex), { role: 'seo_specialist' });
    const stale = await s.siteOwner.patch(
      onSite(s.site, alex),
      { role: 'support_agent' },
      { 'if-match': first.body.etag },
    );
    expect([stale.status, stale.body.code]).toEqual([412, 'member.changed']);
    expect(stale.body.member).toMatchObject({ user: { id: alex.id }, role: 'seo_specialist' });
    const fresh = { 'if-match': stale.body.member.etag };
    expect((await s.siteOwner.patch(onSite(s.site, alex), { role: 'support_agent' }, fresh)).status).toBe(
      200,
    );
  });

  it('tells a membership that came back from the one before it', async () => {
    const alex = await placed('developer');
    const seen = await s.siteOwner.patch(onSite(s.site, alex), {
      accessUntil: new Date(Date.now() + DAY).toISOString(),
    });
    await s.siteOwner.delete(onSite(s.site, alex));
    const back = await s.siteOwner.post(onSite(s.site, alex, '/restore'));
    await s.siteOwner.patch(onSite(s.site, alex), { role: 'support_agent' });
    for (const etag of [seen.body.etag, back.body.etag]) {
      const stale = await s.siteOwner.patch(
        onSite(s.site, alex),
        { role: 'developer' },
        { 'if-match': etag },
      );
      expect(stale.status).toBe(412);
    }
  });
});

describe('a change that makes no sense', () => {
  it.each([
    ['an unknown field', { role: 'developer', accountId: 'x' }, 'accountId'],
    ['nothing to change', {}, ''],
    ['a role that does not exist', { role: 'Developer' }, 'role'],
    ['several roles', { role: 'developer,owner' }, 'role'],
    ['no role', { role: null }, 'role'],
    ['a time without a zone', { accessUntil: '2030-01-01T00:00:00' }, 'accessUntil'],
    ['a time that does not exist', { accessUntil: '2030-02-31T00:00:00Z' }, 'accessUntil'],
  ])('with %s is 422 and names the field', async (_, body, field) => {
    const alex = await placed('support_agent');
    const answer = await s.siteOwner.patch(onSite(s.site, alex), body);
    expect([answer.status, answer.body.code]).toEqual([422, 'validation.failed']);
    expect(Object.keys(answer.body.fields)).toEqual([field]);
    expect(await roleOn(s.world, s.site, alex)).toBe('support_agent');
  });
});
