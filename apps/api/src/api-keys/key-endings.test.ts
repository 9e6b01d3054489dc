import { apiKey } from '@keyholder/db/schema';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { endAccess, eventsOf, inAccount, onSite } from '../members/testing/records.ts';
import { recordAccessEnds } from '../members/record-access-ends.ts';
import { brokenInvariants } from '../testing/invariants.ts';
import { keysOf, makeKey, programWith } from '../testing/keys.ts';
import type { Key } from '../testing/keys.ts';
import type { Person, Site } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';

// A key lives no longer than its maker's place on its site [R30, R31, R33, R34, A-021, A-082].

let s: Setting;
let sibling: Site;
let number = 0;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  sibling = await s.world.site(s.siteOwner, s.agency, 'Sibling');
});
afterAll(async () => {
  expect(await brokenInvariants(s.world)).toEqual([]);
  await s.world.stop();
});

const maker = async (site = s.site): Promise<Person> =>
  s.world.place(await s.world.person(`Maker ${(number += 1)}`), s.agency, site, 'developer');
const status = async (key: Key, site = s.site) =>
  (await programWith(s.world, key.text).get(`/api/v1/sites/${site.id}`)).status;
const endingOf = async ({ id }: Key) => {
  const [row] = await s.world.deps.database.orm
    .select()
    .from(apiKey)
    .where(sql`${apiKey.id} = ${id}`);
  return row!.ending;
};
const actions = async (correlationId: string) =>
  (await eventsOf(s.world, correlationId)).map((event) => event.action).sort();

describe('the keys of somebody', () => {
  it('who becomes less can do less, and nothing once they are removed [R29, R30, A-021, A-082]', async () => {
    const alex = await maker();
    const key = await makeKey(alex, s.site, ['site.view', 'code.read', 'redirects.read']);
    const program = programWith(s.world, key.text);
    expect((await program.get(`/api/v1/sites/${s.site.id}/redirects`)).status).toBe(200);
    await s.siteOwner.patch(onSite(s.site, alex), { role: 'content_editor' });
    expect((await program.get(`/api/v1/sites/${s.site.id}/redirects`)).body).toMatchObject({
      ...{ status: 403, code: 'permission.denied', surface: 'redirects', role: 'content_editor' },
    });
    expect(await status(key)).toBe(200);
    const { body } = await s.siteOwner.delete(onSite(s.site, alex));
    expect(await status(key)).toBe(401);
    expect(body.revokedApiKeys).toBe(1);
    expect(await actions(body.correlationId)).toEqual([
      ...['account_member.removed', 'api_key.revoked', 'site_member.removed'],
    ]);
    expect(await endingOf(key)).toBe('maker_removed');
  });

  it('on other sites and of other people go on [R30, A-083]', async () => {
    const alex = await maker();
    await s.world.place(alex, s.agency, sibling, 'developer');
    const [here, there] = [await makeKey(alex, s.site), await makeKey(alex, sibling)];
    const others = await makeKey(await maker(), s.site);
    await s.siteOwner.delete(onSite(s.site, alex));
    expect([await status(here), await status(there, sibling), await status(others)]).toEqual([401, 200, 200]);
  });

  it('end with every way off a site: leaving it, the matrix, its deletion [R30]', async () => {
    const site = await s.world.site(s.siteOwner, s.agency, 'Short-lived');
    const [leaver, taken, stays] = [await maker(site), await maker(site), await maker(site)];
    const keys = [await makeKey(leaver, site), await makeKey(taken, site), await makeKey(stays, site)];
    expect((await leaver.post(`/api/v1/sites/${site.id}/leave`)).status).toBe(204);
    const changes = [{ userId: taken.id, siteId: site.id, role: null }];
    expect((await s.sarah.post(`/api/v1/accounts/${s.agency.id}/access-changes`, { changes })).status).toBe(
      200,
    );
    expect(await Promise.all(keys.map((key) => status(key, site)))).toEqual([401, 401, 200]);
    const gone = await s.siteOwner.delete(`/api/v1/sites/${site.id}`);
    expect(gone.body.revokedApiKeys).toBe(1);
    expect(await status(keys[2]!, site)).toBe(401);
    expect(await Promise.all(keys.map(endingOf))).toEqual(['maker_left', 'maker_removed', 'site_deleted']);
    expect(await actions(gone.body.correlationId)).toContain('api_key.revoked');
  });

  it('end with the account record: all sites in one transaction, counted, each with its event [R31]', async () => {
    const alex = await maker();
    await s.world.place(alex, s.agency, sibling, 'developer');
    const keys = [await makeKey(alex, s.site), await makeKey(alex, s.site), await makeKey(alex, sibling)];
    const preview = await s.sarah.get(inAccount(s.agency, alex, '/removal'));
    expect(preview.body.apiKeys).toEqual(
      [keys[0], keys[1], keys[2]].map((key, index) => ({
        ...{ id: key!.id, name: `Key of ${alex.name}`, prefix: key!.prefix },
        site: index < 2 ? { id: s.site.id, name: s.site.name } : { id: sibling.id, name: sibling.name },
      })),
    );
    const onOne = await s.siteOwner.get(onSite(s.site, alex, '/removal'));
    expect(onOne.body.apiKeys.map((key: Key) => key.id)).toEqual([keys[0]!.id, keys[1]!.id]);
    const { body } = await s.sarah.delete(inAccount(s.agency, alex));
    expect(body).toMatchObject({ removedSites: 2, revokedApiKeys: 3 });
    expect((await actions(body.correlationId)).filter((action) => action === 'api_key.revoked')).toHaveLength(
      3,
    );
    expect(await Promise.all(keys.map((key, index) => status(key, index < 2 ? s.site : sibling)))).toEqual([
      ...[401, 401, 401],
    ]);
    const other = await s.world.enroll(await s.world.person(`Leaver ${(number += 1)}`), s.agency, 'member');
    const own = await makeKey(await s.world.place(other, s.agency, s.site, 'developer'), s.site);
    expect((await other.post(`/api/v1/accounts/${s.agency.id}/leave`)).status).toBe(204);
    expect([await status(own), await endingOf(own)]).toEqual([401, 'maker_left']);
  });

  it('cannot be forgotten by a command: the database lets no membership go while one is alive [R30, R31]', async () => {
    const alex = await maker();
    const key = await makeKey(alex, s.site);
    const { sql: statement } = s.world.deps.database;
    const gone = () =>
      statement`delete from site_member where site_id = ${s.site.id} and user_id = ${alex.id}`;
    await expect(gone()).rejects.toMatchObject({ constraint_name: 'api_key_holder' });
    await alex.delete(`${keysOf(s.site)}/${key.id}`);
    expect(await gone()).toHaveProperty('count', 1);
    await statement`delete from account_member where user_id = ${alex.id}`;
  });

  it('stay dead when the person comes back [R33]', async () => {
    const alex = await maker();
    const key = await makeKey(alex, s.site);
    await s.siteOwner.delete(onSite(s.site, alex));
    expect((await s.siteOwner.post(onSite(s.site, alex, '/restore'))).status).toBe(200);
    expect(await status(key)).toBe(401);
    await s.sarah.delete(inAccount(s.agency, alex));
    expect((await s.sarah.post(inAccount(s.agency, alex, '/restore'))).status).toBe(200);
    expect([await status(key), await status(await makeKey(alex, s.site))]).toEqual([401, 200]);
  });
});

