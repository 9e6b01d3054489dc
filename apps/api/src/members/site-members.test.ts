import { SITE_ROLES } from '@keyholder/domain';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Account, Answer, Person, Site } from '../testing/people.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
let sarah: Person;
let agency: Account;
let northwind: Site;
let other: Site;

beforeAll(async () => {
  world = await createWorld(inject('testServer'));
  sarah = await world.person('Sarah Chen');
  agency = await world.account(sarah, 'Bright Lines Agency');
  northwind = await world.site(sarah, agency, 'Northwind Coffee');
  other = await world.site(sarah, agency, 'Harbor Books');
  for (const role of SITE_ROLES.toReversed())
    await world.place(await world.person(`Role ${role}`), agency, northwind, role);
  await world.place(await world.person('anna Editor'), agency, northwind, 'content_editor');
  await world.place(
    await world.person('Ended Earlier'),
    agency,
    northwind,
    'support_agent',
    new Date(Date.now() - 1000),
  );
});
afterAll(() => world.stop());

const list = (query = '', who = sarah, site = northwind) =>
  who.get(`/api/v1/sites/${site.id}/members${query}`);
const names = (answer: Answer): string[] =>
  answer.body.items.map((one: { user: { name: string } }) => one.user.name);

describe('the members of a site', () => {
  it('come strongest role first, then by name whatever the letter case', async () => {
    expect(names(await list())).toEqual([
      'Role owner',
      'Sarah Chen',
      'Role platform_admin',
      'Role developer',
      'anna Editor',
      'Role content_editor',
      'Role marketing_manager',
      'Role seo_specialist',
      'Ended Earlier',
      'Role support_agent',
    ]);
  });

  it('are shown with role, times and origin, marked as you, manageable or ended [R34]', async () => {
    const { items, total } = (await list()).body;
    expect(total).toBe(10);
    expect(items[1]).toEqual({
      user: { id: sarah.id, name: 'Sarah Chen', email: sarah.email },
      role: 'owner',
      joinedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      lastActiveAt: expect.any(String),
      accessUntil: null,
      you: true,
      manageable: false,
      etag: expect.any(String),
      source: 'created',
      invitedBy: null,
      ended: false,
    });
    expect(items[8]).toMatchObject({ ended: true, manageable: true, accessUntil: expect.any(String) });
  });

  it('are manageable as R7, R8 and R9 say: a Platform Admin all but Owners and themselves', async () => {
    const pam = await world.place(await world.person('Pam Platform'), agency, other, 'platform_admin');
    const bo = await world.place(await world.person('Bo Owner'), agency, other, 'owner');
    const paul = await world.place(await world.person('Paul Platform'), agency, other, 'platform_admin');
    const dev = await world.place(await world.person('Dev Eloper'), agency, other, 'developer');
    const seenBy = async (who: Person) =>
      (await list('', who, other)).body.items
        .filter((one: { manageable: boolean }) => one.manageable)
        .map((one: { user: { name: string } }) => one.user.name);
    expect(await seenBy(pam)).toEqual(['Paul Platform', 'Dev Eloper']);
    expect(await seenBy(bo)).toEqual(['Pam Platform', 'Paul Platform', 'Dev Eloper']);
    expect(await seenBy(sarah)).toEqual(['Bo Owner', 'Pam Platform', 'Paul Platform', 'Dev Eloper']);
    expect(await seenBy(dev)).toEqual([]);
    expect(paul.id).not.toBe(pam.id);
  });

  it.each([
    ['?role=content_editor', ['anna Editor', 'Role content_editor']],
    ['?q=ANNA', ['anna Editor']],
    ['?q=anna.editor@people', ['anna Editor']],
    ['?q=100%25', []],
    ['?q=ow_er', []],
    ['?q=role+o', ['Role owner']],
    ['?sort=name&limit=3', ['anna Editor', 'Ended Earlier', 'Role content_editor']],
    ['?sort=-name&limit=2', ['Sarah Chen', 'Role support_agent']],
    ['?sort=accessUntil&limit=1', ['Ended Earlier']],
    ['?sort=joined&limit=2', ['Sarah Chen', 'Role support_agent']],
  ])('%s shows %j', async (query, expected) => {
    expect(names(await list(query))).toEqual(expected);
  });

  it('are for whoever has members.read there or team.read in the account', async () => {
    const agent = await world.place(await world.person('Any Agent'), agency, other, 'support_agent');
    const viewer = await world.enroll(await world.person('Vera Viewer'), agency, 'viewer');
    expect((await list('', agent, other)).status).toBe(200);
    expect((await list('', viewer, other)).status).toBe(200);
    expect([(await list('', agent)).status, (await list('', agent)).body.code]).toEqual([404, 'not_found']);
  });

  it('page by page neither repeat nor skip anybody while others come and go', async () => {
    const site = await world.site(sarah, agency, 'Busy');
    const people: Person[] = [];
    for (let n = 10; n < 20; n += 1)
      people.push(await world.place(await world.person(`Person ${n}`), agency, site, 'developer'));
    const first = await list('?sort=name&limit=4', sarah, site);
    expect(names(first)).toEqual(['Person 10', 'Person 11', 'Person 12', 'Person 13']);
    await world.place(await world.person('Person 105'), agency, site, 'developer');
    await world.deps.database
      .sql`delete from site_member where site_id = ${site.id} and user_id = any(${[people[3]!.id, people[5]!.id]})`;
    await world.place(await world.person('Person 165'), agency, site, 'developer');
    const second = await list(`?sort=name&limit=4&cursor=${first.body.nextCursor}`, sarah, site);
    expect(names(second)).toEqual(['Person 14', 'Person 16', 'Person 165', 'Person 17']);
    const third = await list(`?sort=name&limit=4&cursor=${second.body.nextCursor}`, sarah, site);
    expect(names(third)).toEqual(['Person 18', 'Person 19', 'Sarah Chen']);
    expect(third.body.nextCursor).toBeNull();
  });
});

