import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Account, Answer, Person, Site } from '../testing/people.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
let sarah: Person;
let ada: Person;
let mara: Person;
let bo: Person;
let cleo: Person;
let agency: Account;
const sites: Site[] = [];

const ago = (days: number) => new Date(Date.now() - days * 86_400_000);

/** Sarah owns the account and is Owner of all six sites; the others are what their lines say. */
beforeAll(async () => {
  world = await createWorld(inject('testServer'));
  sarah = await world.person('Sarah Chen');
  agency = await world.account(sarah, 'Bright Lines Agency');
  for (const name of ['Alder', 'Birch', 'Cedar', 'Drift', 'Elm', 'Fern'])
    sites.push(await world.site(sarah, agency, name));
  ada = await world.enroll(await world.person('Ada Admin'), agency, 'admin');
  mara = await world.enroll(await world.person('mara Member'), agency, 'member');
  bo = await world.person('Bo Berg');
  for (const site of sites.slice(0, 5)) await world.place(bo, agency, site, 'platform_admin');
  cleo = await world.place(await world.person('Cleo_Client'), agency, sites[0]!, 'owner');
  await world.place(cleo, agency, sites[1]!, 'developer', ago(1));
  const { sql } = world.deps.database;
  const record = (who: Person, joined: Date, active: Date | null) =>
    sql`update account_member set joined_at = ${joined}, last_active_at = ${active} where account_id = ${agency.id} and user_id = ${who.id}`;
  await record(ada, ago(200), ago(91));
  await record(mara, ago(15), null);
  await record(bo, ago(13), null);
  await record(cleo, ago(100), ago(89));
});
afterAll(() => world.stop());

const list = (query = '', who = sarah) => who.get(`/api/v1/accounts/${agency.id}/members${query}`);
const names = (answer: Answer): string[] =>
  answer.body.items.map((one: { user: { name: string } }) => one.user.name);

describe('the people of an account', () => {
  it('come by name with role, flags and every site', async () => {
    const answer = await list();
    expect(names(answer)).toEqual(['Ada Admin', 'Bo Berg', 'Cleo_Client', 'mara Member', 'Sarah Chen']);
    expect(answer.body).toMatchObject({ total: 5, nextCursor: null });
    const found = answer.body.items[2];
    expect(found).toMatchObject({
      user: { id: cleo.id, name: 'Cleo_Client', email: cleo.email },
      role: 'collaborator',
      you: false,
      manageable: true,
      flags: ['access_ended'],
    });
    expect(found.sites).toEqual([
      {
        site: { id: sites[0]!.id, slug: 'alder', name: 'Alder' },
        role: 'owner',
        joinedAt: expect.any(String),
        lastActiveAt: null,
        accessUntil: null,
        manageable: true,
        etag: expect.any(String),
        source: 'assigned',
        invitedBy: null,
        ended: false,
      },
      expect.objectContaining({
        site: expect.objectContaining({ name: 'Birch' }),
        role: 'developer',
        ended: true,
      }),
    ]);
    const [me] = answer.body.items.slice(-1);
    expect(me).toMatchObject({ you: true, manageable: false });
    expect(me.sites.map((one: { manageable: boolean }) => one.manageable)).toEqual(Array(6).fill(false));
  });

  it.each([
    ['inactive', ['Ada Admin']],
    ['never_active', ['mara Member']],
    ['powerful', ['Bo Berg', 'Sarah Chen']],
    ['only_owner', ['Sarah Chen']],
    ['access_ended', ['Cleo_Client']],
  ])('with the flag %s are %j, in the filter and in the rows alike', async (flag, expected) => {
    const filtered = await list(`?flag=${flag}`);
    expect([names(filtered), filtered.body.total]).toEqual([expected, expected.length]);
    const flagged = (await list()).body.items.filter((one: { flags: string[] }) => one.flags.includes(flag));
    expect(flagged.map((one: { user: { name: string } }) => one.user.name)).toEqual(expected);
  });

  it('follows the thresholds and domains that the account has set, in the filter and in the rows alike', async () => {
    const at = `/api/v1/accounts/${agency.id}/policies`;
    const own = { domains: ['people.example'], inactiveAfterDays: 14, powerfulSites: 2 };
    const before = (await sarah.get(at)).body;
    expect((await sarah.patch(at, own)).status).toBe(200);
    for (const flag of ['inactive', 'powerful', 'outside_domains']) {
      const filtered = names(await list(`?flag=${flag}`));
      const rows = (await list()).body.items.filter((one: { flags: string[] }) => one.flags.includes(flag));
      expect(
        rows.map((one: { user: { name: string } }) => one.user.name),
        flag,
      ).toEqual(filtered);
    }
    expect(names(await list('?flag=outside_domains'))).toEqual([]);
    await sarah.patch(at, { domains: ['yourteam.example'] });
    expect((await list('?flag=outside_domains')).body.total).toBe((await list()).body.total);
    const { secondFactor: _, ...former } = before;
    await sarah.patch(at, former);
  });

  it.each([
    ['?role=admin', ['Ada Admin']],
    ['?role=collaborator', ['Bo Berg', 'Cleo_Client']],
    ['?site=alder', ['Bo Berg', 'Cleo_Client', 'Sarah Chen']],
    ['?site=birch', ['Bo Berg', 'Sarah Chen']],
    ['?site=alder&siteRole=owner', ['Cleo_Client', 'Sarah Chen']],
    ['?siteRole=developer', []],
    ['?site=unknown', []],
    ['?q=MARA', ['mara Member']],
    ['?q=_', ['Cleo_Client']],
    ['?q=%25', []],
    ['?q=bo.berg%40people', ['Bo Berg']],
    ['?sort=-name', ['Sarah Chen', 'mara Member', 'Cleo_Client', 'Bo Berg', 'Ada Admin']],
    ['?sort=role', ['Sarah Chen', 'Ada Admin', 'mara Member', 'Bo Berg', 'Cleo_Client']],
    ['?sort=-sites', ['Sarah Chen', 'Bo Berg', 'Cleo_Client', 'Ada Admin', 'mara Member']],
    ['?sort=joined', ['Ada Admin', 'Cleo_Client', 'mara Member', 'Bo Berg', 'Sarah Chen']],
    ['?sort=lastActive', ['Bo Berg', 'mara Member', 'Ada Admin', 'Cleo_Client', 'Sarah Chen']],
  ])('%s are %j', async (query, expected) => {
    const answer = await list(query);
    expect(names(answer)).toEqual(expected);
    expect(answer.body.total).toBe(expected.length);
  });

  it.each(['name', '-name', 'email', 'role', '-sites', 'joined', '-lastActive'])(
    'page by %s without gap or repeat',
    async (sort) => {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const answer: Answer = await list(`?sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`);
        expect(answer.body.total).toBe(5);
        seen.push(...names(answer));
        cursor = answer.body.nextCursor;
      }
      expect(seen).toEqual(names(await list(`?sort=${sort}`)));
    },
  );

  it('name a site of another account as little as one that does not exist', async () => {
    const olga = await world.person('Olga Other');
    const foreign = await world.site(olga, await world.account(olga, 'Foreign House'), 'Foreign');
    const told = ({ status, body }: Answer) => ({ status, body });
    expect(told(await list(`?site=${foreign.id}`))).toEqual(
      told(await list('?site=0198c0de-0000-7000-8000-000000000000')),
    );
  });

  it('tell a member without team.manage whom they may change: only on sites where their role lets them [R6, R7, R8]', async () => {
    const account = await world.account(sarah, 'Mixed House');
    const [own, foreign] = [
      await world.site(sarah, account, 'Own'),
      await world.site(sarah, account, 'Not theirs'),
    ];
    const otto = await world.enroll(await world.person('Otto Owner'), account, 'member');
    const dev = await world.person('Dev Two');
    await world.place(otto, account, own, 'owner');
    await world.place(otto, account, foreign, 'owner', ago(1));
    for (const site of [own, foreign]) await world.place(dev, account, site, 'developer');
    const { items } = (await otto.get(`/api/v1/accounts/${account.id}/members?q=Dev`)).body;
    expect(items[0].manageable).toBe(false);
    expect(
      items[0].sites.map((one: { site: Site; manageable: boolean }) => [one.site.name, one.manageable]),
    ).toEqual([
      ['Not theirs', false],
      ['Own', true],
    ]);
  });

  it('are for team.read alone: 403 for a collaborator (A-006), 404 for a stranger (A-001)', async () => {
    const inside = await list('', cleo);
    expect([inside.status, inside.body.code]).toEqual([403, 'permission.denied']);
    const outside = await list('', await world.person('Xavier Stranger'));
    expect([outside.status, outside.body.code]).toEqual([404, 'not_found']);
    expect(JSON.stringify(outside.body)).not.toContain('Bright Lines');
  });
});

