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

const events = (accountId: string) =>
  world.deps.database.sql<{ action: string; before: unknown; after: unknown; actor_id: string }[]>`
    select action, before, after, actor_id from audit_event where account_id = ${accountId} order by seq`;

describe('creating an account', () => {
  it('makes its creator the one owner, with a plan, and records both [R1, R41]', async () => {
    const mika = await world.person('Mika Sato');
    const created = await mika.post('/api/v1/accounts', { name: '  Paper & Ink  ' });
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      id: created.body.id,
      slug: 'paper-and-ink',
      name: 'Paper & Ink',
      role: 'owner',
      plan: { key: 'agency', name: 'Agency', seatLimit: 100, used: 1, reserved: 0 },
    });
    expect(await events(created.body.id)).toEqual([
      {
        action: 'account.created',
        before: null,
        after: { name: 'Paper & Ink', slug: 'paper-and-ink', plan: 'agency' },
        actor_id: mika.id,
      },
      { action: 'account_member.joined', before: null, after: { role: 'owner' }, actor_id: mika.id },
    ]);
  });

  it('gives each account an address of its own, also when many of one name are made at once', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, (_, n) => world.person(`Founder ${n}`)));
    const made = await Promise.all(people.map((one) => one.post('/api/v1/accounts', { name: 'Same Name' })));
    expect(made.map((answer) => answer.status)).toEqual(people.map(() => 201));
    expect(new Set(made.map((answer) => answer.body.slug))).toEqual(
      new Set([
        'same-name',
        'same-name-2',
        'same-name-3',
        'same-name-4',
        'same-name-5',
        'same-name-6',
        'same-name-7',
        'same-name-8',
      ]),
    );
  });

  it('never takes a word that the Dashboard keeps for its own pages', async () => {
    const made = await sarah.post('/api/v1/accounts', { name: 'Admin' });
    expect(made.body.slug).toBe('admin-2');
  });

  it('answers a repeat under one Idempotency-Key with the account made before', async () => {
    const headers = { 'idempotency-key': 'attempt-1' };
    const first = await sarah.post('/api/v1/accounts', { name: 'Once' }, headers);
    const second = await sarah.post('/api/v1/accounts', { name: 'Once' }, headers);
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    const other = await sarah.post('/api/v1/accounts', { name: 'Twice' }, headers);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency.mismatch']);
  });

  it.each([
    [{}, 'name'],
    [{ name: '' }, 'name'],
    [{ name: '   ' }, 'name'],
    [{ name: 'x'.repeat(81) }, 'name'],
    [{ name: 'tab\tinside' }, 'name'],
    [{ name: 'Fine', role: 'owner' }, 'role'],
    [{ name: 'Fine', plan: 'enterprise' }, 'plan'],
  ])('refuses %j and names the field', async (body, field) => {
    const refused = await sarah.post('/api/v1/accounts', body);
    expect([refused.status, refused.body.code]).toEqual([422, 'validation.failed']);
    expect(Object.keys(refused.body.fields)).toEqual([field]);
  });
});

describe('reading an account', () => {
  it('shows plan, seats and counts to whoever may read the team [R24]', async () => {
    await sarah.post(`/api/v1/sites/${northwind.id}/invitations`, {
      email: 'new@client.example',
      role: 'developer',
    });
    const viewer = await world.enroll(await world.person('Vera Viewer'), agency, 'viewer');
    const read = await viewer.get(`/api/v1/accounts/${agency.slug}`);
    expect(read.body).toEqual({
      id: agency.id,
      slug: agency.slug,
      name: agency.name,
      role: 'viewer',
      permissions: ['account.read', 'sites.read', 'team.read'],
      plan: { key: 'agency', name: 'Agency', seatLimit: 100, used: 2, reserved: 1 },
      ownershipOffer: null,
      counts: { sites: 1, people: 2, pendingInvitations: 1, expiredInvitations: 0 },
    });
  });

  it('shows a collaborator its name and their own sites, and nothing of its people [R2]', async () => {
    const account = await world.account(sarah, 'Quiet House');
    const [here] = [await world.site(sarah, account, 'Here'), await world.site(sarah, account, 'Elsewhere')];
    const cleo = await world.place(await world.person('Cleo Client'), account, here, 'content_editor');
    const read = await cleo.get(`/api/v1/accounts/${account.id}`);
    expect(read.body).toMatchObject({
      role: 'collaborator',
      permissions: ['account.read'],
      plan: null,
      ownershipOffer: null,
      counts: { sites: 1, people: null, pendingInvitations: null, expiredInvitations: null },
    });
  });

  it('answers a stranger exactly like an account that does not exist', async () => {
    const stranger = await world.person('Olga Other');
    const foreign = await stranger.get(`/api/v1/accounts/${agency.id}`);
    const bySlug = await stranger.get(`/api/v1/accounts/${agency.slug}`);
    const absent = await stranger.get('/api/v1/accounts/0198c0de-0000-7000-8000-000000000000');
    const told = ({ status, body }: typeof foreign) => ({ status, body: { ...body, requestId: '' } });
    expect(told(foreign)).toEqual(told(absent));
    expect(told(bySlug)).toEqual(told(absent));
    expect(absent.status).toBe(404);
  });
});

