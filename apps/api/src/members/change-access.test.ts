import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { brokenInvariants } from '../testing/invariants.ts';
import type { Person, Site } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { countEvents, eventsAbout, invitationState, onSite, roleOn } from './testing/records.ts';

let s: Setting;
let harbour: Site;
let number = 0;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  harbour = await s.world.site(s.siteOwner, s.agency, 'Harbour Dental');
});
afterAll(() => s.world.stop());

interface Wish {
  readonly who: Person;
  readonly site: Site;
  readonly role: string | null;
  readonly etag?: string;
}
const change = (by: Person, ...wishes: Wish[]) =>
  by.post(`/api/v1/accounts/${s.agency.id}/access-changes`, {
    changes: wishes.map(({ who, site, ...rest }) => ({ userId: who.id, siteId: site.id, ...rest })),
  });
const somebody = () => s.world.person(`Somebody ${(number += 1)}`);
const placed = async (role: Parameters<typeof s.world.place>[3], site = s.site) =>
  s.world.place(await somebody(), s.agency, site, role);
const rolesOf = async (...who: Person[]) =>
  Promise.all(
    who.map(async (one) => [await roleOn(s.world, s.site, one), await roleOn(s.world, harbour, one)]),
  );
const actionsAbout = async (who: Person) => (await eventsAbout(s.world, who)).map((event) => event.action);