describe('the keys of somebody whose access has ended by its date', () => {
  const shown = async (key: Key) =>
    (await s.siteOwner.get(`${keysOf(s.site)}?limit=100`)).body.items.find((one: Key) => one.id === key.id);

  it('are dead from that instant on, before anybody has written it down [R34]', async () => {
    const alex = await maker();
    const key = await makeKey(alex, s.site);
    await endAccess(s.world, s.site, alex);
    expect(await status(key)).toBe(401);
    expect(await shown(key)).toMatchObject({ state: 'revoked', ending: 'access_ended', effective: [] });
    await recordAccessEnds(s.world.deps);
    expect(await endingOf(key)).toBe('access_ended');
  });

  it('stay dead when they get a later date, a new role or a new invitation [R33, R34]', async () => {
    const again: readonly ((alex: Person) => Promise<number>)[] = [
      async (alex) =>
        (await s.siteOwner.patch(onSite(s.site, alex), { accessUntil: '2099-01-01T00:00:00Z' })).status,
      async (alex) => {
        const assignments = [{ siteId: s.site.id, role: 'developer' }];
        return (await s.sarah.post(inAccount(s.agency, alex, '/sites'), { assignments })).status;
      },
      async (alex) => {
        const changes = [{ userId: alex.id, siteId: s.site.id, role: 'developer' }];
        return (await s.sarah.post(`/api/v1/accounts/${s.agency.id}/access-changes`, { changes })).status;
      },
      async (alex) => {
        const invitation = { email: alex.email, role: 'developer' };
        expect((await s.siteOwner.post(`/api/v1/sites/${s.site.id}/invitations`, invitation)).status).toBe(
          201,
        );
        const token = await s.world.inbox.token(alex.email);
        return (await alex.post('/api/v1/invitations/accept', { token })).status;
      },
    ];
    for (const comeBack of again) {
      const alex = await maker();
      const key = await makeKey(alex, s.site);
      await endAccess(s.world, s.site, alex);
      expect([200, 201]).toContain(await comeBack(alex));
      expect((await alex.get(`/api/v1/sites/${s.site.id}`)).body.role).toBe('developer');
      expect([await status(key), await endingOf(key)]).toEqual([401, 'access_ended']);
    }
  });
});

describe('a command by key that waits for the lock', () => {
  it('does nothing when the key was ended meanwhile [R11, R44]', async () => {
    const alex = await s.world.place(await s.world.person('Patient'), s.agency, s.site, 'platform_admin');
    const key = await makeKey(alex, s.site, ['settings.write']);
    const before = (await alex.get(`/api/v1/sites/${s.site.id}`)).body.name;
    const { waiting } = await s.world.deps.database.sql.begin(async (tx) => {
      await tx`select 1 from account where id = ${s.agency.id} for no key update`;
      const waiting = programWith(s.world, key.text).patch(`/api/v1/sites/${s.site.id}`, {
        name: 'Too late',
      });
      await expect
        .poll(async () => {
          const [row] = await s.world.deps.database.sql`
            select count(*)::int as waiting from pg_locks join pg_stat_activity using (pid)
            where not granted and datname = current_database()`;
          return row!['waiting'] as number;
        })
        .toBeGreaterThan(0);
      await tx`update api_key set revoked_at = clock_timestamp(), ending = 'revoked' where id = ${key.id}`;
      return { waiting };
    });
    expect(await waiting).toMatchObject({ status: 401, body: { code: 'auth.required' } });
    expect((await alex.get(`/api/v1/sites/${s.site.id}`)).body.name).toBe(before);
    // Ended by hand here, so without the event that a command would have written.
    await s.world.deps.database.sql`delete from api_key where id = ${key.id}`;
  });
});