describe('renaming an account', () => {
  it('keeps its address, and records the change', async () => {
    const account = await world.account(sarah, 'Old Name');
    const renamed = await sarah.patch(`/api/v1/accounts/${account.id}`, { name: 'New Name' });
    expect(renamed.status).toBe(200);
    expect(renamed.body).toMatchObject({ slug: 'old-name', name: 'New Name' });
    expect((await events(account.id)).at(-1)).toEqual({
      action: 'account.renamed',
      before: { name: 'Old Name' },
      after: { name: 'New Name' },
      actor_id: sarah.id,
    });
  });

  it('records nothing when the name is the same', async () => {
    const account = await world.account(sarah, 'Steady');
    const before = await events(account.id);
    expect((await sarah.patch(`/api/v1/accounts/${account.id}`, { name: 'Steady' })).status).toBe(200);
    expect(await events(account.id)).toEqual(before);
  });

  it.each([
    ['admin', 200],
    ['member', 403],
    ['viewer', 403],
    ['collaborator', 403],
  ] as const)('by a person with the account role %s answers %i', async (role, status) => {
    const who = await world.enroll(await world.person(`Renaming ${role}`), agency, role);
    expect((await who.patch(`/api/v1/accounts/${agency.id}`, { name: agency.name })).status).toBe(status);
  });
});

describe('changing the plan of an account [R24]', () => {
  it('is recorded with before and after, beside a new name', async () => {
    const account = await world.account(sarah, 'Growing House');
    const answer = await sarah.patch(`/api/v1/accounts/${account.id}`, {
      name: 'Grown House',
      plan: 'enterprise',
    });
    expect(answer.body).toMatchObject({
      name: 'Grown House',
      plan: { key: 'enterprise', name: 'Enterprise', seatLimit: null, used: 1, reserved: 0 },
    });
    expect((await events(account.id)).slice(-2)).toMatchObject([
      { action: 'account.renamed', before: { name: 'Growing House' }, after: { name: 'Grown House' } },
      { action: 'account.plan_changed', before: { plan: 'agency' }, after: { plan: 'enterprise' } },
    ]);
    const before = await events(account.id);
    expect((await sarah.patch(`/api/v1/accounts/${account.id}`, { plan: 'enterprise' })).status).toBe(200);
    expect(await events(account.id)).toEqual(before);
  });

  it('to a smaller one keeps everybody and stops new people', async () => {
    const account = await world.account(sarah, 'Shrinking House');
    const people = await Promise.all(
      Array.from({ length: 6 }, async (_, n) =>
        world.enroll(await world.person(`Shrinking ${n}`), account, 'viewer'),
      ),
    );
    const path = `/api/v1/accounts/${account.id}`;
    const lowered = await sarah.patch(path, { plan: 'starter' });
    expect(lowered.body.plan).toMatchObject({ seatLimit: 5, used: 7, reserved: 0 });
    expect(await Promise.all(people.map(async (one) => (await one.get(path)).status))).toEqual(
      people.map(() => 200),
    );
    const invite = () => sarah.post(`${path}/invitations`, { email: 'late@people.example', role: 'viewer' });
    expect((await invite()).body).toMatchObject({ code: 'seat.limit_reached', limit: 5, used: 7 });
    await sarah.patch(path, { plan: 'team' });
    expect((await invite()).status).toBe(201);
  });

  it.each(['admin', 'member', 'viewer'] as const)('is not for a person with the role %s', async (role) => {
    const who = await world.enroll(await world.person(`Planning ${role}`), agency, role);
    const answer = await who.patch(`/api/v1/accounts/${agency.id}`, { name: 'Taken', plan: 'enterprise' });
    expect([answer.status, answer.body.code]).toEqual([403, 'permission.denied']);
    expect((await sarah.get(`/api/v1/accounts/${agency.id}`)).body).toMatchObject({
      name: agency.name,
      plan: { key: 'agency' },
    });
  });

  it.each([{}, { plan: 'gold' }, { plan: null }])('refuses %o', async (change) => {
    expect((await sarah.patch(`/api/v1/accounts/${agency.id}`, change)).body.code).toBe('validation.failed');
  });
});
