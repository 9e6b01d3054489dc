import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Answer, Person, Site } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';

let s: Setting;
let harbour: Site;
let lena: Person;
let path: string;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  path = `/api/v1/accounts/${s.agency.id}/access`;
  harbour = await s.world.site(s.siteOwner, s.agency, 'Harbour Dental');
  lena = await s.world.place(await s.world.person('Lena Park'), s.agency, harbour, 'seo_specialist');
  await s.siteOwner.post(`/api/v1/sites/${s.site.id}/invitations`, { email: lena.email, role: 'developer' });
  const gone = { email: 'gone@people.example', role: 'support_agent' };
  const invited = await s.siteOwner.post(`/api/v1/sites/${s.site.id}/invitations`, gone);
  const past = s.world.deps.database.sql`now() - interval '1 hour'`;
  await s.world.deps.database.sql`
    update invitation set sent_at = ${past} - interval '48 hours', expires_at = ${past} where id = ${invited.body.id}`;
});
afterAll(() => s.world.stop());

/** The answer in words, so that the indexes are read the way a screen reads them. */
function said({ body }: Answer) {
  const { people, sites, roles, grants, pending } = body;
  return {
    people: people.map((one: { name: string }) => one.name),
    sites: sites.map((one: { name: string }) => one.name),
    grants: grants.map(([p, at, r]: number[]) => `${people[p!].name}, ${sites[at!].name}: ${roles[r!]}`),
    pending: pending.map(
      ([email, at, r, expired]: [string, number, number, boolean]) =>
        `${email}, ${sites[at].name}: ${roles[r]}${expired ? ', expired' : ''}`,
    ),
  };
}
const asked = async (query: string) => said(await s.sarah.get(`${path}?${query}`));
const OWNER = ['Amara Okafor, Harbour Dental: owner', 'Amara Okafor, Northwind Coffee: owner'];
const WEI = 'Wei Zhang, Northwind Coffee: platform_admin';
const LENA = 'Lena Park, Harbour Dental: seo_specialist';