describe('changes of access', () => {
  it('apply together: another role, a first one and a removal, each recorded and mailed under one id', async () => {
    const [lena, tom] = [await placed('developer'), await placed('content_editor')];
    const answer = await change(
      s.sarah,
      { who: lena, site: s.site, role: 'seo_specialist' },
      { who: lena, site: harbour, role: 'developer' },
      { who: tom, site: s.site, role: null },
      { who: tom, site: harbour, role: 'support_agent' },
    );
    expect(answer.status).toBe(200);
    expect(answer.body.results.map((one: { status: string }) => one.status)).toEqual(
      Array(4).fill('applied'),
    );
    expect(await rolesOf(lena, tom)).toEqual([
      ['seo_specialist', 'developer'],
      [null, 'support_agent'],
    ]);
    const events = [...(await eventsAbout(s.world, lena)), ...(await eventsAbout(s.world, tom))];
    expect(events.map((event) => event.action)).toEqual([
      'site_member.role_changed',
      'site_member.assigned',
      'site_member.assigned',
      'site_member.removed',
    ]);
    expect(new Set(events.map((event) => event.correlationId)).size).toBe(1);
    await s.world.inbox.newest(lena.email, 'Your role in Northwind Coffee');
    await s.world.inbox.newest(lena.email, 'Harbour Dental');
    await s.world.inbox.newest(tom.email, 'Northwind Coffee');
  });

  it('that are not all allowed apply none, and say which were refused and why', async () => {
    const [lena, tom] = [await placed('developer'), await placed('content_editor')];
    const stranger = await somebody();
    const elsewhere = await s.world.account(stranger, `Elsewhere ${number}`);
    const foreign = await s.world.site(stranger, elsewhere, 'Foreign');
    const before = await countEvents(s.world);
    const answer = await change(
      s.sarah,
      { who: lena, site: s.site, role: 'support_agent' },
      { who: tom, site: foreign, role: 'developer' },
      { who: stranger, site: s.site, role: 'developer' },
      { who: tom, site: harbour, role: null },
    );
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      code: 'access_changes.refused',
      results: [
        { userId: lena.id, siteId: s.site.id, status: 'not_applied' },
        { userId: tom.id, siteId: foreign.id, status: 'refused', code: 'not_found' },
        { userId: stranger.id, siteId: s.site.id, status: 'refused', code: 'member.not_found' },
        { userId: tom.id, siteId: harbour.id, status: 'refused', code: 'member.not_found' },
      ],
    });
    expect(await rolesOf(lena, tom)).toEqual([
      ['developer', null],
      ['content_editor', null],
    ]);
    expect(await countEvents(s.world)).toBe(before);
  });

  it('follow the rules of the single commands: R7, R8, R9 [A-016]', async () => {
    const lena = await placed('developer');
    await s.world.place(s.sarah, s.agency, s.site, 'developer');
    const code = async (by: Person, wish: Wish) => (await change(by, wish)).body.results?.[0]?.code;
    expect(await code(s.platformAdmin, { who: s.siteOwner, site: s.site, role: 'developer' })).toBe(
      'role.not_manageable',
    );
    expect(await code(s.platformAdmin, { who: lena, site: s.site, role: 'owner' })).toBe(
      'role.not_grantable',
    );
    expect(await code(s.platformAdmin, { who: s.platformAdmin, site: s.site, role: null })).toBe(
      'member.is_yourself',
    );
    expect(await code(s.platformAdmin, { who: lena, site: harbour, role: 'developer' })).toBe('not_found');
    expect(await code(s.admin, { who: s.sarah, site: s.site, role: null })).toBe('role.not_manageable');
    expect(await code(lena, { who: s.platformAdmin, site: s.site, role: null })).toBe('permission.denied');
  });

  it('of a membership that somebody changed meanwhile are refused', async () => {
    const lena = await placed('developer');
    const { body } = await s.sarah.get(`/api/v1/accounts/${s.agency.id}/members/${lena.id}`);
    const { etag } = body.sites[0];
    await s.siteOwner.patch(onSite(s.site, lena), { role: 'support_agent' });
    const stale = await change(s.sarah, { who: lena, site: s.site, role: null, etag });
    expect(stale.body.results).toMatchObject([{ status: 'refused', code: 'member.changed' }]);
    expect(await roleOn(s.world, s.site, lena)).toBe('support_agent');
  });

  it('that take the last site take the account too, end what the person sent, and can be undone [R2, R23, R33]', async () => {
    const lena = await placed('platform_admin');
    const { body: sent } = await lena.post(`/api/v1/sites/${s.site.id}/invitations`, {
      email: `sent-${number}@people.example`,
      role: 'developer',
    });
    expect((await change(s.sarah, { who: lena, site: s.site, role: null })).status).toBe(200);
    expect((await lena.get(`/api/v1/accounts/${s.agency.id}`)).status).toBe(404);
    expect((await invitationState(s.world, sent.id))?.state).toBe('revoked');
    expect(await actionsAbout(lena)).toEqual(['site_member.removed', 'account_member.removed']);
    expect((await s.sarah.post(onSite(s.site, lena, '/restore'))).status).toBe(200);
    expect(await roleOn(s.world, s.site, lena)).toBe('platform_admin');
  });

  it('move who is on one site to another without ending their account record [R2]', async () => {
    const lena = await placed('developer');
    await change(
      s.sarah,
      { who: lena, site: s.site, role: null },
      { who: lena, site: harbour, role: 'developer' },
    );
    expect(await actionsAbout(lena)).toEqual(['site_member.assigned', 'site_member.removed']);
    expect((await lena.get(`/api/v1/accounts/${s.agency.id}`)).body.role).toBe('collaborator');
  });

  it('may give oneself a role, which the Owners of the site are told [R3]', async () => {
    expect((await change(s.admin, { who: s.admin, site: harbour, role: 'developer' })).status).toBe(200);
    const mail = await s.world.inbox.newest(s.siteOwner.email, `${s.admin.name} is now Developer`);
    expect(mail.subject).toContain('Harbour Dental');
  });

  it('that find everything as asked for record nothing', async () => {
    const lena = await placed('developer');
    expect((await change(s.sarah, { who: lena, site: s.site, role: 'developer' })).status).toBe(200);
    expect(await actionsAbout(lena)).toEqual([]);
  });

  it('are 1 to 500, each person and site once', async () => {
    const lena = await placed('developer');
    const wish = { who: lena, site: s.site, role: 'support_agent' };
    expect((await change(s.sarah)).status).toBe(422);
    expect((await change(s.sarah, wish, { ...wish, role: null })).status).toBe(422);
    expect((await change(s.sarah, ...Array<Wish>(501).fill(wish))).status).toBe(422);
  });

  it('fit 500 into one request', async () => {
    const { sql } = s.world.deps.database;
    await sql`
      insert into site (id, account_id, name, slug, domain, created_at)
      select gen_random_uuid(), ${s.agency.id}, 'Site ' || n, 'many-' || n, 'many.example', now() from generate_series(1, 500) n`;
    const sites = await sql<
      Site[]
    >`select id, slug, name from site where account_id = ${s.agency.id} and slug like 'many-%'`;
    const mika = await s.world.enroll(await somebody(), s.agency, 'viewer');
    const all = (role: string | null) => sites.map((site) => ({ who: mika, site, role }));
    expect((await change(s.sarah, ...all('developer'))).status).toBe(200);
    expect((await change(s.sarah, ...all(null))).status).toBe(200);
    expect(await brokenInvariants(s.world)).toEqual([]);
  });
});
