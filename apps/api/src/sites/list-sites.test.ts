import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Account, Person, Site } from '../testing/people.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
let sarah: Person;
let agency: Account;
const sites: Record<string, Site> = {};

beforeAll(async () => {
  world = await createWorld(inject('testServer'));
  sarah = await world.person('Sarah Chen');
  agency = await world.account(sarah, 'Bright Lines Agency');
  for (const name of ['Northwind Coffee', 'harbor books', 'Kestrel_Bikes', 'Alder & Ash'])
    sites[name] = await world.site(sarah, agency, name);
  const bo = await world.person('Bo Berg');
  await world.place(bo, agency, sites['harbor books']!, 'owner');
  await world.place(
    await world.person('Over Already'),
    agency,
    sites['harbor books']!,
    'owner',
    new Date(Date.now() - 1),
  );
  const invite = (site: Site, email: string) =>
    sarah.post(`/api/v1/sites/${site.id}/invitations`, { email, role: 'developer' });
  await invite(sites['Northwind Coffee']!, 'one@client.example');
  await invite(sites['Northwind Coffee']!, 'two@client.example');
  await world.deps.database.sql`
    update invitation set sent_at = sent_at - interval '3 days', expires_at = expires_at - interval '3 days' where email = 'two@client.example'`;
  await world.deps.database.sql`delete from site_member where site_id = ${sites['Alder & Ash']!.id}`;
});
afterAll(() => world.stop());

const list = (query = '', who = sarah) => who.get(`/api/v1/accounts/${agency.id}/sites${query}`);
const names = async (query = '', who = sarah) =>
  (await list(query, who)).body.items.map((site: { name: string }) => site.name);

describe('the sites of an account', () => {
  it('come by name whatever the letter case, with counts and Owners; ended access is no member [R13, R34]', async () => {
    const { status, body } = await list();
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 4, nextCursor: null });
    const row = (name: string) => ({
      id: sites[name]!.id,
      slug: sites[name]!.slug,
      name,
      domain: expect.any(String),
    });
    expect(body.items).toEqual([
      { ...row('Alder & Ash'), members: 0, pending: 0, expired: 0, owners: [] },
      {
        ...row('harbor books'),
        members: 2,
        pending: 0,
        expired: 0,
        owners: [
          { id: expect.any(String), name: 'Bo Berg' },
          { id: sarah.id, name: 'Sarah Chen' },
        ],
      },
      {
        ...row('Kestrel_Bikes'),
        members: 1,
        pending: 0,
        expired: 0,
        owners: [{ id: sarah.id, name: 'Sarah Chen' }],
      },
      {
        ...row('Northwind Coffee'),
        members: 1,
        pending: 2,
        expired: 1,
        owners: [{ id: sarah.id, name: 'Sarah Chen' }],
      },
    ]);
  });

  it.each([
    ['?sort=-name', ['Northwind Coffee', 'Kestrel_Bikes', 'harbor books', 'Alder & Ash']],
    ['?sort=-members', ['harbor books', 'Kestrel_Bikes', 'Northwind Coffee', 'Alder & Ash']],
    ['?sort=-pending', ['Northwind Coffee', 'Alder & Ash', 'harbor books', 'Kestrel_Bikes']],
    ['?flag=expired', ['Northwind Coffee']],
    ['?flag=no_owner', ['Alder & Ash']],
    ['?flag=one_owner', ['Kestrel_Bikes', 'Northwind Coffee']],
    ['?q=BOOKS', ['harbor books']],
    ['?q=_', ['Kestrel_Bikes']],
    ['?q=%25', []],
    ['?q=%5C', []],
  ])('%s shows %j', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it.each([
    '?sort=name&limit=1',
    '?sort=-members&limit=1',
    '?sort=-pending&limit=2',
    '?flag=one_owner&limit=1',
  ])('pages %s without gap or repeat, with one total', async (query) => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await list(`${query}${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map((site: { name: string }) => site.name));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(await names(query.replace(/&limit=\d/, '')));
  });

  it('shows a collaborator only the sites they are on, and only while they are [R2, R34]', async () => {
    const cleo = await world.place(
      await world.person('Cleo Client'),
      agency,
      sites['Kestrel_Bikes']!,
      'support_agent',
    );
    await world.place(cleo, agency, sites['harbor books']!, 'support_agent', new Date(Date.now() - 1));
    const { body } = await list('', cleo);
    expect(body.total).toBe(1);
    expect(body.items[0]).toMatchObject({ name: 'Kestrel_Bikes', members: 2 });
  });
});
