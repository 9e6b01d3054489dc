import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { keysOf, makeKey } from '../testing/keys.ts';
import type { Person } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { endAccess, inAccount } from './testing/records.ts';

let s: Setting;
let maker: Person;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  maker = await s.world.place(await s.world.person('Lena Vogt'), s.agency, s.site, 'developer');
});
afterAll(() => s.world.stop());

/** Whom the filter finds, and whose row carries the flag: the two must say the same. */
async function holders(): Promise<string[]> {
  const list = `/api/v1/accounts/${s.agency.id}/members`;
  const found = (await s.sarah.get(`${list}?flag=holds_keys`)).body.items;
  const flagged = (await s.sarah.get(list)).body.items.filter((one: { flags: string[] }) =>
    one.flags.includes('holds_keys'),
  );
  expect(found.map((one: { user: { id: string } }) => one.user.id)).toEqual(
    flagged.map((one: { user: { id: string } }) => one.user.id),
  );
  return found.map((one: { user: { name: string } }) => one.user.name);
}
const shown = async () => (await s.sarah.get(inAccount(s.agency, maker))).body.apiKeys;

describe('who made API keys', () => {
  it('carries a flag as long as one of them works, and has them on their page [R37, R44]', async () => {
    expect([await holders(), await shown()]).toEqual([[], []]);
    const [one, two] = [await makeKey(maker, s.site, ['code.read']), await makeKey(maker, s.site)];
    expect(await holders()).toEqual(['Lena Vogt']);
    expect(await shown()).toMatchObject([
      { id: two.id },
      {
        ...{ id: one.id, name: 'Key of Lena Vogt', prefix: one.prefix, permissions: ['code.read'] },
        ...{ site: { id: s.site.id, slug: s.site.slug, name: s.site.name }, lastUsedAt: null },
      },
    ]);
    await maker.delete(`${keysOf(s.site)}/${two.id}`);
    expect((await shown()).map((key: { id: string }) => key.id)).toEqual([one.id]);
    await s.world.deps.database.sql`update api_key set expires_at = clock_timestamp() where id = ${one.id}`;
    expect([await holders(), await shown()]).toEqual([[], []]);
  });

  it('carries none once their access has ended [R34]', async () => {
    await makeKey(maker, s.site);
    expect(await holders()).toEqual(['Lena Vogt']);
    await endAccess(s.world, s.site, maker);
    expect([await holders(), await shown()]).toEqual([[], []]);
  });
});
