import { SITE_GRANTS, SITE_ROLES } from '@keyholder/domain';
import type { SiteRole } from '@keyholder/domain';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Account, Person, Site } from '../testing/people.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
let sarah: Person;
let agency: Account;
let northwind: Site;

beforeAll(async () => {
  world = await createWorld(inject('testServer'));
  sarah = await world.person('Sarah Chen');
  agency = await world.account(sarah, 'Bright Lines Agency');
  northwind = await world.site(sarah, agency, 'Northwind Coffee');
});
afterAll(() => world.stop());

const EVERYTHING = [
  ...[
    'overview',
    'pages',
    'posts',
    'seo',
    'redirects',
    'analytics',
    'forms',
    'submissions',
    'orders',
    'code',
  ],
  ...['members', 'activity', 'api-keys', 'settings'],
];
/** What each role opens in Site Admin (ui/brief.md S18). */
const AREAS: Record<SiteRole, readonly string[]> = {
  owner: EVERYTHING,
  platform_admin: EVERYTHING,
  developer: ['overview', 'redirects', 'code', 'members', 'api-keys', 'settings'],
  content_editor: ['overview', 'pages', 'posts', 'members'],
  marketing_manager: ['overview', 'posts', 'analytics', 'forms', 'submissions', 'members'],
  seo_specialist: ['overview', 'seo', 'redirects', 'analytics', 'members'],
  support_agent: ['overview', 'submissions', 'orders', 'members'],
};

const NOT_THERE = '0198c0de-0000-7000-8000-000000000000';

describe('reading a site', () => {
  it.each(SITE_ROLES)('as %s shows exactly what the role grants [R4]', async (role) => {
    const who = await world.place(await world.person(`Reader ${role}`), agency, northwind, role);
    const { body } = await who.get(`/api/v1/sites/${northwind.id}`);
    expect(body.role).toBe(role);
    expect(new Set(body.permissions)).toEqual(new Set(SITE_GRANTS[role]));
    expect(body.surfaces.map((surface: { key: string }) => surface.key)).toEqual(AREAS[role]);
    expect(body.canManageMembers).toBe(role === 'owner' || role === 'platform_admin');
    const grantable = { owner: SITE_ROLES, platform_admin: SITE_ROLES.slice(1) }[role as string] ?? [];
    expect(body.grantableRoles).toEqual(grantable);
  });

  it('lets an account admin without a role know it and manage its people, but enter nothing [R3, R6]', async () => {
    const ada = await world.enroll(await world.person('Ada Admin'), agency, 'admin');
    const { body } = await ada.get(`/api/v1/sites/${northwind.id}`);
    expect(body).toMatchObject({
      role: null,
      permissions: [],
      surfaces: [],
      canManageMembers: true,
      grantableRoles: SITE_ROLES,
    });
  });

  it('finds it under its account by slug and by id alike', async () => {
    const byId = await sarah.get(`/api/v1/sites/${northwind.id}`);
    for (const name of [northwind.slug, northwind.id])
      expect((await sarah.get(`/api/v1/accounts/${agency.slug}/sites/${name}`)).body).toEqual(byId.body);
  });

  it('answers 404 alike for what is not there, not theirs, over, or in another account', async () => {
    const olga = await world.person('Olga Outside');
    const theirs = await world.account(olga, 'House of Olga');
    const cleo = await world.place(
      await world.person('Cleo Client'),
      agency,
      await world.site(sarah, agency, 'Only Cleo'),
      'developer',
    );
    const ended = await world.place(
      await world.person('Ended Earlier'),
      agency,
      northwind,
      'owner',
      new Date(Date.now() - 1),
    );
    const told = async (who: Person, path: string) => {
      const { status, body } = await who.get(path);
      return { status, body: { ...body, requestId: '' } };
    };
    const absent = await told(olga, `/api/v1/sites/${NOT_THERE}`);
    expect(absent).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await told(olga, `/api/v1/sites/${northwind.id}`)).toEqual(absent);
    expect(await told(olga, `/api/v1/accounts/${theirs.id}/sites/${northwind.id}`)).toEqual(absent);
    expect(await told(olga, `/api/v1/accounts/${agency.id}/sites/${northwind.id}`)).toEqual(absent);
    expect(await told(cleo, `/api/v1/sites/${northwind.id}`)).toEqual(absent);
    expect(await told(cleo, `/api/v1/accounts/${agency.id}/sites/${northwind.slug}`)).toEqual(absent);
    expect(await told(ended, `/api/v1/sites/${northwind.id}`)).toEqual(absent);
    expect(await told(ended, `/api/v1/accounts/${agency.id}/sites/${northwind.slug}`)).toEqual(absent);
    for (const id of [
      'abc',
      '-1',
      '1e309',
      northwind.id.toUpperCase(),
      `{${northwind.id}}`,
      '%00',
      'x'.repeat(200),
    ])
      expect(await told(sarah, `/api/v1/sites/${id}`)).toEqual(absent);
  });
});

describe('changing a site', () => {
  it('takes a name and a domain, keeps the slug, records both', async () => {
    const site = await world.site(sarah, agency, 'Kestrel');
    const changed = await sarah.patch(`/api/v1/sites/${site.id}`, {
      name: 'Kestrel Bikes',
      domain: 'kestrel.example',
    });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ slug: 'kestrel', name: 'Kestrel Bikes', domain: 'kestrel.example' });
    const [event] = await world.deps.database
      .sql`select before, after from audit_event where site_id = ${site.id} and action = 'site.updated'`;
    expect(event).toMatchObject({
      before: { name: 'Kestrel' },
      after: { name: 'Kestrel Bikes', domain: 'kestrel.example' },
    });
  });

  it('needs settings.write on the site; the account role alone is no way in [R3]', async () => {
    const site = await world.site(sarah, agency, 'Locked');
    const ada = await world.enroll(await world.person('Ada Above'), agency, 'admin');
    const dev = await world.place(await world.person('Dev Reader'), agency, site, 'developer');
    const pam = await world.place(await world.person('Pam Platform'), agency, site, 'platform_admin');
    const change = (who: Person) => who.patch(`/api/v1/sites/${site.id}`, { name: 'Opened' });
    expect([(await change(ada)).status, (await change(dev)).status, (await change(pam)).status]).toEqual([
      403, 403, 200,
    ]);
  });

  it.each([[{}], [{ slug: 'new' }], [{ name: null }], [{ domain: 'no domain' }]])(
    'refuses %j',
    async (body) => {
      expect((await sarah.patch(`/api/v1/sites/${northwind.id}`, body)).status).toBe(422);
    },
  );
});
