import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person } from '../testing/people.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
let sarah: Person;

beforeAll(async () => {
  world = await createWorld(inject('testServer'));
  sarah = await world.person('Sarah Chen');
  await world.account(sarah, 'Bright Lines Agency');
});
afterAll(() => world.stop());

describe('me', () => {
  it('lists my accounts and the sites that I may enter, not those where my access ended [R34]', async () => {
    const account = await world.account(sarah, 'Access House');
    const [open, over] = [await world.site(sarah, account, 'Open'), await world.site(sarah, account, 'Over')];
    const lena = await world.person('Lena Fox');
    await world.place(lena, account, open, 'developer', new Date(Date.now() + 60_000));
    await world.place(lena, account, over, 'developer', new Date(Date.now() - 1));
    const { body } = await lena.get('/api/v1/me');
    const place = { id: account.id, slug: account.slug, name: account.name };
    expect(body).toEqual({
      user: { id: lena.id, name: 'Lena Fox', email: lena.email },
      accounts: [{ ...place, role: 'collaborator', formerSlugs: [], secondFactorBy: null }],
      sites: [{ id: open.id, slug: open.slug, name: 'Open', account: place, role: 'developer' }],
    });
  });

  it('takes a new name and nothing else', async () => {
    const tom = await world.person('Tom Halley');
    expect((await tom.patch('/api/v1/me', { name: 'Tom H.' })).body.user.name).toBe('Tom H.');
    expect((await tom.get('/api/v1/me')).body.user.name).toBe('Tom H.');
    expect((await tom.patch('/api/v1/me', { name: 'Tom', email: 'other@people.example' })).status).toBe(422);
  });

  it('asks for a session', async () => {
    expect((await world.nobody.get('/api/v1/me')).body.code).toBe('auth.required');
  });
});