describe('one person of an account', () => {
  const read = (id: string, who = sarah, account = agency) =>
    who.get(`/api/v1/accounts/${account.id}/members/${id}`);

  it('is shown like in the list, with the timeline newest first and without network addresses', async () => {
    const account = await world.account(sarah, 'Timeline House');
    const site = await world.site(sarah, account, 'North');
    await sarah.post(`/api/v1/sites/${site.id}/invitations`, {
      email: 'alex@client.example',
      role: 'developer',
    });
    const token = await world.inbox.token('alex@client.example');
    const joined = await world.nobody.post('/api/v1/invitations/accept', {
      token,
      name: 'Alex Rivera',
      password: 'lantern-otter-42-quilt',
    });
    expect(joined.status).toBe(200);
    const listed = (await sarah.get(`/api/v1/accounts/${account.id}/members?q=alex`)).body.items[0];
    const { status, body } = await read(listed.user.id, sarah, account);
    expect(status).toBe(200);
    const { timeline, apiKeys, ...person } = body;
    expect(person).toEqual(listed);
    expect(apiKeys).toEqual([]);
    const actions = timeline.map((entry: { action: string }) => entry.action);
    expect(actions).toContain('site_member.joined');
    expect(actions.at(-1)).toBe('invitation.created');
    expect(timeline.at(-1)).toEqual({
      id: expect.any(String),
      at: expect.any(String),
      action: 'invitation.created',
      actor: { kind: 'person', id: sarah.id, name: 'Sarah Chen' },
      site: { id: site.id, name: 'North' },
      before: null,
      after: expect.objectContaining({ role: 'developer' }),
      reason: null,
    });
    const [one] = await world.deps.database
      .sql`select count(*) from audit_event where account_id = ${account.id} and ip is not null`;
    expect(Number(one!['count'])).toBeGreaterThan(0);
    expect(JSON.stringify(timeline)).not.toMatch(/"ip"|userAgent|127\.0\.0\.1/);
  });

  it('does not exist for another account, whoever asks (A-003)', async () => {
    const olga = await world.person('Olga Elsewhere');
    const theirs = await world.account(olga, 'House of Olga');
    const told = ({ status, body }: Answer) => ({ status, body: { ...body, requestId: '' } });
    const absent = told(await read('0198c0de-0000-7000-8000-000000000000', olga, theirs));
    expect(absent).toMatchObject({ status: 404, body: { code: 'member.not_found' } });
    expect(told(await read(bo.id, olga, theirs))).toEqual(absent);
    expect(told(await read('abc', olga, theirs))).toEqual(absent);
    expect((await read(bo.id, cleo)).status).toBe(403);
  });
});
