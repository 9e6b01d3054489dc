import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person } from '../testing/people.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

const AT = '/api/v1/me/preferences';
const DEFAULTS = {
  theme: 'system',
  density: 'comfortable',
  timeStyle: 'relative',
  clock: 'h24',
  singleKeys: true,
};

let world: World;
let sarah: Person;
beforeAll(async () => {
  world = await createWorld(inject('testServer'));
  sarah = await world.person('Sarah Chen');
});
afterAll(() => world.stop());

describe('preferences', () => {
  it('are these until somebody chooses', async () => {
    expect((await sarah.get(AT)).body).toEqual(DEFAULTS);
  });

  it('follow the person and are nobody else’s', async () => {
    const tom = await world.person('Tom Halley');
    const changed = await tom.patch(AT, { theme: 'dark', singleKeys: false });
    const chosen = { ...DEFAULTS, theme: 'dark', singleKeys: false };
    expect([changed.status, changed.body]).toEqual([200, chosen]);
    expect((await tom.get(AT)).body).toEqual(chosen);
    expect((await sarah.get(AT)).body).toEqual(DEFAULTS);
  });

  it('that are chosen at once in two windows are both kept', async () => {
    const mika = await world.person('Mika Sato');
    await Promise.all([
      mika.patch(AT, { density: 'compact' }),
      mika.patch(AT, { clock: 'h12' }),
      mika.patch(AT, { timeStyle: 'absolute' }),
    ]);
    expect((await mika.get(AT)).body).toEqual({
      ...DEFAULTS,
      density: 'compact',
      clock: 'h12',
      timeStyle: 'absolute',
    });
  });

  it.each([
    [{}, ''],
    [{ theme: 'sepia' }, 'theme'],
    [{ density: null }, 'density'],
    [{ clock: 24 }, 'clock'],
    [{ singleKeys: 'yes' }, 'singleKeys'],
    [{ theme: 'dark', language: 'de' }, 'language'],
  ])('refuse %j and name the field', async (change, field) => {
    const refused = await sarah.patch(AT, change);
    expect([refused.status, Object.keys(refused.body.fields)]).toEqual([422, [field]]);
    expect((await sarah.get(AT)).body).toEqual(DEFAULTS);
  });

  it('ask for a session', async () => {
    expect((await world.nobody.get(AT)).body.code).toBe('auth.required');
  });
});
