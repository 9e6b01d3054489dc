import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { brokenInvariants } from '../testing/invariants.ts';
import type { Person, Site } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';

let s: Setting;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
});
afterAll(() => s.world.stop());

let number = 0;
const newSite = (name = `Site ${(number += 1)}`): Promise<Site> => s.world.site(s.siteOwner, s.agency, name);
const somebody = (): Promise<Person> => s.world.person(`Somebody ${(number += 1)}`);
const at = (site: Site, rest = '') => `/api/v1/sites/${site.id}${rest}`;
const inAgency = (rest = '') => `/api/v1/accounts/${s.agency.id}${rest}`;
const remove = (site: Site) => s.siteOwner.delete(at(site));
const rows = (query: ReturnType<typeof sql>) =>
  s.world.deps.database.orm.execute<Record<string, unknown>>(query);
const people = async (path: string) =>
  (await s.sarah.get(path)).body.items.map((one: { user: { id: string } }) => one.user.id) as string[];

describe('deleting a site', () => {
  it('takes everybody off it, and those out of the account who were only there [R2]', async () => {
    const [site, other] = [await newSite(), await newSite()];
    const onlyHere = await s.world.place(await somebody(), s.agency, site, 'developer');
    const onBoth = await s.world.place(await somebody(), s.agency, site, 'developer');
    await s.world.place(onBoth, s.agency, other, 'seo_specialist');
    const viewer = await s.world.enroll(await somebody(), s.agency, 'viewer');
    await s.world.place(viewer, s.agency, site, 'marketing_manager');

    const answer = await remove(site);
    expect(answer).toMatchObject({
      status: 200,
      body: { correlationId: expect.any(String), removedMembers: 4, revokedInvitations: 0 },
    });

    const left = await people(inAgency('/members?limit=100'));
    expect(left).not.toContain(onlyHere.id);
    expect(left).toEqual(expect.arrayContaining([onBoth.id, viewer.id, s.siteOwner.id]));
    expect((await onlyHere.get('/api/v1/me')).body).toMatchObject({ accounts: [], sites: [] });
    expect((await onBoth.get('/api/v1/me')).body.sites).toMatchObject([{ id: other.id }]);
    const kept = await rows(
      sql`select user_id, site_role from removed_member where correlation_id = ${answer.body.correlationId} and site_id is not null`,
    );
    expect(kept).toHaveLength(4);
  });

  it('mails everybody who lost their access, once, but not the one who did it or whose access had ended', async () => {
    const site = await newSite('Soon Gone');
    const [member, ended] = [await somebody(), await somebody()];
    await s.world.place(member, s.agency, site, 'developer');
    await s.world.place(ended, s.agency, site, 'developer', new Date(Date.now() - 60_000));
    await remove(site);
    expect((await s.world.inbox.newest(member.email, 'Soon Gone')).text).toContain(s.siteOwner.email);
    const mailed = await rows(
      sql`select recipient from mail where kind = 'access_removed' and data->>'siteName' = 'Soon Gone'`,
    );
    expect(mailed).toEqual([{ recipient: member.email }]);
  });

  it('ends its open invitations, and their links say so [R16]', async () => {
    const site = await newSite();
    const email = `open-${(number += 1)}@people.example`;
    await s.siteOwner.post(at(site, '/invitations'), { email, role: 'developer' });
    const token = await s.world.inbox.token(email);
    expect((await remove(site)).body.revokedInvitations).toBe(1);
    expect((await s.world.nobody.post('/api/v1/invitations/lookup', { token })).body).toMatchObject({
      state: 'revoked',
      site: { name: site.name },
    });
    const newPerson = { token, name: 'New', password: 'lantern otter 42 quilt' };
    expect(await s.world.nobody.post('/api/v1/invitations/accept', newPerson)).toMatchObject({
      status: 410,
      body: { code: 'invitation.revoked' },
    });
    expect((await s.sarah.get(inAgency('/site-invitations?limit=100'))).body.items).not.toContainEqual(
      expect.objectContaining({ email }),
    );
  });

  it('leaves nothing there for anybody, its former Owner included', async () => {
    const site = await newSite();
    const { total } = (await s.sarah.get(inAgency('/sites'))).body;
    const { sites } = (await s.sarah.get(inAgency())).body.counts;
    await remove(site);
    const never = { ...site, id: '01900000-0000-7000-8000-000000000000' } as Site;
    for (const who of [s.siteOwner, s.sarah, s.admin, s.platformAdmin])
      for (const rest of ['', '/members', '/invitations']) {
        const [gone, nothing] = [await who.get(at(site, rest)), await who.get(at(never, rest))];
        expect(gone.status).toBe(404);
        expect({ ...gone.body, requestId: '' }).toEqual({ ...nothing.body, requestId: '' });
      }
    for (const named of [site.id, site.slug])
      expect((await s.sarah.get(inAgency(`/sites/${named}`))).status).toBe(404);
    expect((await remove(site)).status).toBe(404);
    expect((await s.sarah.get(inAgency('/sites'))).body.total).toBe(total - 1);
    expect((await s.sarah.get(inAgency())).body.counts.sites).toBe(sites - 1);
  });

  it('keeps people from being put there: by assignment, as a copied team, by restoring [R33, R35, R36]', async () => {
    const site = await newSite();
    const former = await s.world.place(await somebody(), s.agency, site, 'developer');
    await remove(site);
    const viewer = await s.world.enroll(await somebody(), s.agency, 'viewer');
    const assignments = [{ siteId: site.id, role: 'developer' }];
    expect((await s.sarah.post(inAgency(`/members/${viewer.id}/sites`), { assignments })).status).toBe(404);
    const copy = { name: 'Copy', domain: 'copy.example', copyTeamFrom: site.id };
    expect((await s.sarah.post(inAgency('/sites'), copy)).status).toBe(404);
    expect((await s.sarah.post(at(site, `/members/${former.id}/restore`))).status).toBe(404);
    expect(await s.sarah.post(inAgency(`/members/${former.id}/restore`))).toMatchObject({
      status: 409,
      body: { code: 'member.not_restorable' },
    });
  });

  it('is left out when somebody removed from the account before comes back [R33]', async () => {
    const [site, other] = [await newSite(), await newSite()];
    const viewer = await s.world.enroll(await somebody(), s.agency, 'viewer');
    for (const one of [site, other]) await s.world.place(viewer, s.agency, one, 'developer');
    await s.sarah.delete(inAgency(`/members/${viewer.id}`));
    await remove(site);
    expect((await s.sarah.post(inAgency(`/members/${viewer.id}/restore`))).body.restoredSites).toBe(1);
    expect((await viewer.get('/api/v1/me')).body.sites).toMatchObject([{ id: other.id }]);
  });

  it('gives its slug back', async () => {
    const first = await newSite('Taken Twice');
    await remove(first);
    const second = await newSite('Taken Twice');
    expect([second.slug, second.id === first.id]).toEqual([first.slug, false]);
    expect((await s.sarah.get(inAgency(`/sites/${first.slug}`))).body.id).toBe(second.id);
  });

  it('is refused to everybody but its Owners, the owner of the account included [R3, A-019]', async () => {
    const site = await newSite();
    const platformAdmin = await s.world.place(await somebody(), s.agency, site, 'platform_admin');
    for (const who of [s.sarah, s.admin, platformAdmin])
      expect(await who.delete(at(site))).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
    expect((await s.siteOwner.get(at(site))).status).toBe(200);
  });

  it('happens once when two Owners do it at the same time', async () => {
    const site = await newSite();
    const second = await s.world.place(await somebody(), s.agency, site, 'owner');
    const answers = await Promise.all([s.siteOwner, second].map((who) => who.delete(at(site))));
    expect(answers.map((one) => one.status).sort()).toEqual([200, 404]);
  });

  it('takes a large site in one request', async () => {
    const site = await newSite('Large');
    const MANY = 7_000;
    await rows(sql`insert into "user" (id, name, email, email_verified, created_at, updated_at)
      select gen_random_uuid(), 'Member ' || n, 'member.' || n || '@large.example', true, now(), now() from generate_series(1, ${MANY}) n`);
    await rows(sql`insert into account_member (account_id, user_id, role, joined_at)
      select ${s.agency.id}, id, 'collaborator', now() from "user" where email like '%@large.example'`);
    await rows(sql`insert into site_member (account_id, site_id, user_id, role, joined_at, source, changed_at)
      select ${s.agency.id}, ${site.id}, id, 'developer', now(), 'assigned', now() from "user" where email like '%@large.example'`);
    expect((await remove(site)).body.removedMembers).toBe(MANY + 1);
    expect(await rows(sql`select count(*)::int as n from mail where data->>'siteName' = 'Large'`)).toEqual([
      { n: MANY },
    ]);
  });

  it('leaves every invariant intact', async () => {
    expect(await brokenInvariants(s.world)).toEqual([]);
  });
});