describe('the matrix of access', () => {
  it('is names once, and memberships that point to them by index', async () => {
    const answer = await s.sarah.get(path);
    expect(answer.status).toBe(200);
    expect(said(answer)).toEqual({
      people: ['Amara Okafor', 'Lena Park', 'Priya Nair', 'Sarah Chen', 'Wei Zhang'],
      sites: ['Harbour Dental', 'Northwind Coffee'],
      grants: [...OWNER, LENA, WEI],
      pending: [
        'gone@people.example, Northwind Coffee: support_agent, expired',
        `${lena.email}, Northwind Coffee: developer`,
      ],
    });
    const { people, sites, accountRoles, invitations, grants } = answer.body;
    expect(people[0]).toEqual({ id: s.siteOwner.id, name: 'Amara Okafor', email: s.siteOwner.email });
    expect(sites[0]).toEqual({ id: harbour.id, name: 'Harbour Dental' });
    expect(grants[0]).toEqual([0, 0, 0, null]);
    expect(accountRoles).toEqual(['member', 'collaborator', 'admin', 'owner', 'collaborator']);
    expect(invitations).toHaveLength(2);
  });

  it('carries until when, and leaves out access that has ended [R34]', async () => {
    const tom = await s.world.place(await s.world.person('Tom Halley'), s.agency, s.site, 'developer');
    const { sql } = s.world.deps.database;
    const until = '2031-01-02T03:04:05.678Z';
    await sql`update site_member set access_until = ${until} where user_id = ${tom.id}`;
    const { body } = await s.sarah.get(`${path}?q=halley`);
    expect(body.grants).toEqual([[0, 1, 2, until]]);
    await sql`update site_member set access_until = now() - interval '1 second' where user_id = ${tom.id}`;
    expect(await asked('q=halley')).toMatchObject({ people: ['Tom Halley'], grants: [] });
    expect((await asked('flag=access_ended')).people).toEqual(['Tom Halley']);
    await sql`delete from site_member where user_id = ${tom.id}`;
    await sql`delete from account_member where user_id = ${tom.id}`;
  });

  it('finds people by name or address, with all sites', async () => {
    const lenaAlone = {
      people: ['Lena Park'],
      sites: ['Harbour Dental', 'Northwind Coffee'],
      grants: [LENA],
      pending: [`${lena.email}, Northwind Coffee: developer`],
    };
    expect(await asked('q=LENA')).toEqual(lenaAlone);
    expect(await asked(`q=${lena.email.slice(0, 9)}`)).toEqual(lenaAlone);
    expect(await asked('q=gone@')).toEqual({ people: [], sites: [], grants: [], pending: [] });
  });

  it('finds sites, with whoever is on them', async () => {
    expect(await asked('q=harbour')).toEqual({
      people: ['Amara Okafor', 'Lena Park'],
      sites: ['Harbour Dental'],
      grants: ['Amara Okafor, Harbour Dental: owner', LENA],
      pending: [],
    });
    // A percent sign is no wildcard.
    expect((await asked('q=%25')).people).toEqual([]);
  });

  it('filters by site, role and flag', async () => {
    const northwind = [OWNER[1], WEI];
    for (const site of [s.site.id, 'northwind-coffee'])
      expect(await asked(`site=${site}`)).toMatchObject({ sites: ['Northwind Coffee'], grants: northwind });
    expect((await asked('role=owner')).grants).toEqual(OWNER);
    expect(await asked(`role=owner&site=${s.site.id}`)).toMatchObject({
      people: ['Amara Okafor'],
      grants: [OWNER[1]],
    });
    expect((await asked('role=support_agent')).pending).toEqual([
      'gone@people.example, Northwind Coffee: support_agent, expired',
    ]);
    expect((await asked('flag=only_owner')).people).toEqual(['Amara Okafor']);
    expect((await asked('flag=any')).people).toEqual(['Amara Okafor']);
    expect((await asked('flag=powerful')).people).toEqual([]);
  });

  it('refuses what it does not understand', async () => {
    for (const query of ['role=king', 'flag=odd', 'site=No%20Slug', 'page=2', 'q=%00'])
      expect((await s.sarah.get(`${path}?${query}`)).status).toBe(422);
  });

  it('is for whoever reads the team: not for collaborators, and not there for strangers', async () => {
    expect((await s.siteOwner.get(path)).status).toBe(200);
    expect(await s.platformAdmin.get(path)).toMatchObject({
      status: 403,
      body: { code: 'permission.denied' },
    });
    const stranger = await s.world.person('Mallory');
    await s.world.account(stranger, 'Other Agency');
    for (const file of [path, `${path}.csv`])
      expect(await stranger.get(file)).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it('shows nothing of another account', async () => {
    const other = await s.world.account(s.sarah, 'Second House');
    await s.world.site(s.sarah, other, 'Elsewhere');
    expect(said(await s.sarah.get(`/api/v1/accounts/${other.id}/access`))).toEqual({
      ...{ people: ['Sarah Chen'], sites: ['Elsewhere'], pending: [] },
      grants: ['Sarah Chen, Elsewhere: owner'],
    });
    expect((await asked('')).sites).not.toContain('Elsewhere');
    expect((await asked(`site=${s.site.id}`)).sites).toEqual(['Northwind Coffee']);
  });

  it('is a file too: one line a membership or invitation, recorded as a security event [R43]', async () => {
    const answer = await s.sarah.get(`${path}.csv?q=northwind`);
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="bright-lines-agency-access-\d{8}T\d{6}Z\.csv"$/,
    );
    const [, ...lines] = answer.body
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\r\n');
    expect(lines).toEqual([
      `${s.siteOwner.id},Amara Okafor,${s.siteOwner.email},member,${s.site.id},Northwind Coffee,owner,,active`,
      `${s.platformAdmin.id},Wei Zhang,${s.platformAdmin.email},collaborator,${s.site.id},Northwind Coffee,platform_admin,,active`,
      `,,gone@people.example,,${s.site.id},Northwind Coffee,support_agent,,invitation expired`,
      `,,${lena.email},,${s.site.id},Northwind Coffee,developer,,invitation pending`,
    ]);
    const [event] = await s.world.deps.database.sql`
      select user_id, detail from security_event where action = 'members.exported' order by at desc limit 1`;
    expect(event).toMatchObject({
      user_id: s.sarah.id,
      detail: { list: 'access', filter: { q: 'northwind' } },
    });
  });
});

describe('a matrix of more than 50,000 memberships', () => {
  it('asks for a filter, and answers with one', async () => {
    const big = await s.world.account(s.sarah, 'Big House');
    const { sql } = s.world.deps.database;
    await sql`
      with people as (insert into "user" (id, name, email, email_verified, created_at, updated_at)
          select gen_random_uuid(), 'Person ' || lpad(n::text, 4, '0'), 'person-' || n || '@big.example', true, now(), now()
          from generate_series(1, 501) n returning id),
        members as (insert into account_member (account_id, user_id, role, joined_at)
          select ${big.id}, id, 'collaborator', now() from people returning user_id),
        sites as (insert into site (id, account_id, slug, name, domain, created_at)
          select gen_random_uuid(), ${big.id}, 'site-' || n, 'Site ' || n, 'site-' || n || '.example', now()
          from generate_series(1, 100) n returning id)
      insert into site_member (account_id, site_id, user_id, role, joined_at, changed_at, source)
        select ${big.id}, sites.id, members.user_id, 'developer', now(), now(), 'created' from sites, members`;
    const all = `/api/v1/accounts/${big.id}/access`;
    expect(await s.sarah.get(all)).toMatchObject({
      status: 422,
      body: { code: 'access.filter_required', memberships: 50_100, limit: 50_000 },
    });
    const found = await s.sarah.get(`${all}?q=person%200007`);
    expect(found.status).toBe(200);
    expect(found.body.grants).toHaveLength(100);
    expect((await s.sarah.get(`${all}?site=site-7`)).body.grants).toHaveLength(501);
  });
});
