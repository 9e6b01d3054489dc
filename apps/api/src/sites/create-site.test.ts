import { SITE_PERMISSIONS, SITE_ROLES } from '@keyholder/domain';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Account, Person, Site } from '../testing/people.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
let sarah: Person;
let agency: Account;

beforeAll(async () => {
  world = await createWorld(inject('testServer'));
  sarah = await world.person('Sarah Chen');
  agency = await world.account(sarah, 'Bright Lines Agency');
});
afterAll(() => world.stop());

const NOT_THERE = '0198c0de-0000-7000-8000-000000000000';
const sitesOf = (account: Account) => `/api/v1/accounts/${account.id}/sites`;
const joinedEvents = (siteId: string) =>
  world.deps.database.sql<{ user_id: string; after: unknown }[]>`
    select user_id, after from audit_event where site_id = ${siteId} and action = 'site_member.joined' order by seq`;

interface Listed {
  user: { name: string };
  role: string;
  source: string;
  accessUntil: string | null;
}

describe('creating a site', () => {
  it('makes its creator the Owner of the site, recorded [R36, R41]', async () => {
    const made = await sarah.post(sitesOf(agency), { name: 'Harbor Books', domain: 'Harbor-Books.example ' });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id: made.body.id,
      slug: 'harbor-books',
      name: 'Harbor Books',
      domain: 'harbor-books.example',
      account: { id: agency.id, slug: agency.slug, name: agency.name },
      role: 'owner',
      permissions: SITE_PERMISSIONS,
      surfaces: made.body.surfaces,
      canManageMembers: true,
      grantableRoles: SITE_ROLES,
    });
    expect(made.body.surfaces[1]).toEqual({
      key: 'pages',
      label: 'Pages',
      href: '/admin/bright-lines-agency/harbor-books/pages',
    });
    expect((await sarah.get(`/api/v1/sites/${made.body.id}`)).body).toEqual(made.body);
    expect(await joinedEvents(made.body.id)).toEqual([
      { user_id: sarah.id, after: { role: 'owner', source: 'created' } },
    ]);
  });

  it('numbers equal addresses within the account only, also in parallel', async () => {
    const account = await world.account(sarah, 'Twins');
    const made = await Promise.all(
      [1, 2, 3].map(() => sarah.post(sitesOf(account), { name: 'Twin', domain: 'twin.example' })),
    );
    expect(new Set(made.map((answer) => answer.body.slug))).toEqual(new Set(['twin', 'twin-2', 'twin-3']));
    const other = await world.account(sarah, 'Others');
    expect((await sarah.post(sitesOf(other), { name: 'Twin', domain: 'twin.example' })).body.slug).toBe(
      'twin',
    );
  });

  it.each([
    ['admin', 201],
    ['member', 201],
    ['viewer', 403],
    ['collaborator', 403],
  ] as const)('by the account role %s answers %i [R4]', async (role, status) => {
    const who = await world.enroll(await world.person(`Building ${role}`), agency, role);
    const made = await who.post(sitesOf(agency), { name: `Site of ${role}`, domain: 'site.example' });
    expect(made.status).toBe(status);
    if (status === 403) expect(made.body.code).toBe('permission.denied');
  });

  it.each([
    [{ name: 'X' }, 'domain'],
    [{ name: 'X', domain: 'https://x.example/' }, 'domain'],
    [{ name: 'X', domain: 'localhost' }, 'domain'],
    [{ domain: 'x.example' }, 'name'],
    [{ name: 'X', domain: 'x.example', slug: 'x' }, 'slug'],
    [{ name: 'X', domain: 'x.example', copyTeamFrom: 'northwind' }, 'copyTeamFrom'],
  ])('refuses %j and names the field', async (body, field) => {
    const refused = await sarah.post(sitesOf(agency), body);
    expect([refused.status, refused.body.code, Object.keys(refused.body.fields)]).toEqual([
      422,
      'validation.failed',
      [field],
    ]);
  });
});

describe('starting with the team of another site [R36]', () => {
  let account: Account;
  let source: Site;
  let mara: Person;
  let tom: Person;
  let until: Date;

  beforeAll(async () => {
    account = await world.account(sarah, 'Team House');
    source = await world.site(sarah, account, 'Source');
    mara = await world.enroll(await world.person('Mara Lind'), account, 'member');
    tom = await world.place(await world.person('Tom Halley'), account, source, 'content_editor');
    until = new Date(Date.now() + 86_400_000);
    await world.place(await world.person('Una Until'), account, source, 'developer', until);
    await world.place(
      await world.person('Gone Already'),
      account,
      source,
      'developer',
      new Date(Date.now() - 1),
    );
    await world.place(mara, account, source, 'seo_specialist');
  });

  it('copies everybody who has access with role and end date, each recorded, and leaves the creator an Owner', async () => {
    const made = await mara.post(sitesOf(account), {
      name: 'Copy',
      domain: 'copy.example',
      copyTeamFrom: source.id,
    });
    expect(made.status).toBe(201);
    const { items } = (await sarah.get(`/api/v1/sites/${made.body.id}/members`)).body;
    expect(items.map((one: Listed) => [one.user.name, one.role, one.source, one.accessUntil])).toEqual([
      ['Mara Lind', 'owner', 'created', null],
      ['Sarah Chen', 'owner', 'copied', null],
      ['Una Until', 'developer', 'copied', until.toISOString()],
      ['Tom Halley', 'content_editor', 'copied', null],
    ]);
    expect(items[3].invitedBy).toEqual({ id: mara.id, name: 'Mara Lind' });
    const events = await joinedEvents(made.body.id);
    expect(events).toHaveLength(4);
    expect(events).toContainEqual({
      user_id: tom.id,
      after: { role: 'content_editor', source: 'copied', from: source.id },
    });
    // What is copied counts at once [R29].
    expect((await tom.get(`/api/v1/sites/${made.body.id}`)).body.role).toBe('content_editor');
  });

  it('answers 404 for a site of another account and makes nothing', async () => {
    const olga = await world.person('Olga Other');
    const foreign = await world.account(olga, 'Foreign House');
    const count = async () => (await olga.get(sitesOf(foreign))).body.total;
    for (const copyTeamFrom of [source.id, NOT_THERE]) {
      const refused = await olga.post(sitesOf(foreign), { name: 'Spy', domain: 'spy.example', copyTeamFrom });
      expect([refused.status, refused.body.code]).toEqual([404, 'not_found']);
    }
    expect(await count()).toBe(0);
  });
});