describe('the query of a list', () => {
  it.each([
    ['?limit=0', 'limit'],
    ['?limit=-1', 'limit'],
    ['?limit=101', 'limit'],
    ['?limit=1e9', 'limit'],
    ['?limit=NaN', 'limit'],
    ['?limit=1&limit=2', 'limit'],
    ['?sort=password', 'sort'],
    ['?sort=name;drop', 'sort'],
    ['?role=superuser', 'role'],
    ['?cursor=abc', 'cursor'],
    ['?offset=10', 'offset'],
    ['?q=%00', 'q'],
  ])('%s is refused with the field named (A-067, A-068, A-070)', async (query, field) => {
    const refused = await list(query);
    expect([refused.status, refused.body.code]).toEqual([422, 'validation.failed']);
    expect(Object.keys(refused.body.fields)).toEqual([field]);
  });

  it.each(['?__proto__=1', '?__proto__=1&__proto__=2', '?constructor=1', '?toString=1'])(
    '%s is no filter (A-067)',
    async (query) => {
      expect((await list(query)).status).toBe(422);
      expect(({} as Record<string, unknown>)['1']).toBeUndefined();
    },
  );

  it('takes a cursor only where it was given: same site, same filter, same sort', async () => {
    const cursor = (await list('?limit=1')).body.nextCursor;
    expect((await list(`?limit=2&cursor=${cursor}`)).status).toBe(200);
    const elsewhere = [
      await list(`?limit=1&cursor=${cursor}`, sarah, other),
      await list(`?sort=name&cursor=${cursor}`),
      await list(`?role=owner&cursor=${cursor}`),
      await list(`?q=a&cursor=${cursor}`),
      await sarah.get(`/api/v1/accounts/${agency.id}/members?cursor=${cursor}`),
      await list(`?cursor=${cursor.slice(0, -1)}`),
    ];
    for (const refused of elsewhere)
      expect([refused.status, Object.keys(refused.body.fields)]).toEqual([422, ['cursor']]);
  });
});
