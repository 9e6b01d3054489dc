import { apiKey, auditEvent, idempotency } from '@keyholder/db/schema';
import { KEY_PERMISSIONS, SITE_GRANTS, lendable } from '@keyholder/domain';
import type { SiteRole } from '@keyholder/domain';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { brokenInvariants } from '../testing/invariants.ts';
import { keysOf, makeKey, programWith } from '../testing/keys.ts';
import type { Person } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';

const DAY = 86_400_000;

let s: Setting;
let at: string;
let number = 0;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  at = keysOf(s.site);
});
afterAll(async () => {
  expect(await brokenInvariants(s.world)).toEqual([]);
  await s.world.stop();
});

const member = async (role: SiteRole): Promise<Person> =>
  s.world.place(await s.world.person(`Member ${(number += 1)}`), s.agency, s.site, role);
const stored = async (id: string) =>
  (
    await s.world.deps.database.orm
      .select()
      .from(apiKey)
      .where(sql`${apiKey.id} = ${id}`)
  )[0]!;
const eventsOfKey = (id: string) =>
  s.world.deps.database.orm
    .select()
    .from(auditEvent)
    .where(sql`${auditEvent.targetId} = ${id}`)
    .orderBy(auditEvent.seq);

describe('making a key', () => {
  it('shows it once and keeps a hash; 90 days when nothing is said [R44, A-092]', async () => {
    const before = Date.now();
    const answer = await s.siteOwner.post(at, {
      name: 'Shop sync',
      permissions: ['orders.read', 'site.view'],
    });
    expect(answer.status).toBe(201);
    const { key, id, prefix } = answer.body;
    expect(key).toMatch(/^kh_[0-9a-z]{8}_[A-Za-z0-9_-]{43}$/);
    expect(key.startsWith(`kh_${prefix}_`)).toBe(true);
    expect(answer.body).toMatchObject({
      ...{ name: 'Shop sync', permissions: ['orders.read', 'site.view'], state: 'active', narrowed: false },
      ...{ madeBy: { id: s.siteOwner.id, name: s.siteOwner.name }, you: true, lastUsedAt: null },
    });
    const life = Date.parse(answer.body.expiresAt) - before;
    expect(Math.abs(life - 90 * DAY)).toBeLessThan(60_000);

    const list = await s.siteOwner.get(at);
    expect(list.body.items.find((one: { id: string }) => one.id === id)).toEqual({
      ...answer.body,
      key: undefined,
    });
    expect(JSON.stringify(list.body)).not.toContain(key);
    const secret = key.slice(12);
    const row = await stored(id);
    expect(row.secretHash).toHaveLength(32);
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(await eventsOfKey(id)).toMatchObject([
      {
        ...{ action: 'api_key.created', actorKind: 'person', actorId: s.siteOwner.id, siteId: s.site.id },
        ...{ userId: s.siteOwner.id, targetKind: 'api_key' },
        after: { name: 'Shop sync', prefix, permissions: ['orders.read', 'site.view'] },
      },
    ]);
    expect(JSON.stringify(await eventsOfKey(id))).not.toContain(secret);
  });

  it.each(Object.keys(SITE_GRANTS) as SiteRole[])(
    'lets a %s lend exactly what they hold, and nobody the management of people or keys [R44]',
    async (role) => {
      const maker = await member(role);
      const makes = (SITE_GRANTS[role] as readonly string[]).includes('api_keys.manage');
      for (const permission of KEY_PERMISSIONS) {
        const answer = await maker.post(at, { name: 'One', permissions: [permission] });
        const lends = lendable([permission], role).length === 1;
        const code = makes ? 'api_key.not_grantable' : 'permission.denied';
        expect([permission, answer.status, answer.body.code]).toEqual(
          makes && lends ? [permission, 201, undefined] : [permission, 403, code],
        );
      }
      for (const never of ['members.manage', 'api_keys.manage', 'site.delete', 'site.transfer'])
        expect((await maker.post(at, { name: 'One', permissions: [never] })).status).toBe(422);
    },
  );

  it('says what is missing, and makes nothing of the rest', async () => {
    const developer = await member('developer');
    const answer = await developer.post(at, { name: 'Too much', permissions: ['code.read', 'orders.read'] });
    expect(answer.body).toMatchObject({ code: 'api_key.not_grantable', permissions: ['orders.read'] });
    const own = (await s.siteOwner.get(`${at}?limit=100`)).body.items.filter(
      (one: { madeBy: { id: string } }) => one.madeBy.id === developer.id,
    );
    expect(own).toEqual([]);
  });

  it('is refused without permissions, twice the same one, or an end that has passed', async () => {
    for (const [body, field] of [
      [{ permissions: [] }, 'permissions'],
      [{ permissions: ['site.view', 'site.view'] }, 'permissions'],
      [{ permissions: ['site.view'], expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
      [{ permissions: ['site.view'], name: '' }, 'name'],
    ] as const) {
      const answer = await s.siteOwner.post(at, { name: 'Odd', ...body });
      expect([answer.status, Object.keys(answer.body.fields)]).toEqual([422, [field]]);
    }
  });

  it('gives the same key to a repeated request, from an answer that is sealed [A-079, security.md 1.7]', async () => {
    const again = { 'idempotency-key': 'press-1' };
    const body = { name: 'Once', permissions: ['site.view'] };
    const [one, two] = [await s.siteOwner.post(at, body, again), await s.siteOwner.post(at, body, again)];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(two.body).toEqual(one.body);
    const [row] = await s.world.deps.database.orm
      .select()
      .from(idempotency)
      .where(eq(idempotency.key, 'press-1'));
    expect(row!.answer!.includes(Buffer.from(one.body.key.slice(12)))).toBe(false);
    expect(row!.answer!.includes(Buffer.from(one.body.prefix))).toBe(false);
  });
});

describe('the list of keys', () => {
  it('is for those who manage keys; an account role is no way in [R3, R44]', async () => {
    expect((await s.sarah.get(at)).body).toMatchObject({
      code: 'permission.denied',
      surface: 'api-keys',
      role: null,
    });
    const editor = await member('content_editor');
    expect((await editor.get(at)).body).toMatchObject({ surface: 'api-keys', role: 'content_editor' });
    expect((await (await s.world.person('Stranger')).get(at)).status).toBe(404);
  });

  it('comes in pages, by state when asked', async () => {
    const site = await s.world.site(s.siteOwner, s.agency, 'Paged');
    const made = [];
    for (let one = 0; one < 5; one += 1) made.push(await makeKey(s.siteOwner, site));
    await s.siteOwner.delete(`${keysOf(site)}/${made[4]!.id}`);
    await s.world.deps.database.sql`
      update api_key set expires_at = clock_timestamp() - interval '1 second' where id = ${made[3]!.id}`;
    const first = (await s.siteOwner.get(`${keysOf(site)}?limit=3`)).body;
    const second = (await s.siteOwner.get(`${keysOf(site)}?limit=3&cursor=${first.nextCursor}`)).body;
    const ids = [...first.items, ...second.items].map((one: { id: string }) => one.id);
    expect([ids, first.total, second.nextCursor]).toEqual([made.map((one) => one.id).reverse(), 5, null]);
    for (const [state, expected] of [
      ['active', made.slice(0, 3)],
      ['expired', [made[3]!]],
      ['revoked', [made[4]!]],
    ] as const) {
      const page = (await s.siteOwner.get(`${keysOf(site)}?state=${state}`)).body;
      expect([page.total, ...page.items.map((one: { id: string }) => one.id)]).toEqual([
        expected.length,
        ...expected.map((one) => one.id).reverse(),
      ]);
      expect(page.items.every((one: { state: string }) => one.state === state)).toBe(true);
    }
    const foreign = (await s.siteOwner.get(`${at}?cursor=${first.nextCursor}`)).status;
    expect(foreign).toBe(422);
  });

  it('says what a key lost when its maker lost it: narrowed, and wide again when they have it back [R44]', async () => {
    const maker = await member('platform_admin');
    const key = await makeKey(maker, s.site, ['code.read', 'pages.read', 'site.view', 'access.check']);
    const shown = async () =>
      (await s.siteOwner.get(at)).body.items.find((one: { id: string }) => one.id === key.id);
    const become = (role: SiteRole) =>
      s.siteOwner.patch(`/api/v1/sites/${s.site.id}/members/${maker.id}`, { role });
    expect(await shown()).toMatchObject({ narrowed: false });
    await become('content_editor');
    expect(await shown()).toMatchObject({
      ...{ narrowed: true, effective: ['pages.read', 'site.view'], state: 'active', you: false },
    });
    await become('platform_admin');
    expect(await shown()).toMatchObject({ narrowed: false });
  });
});

describe('revoking a key', () => {
  it('ends it at once, for anybody who manages keys; twice is once [R44, A-082, A-092]', async () => {
    const maker = await member('developer');
    const key = await makeKey(maker, s.site);
    const program = programWith(s.world, key.text);
    expect((await program.get(`/api/v1/sites/${s.site.id}`)).status).toBe(200);
    for (const by of [s.platformAdmin, s.platformAdmin, maker])
      expect((await by.delete(`${at}/${key.id}`)).status).toBe(204);
    expect((await program.get(`/api/v1/sites/${s.site.id}`)).body.code).toBe('auth.required');
    expect(await eventsOfKey(key.id)).toMatchObject([
      { action: 'api_key.created' },
      {
        action: 'api_key.revoked',
        actorId: s.platformAdmin.id,
        userId: maker.id,
        before: { prefix: key.prefix },
      },
    ]);
    const [shown] = (await s.siteOwner.get(`${at}?state=revoked&limit=1`)).body.items;
    expect(shown).toMatchObject({
      ...{ id: key.id, state: 'revoked', ending: 'revoked', effective: [], narrowed: false },
      revokedBy: { id: s.platformAdmin.id },
    });
  });

  it('of their own is open to a maker who may no longer see the list, and of others to nobody without it [A-020]', async () => {
    const maker = await member('developer');
    const [own, other] = [await makeKey(maker, s.site), await makeKey(s.siteOwner, s.site)];
    await s.siteOwner.patch(`/api/v1/sites/${s.site.id}/members/${maker.id}`, { role: 'seo_specialist' });
    expect((await maker.delete(`${at}/${other.id}`)).status).toBe(403);
    expect((await maker.delete(`${at}/01900000-0000-7000-8000-000000000000`)).status).toBe(403);
    expect((await maker.delete(`${at}/${own.id}`)).status).toBe(204);
    expect((await stored(other.id)).revokedAt).toBeNull();
  });

  it('finds no key of another site [A-003]', async () => {
    const site = await s.world.site(s.siteOwner, s.agency, 'Sibling');
    const key = await makeKey(s.siteOwner, site);
    expect((await s.siteOwner.delete(`${at}/${key.id}`)).status).toBe(404);
    expect((await stored(key.id)).revokedAt).toBeNull();
  });

  it('cannot be undone or widened, not even by a statement of the application [R44]', async () => {
    const key = await makeKey(s.siteOwner, s.site);
    await s.siteOwner.delete(`${at}/${key.id}`);
    const { sql: statement } = s.world.deps.database;
    await expect(
      statement`update api_key set revoked_at = null, revoked_by = null, ending = null where id = ${key.id}`,
    ).rejects.toThrow('was revoked');
    const living = await makeKey(s.siteOwner, s.site);
    for (const change of [
      statement`update api_key set permissions = array['code.write'] where id = ${living.id}`,
      statement`update api_key set expires_at = expires_at + interval '1 day' where id = ${living.id}`,
      statement`update api_key set created_by = ${s.sarah.id} where id = ${living.id}`,
    ])
      await expect(change).rejects.toThrow('cannot become another');
  });
});
