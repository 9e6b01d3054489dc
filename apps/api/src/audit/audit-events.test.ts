import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Account, Person } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { addEvents } from './testing/history.ts';

let s: Setting;
let tom: Person;
let correlated: string;
let at: string;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  at = `/api/v1/accounts/${s.agency.id}/audit-events`;
  tom = await s.world.place(await s.world.person('Tom Halley'), s.agency, s.site, 'content_editor');
  await s.siteOwner.patch(`/api/v1/sites/${s.site.id}/members/${tom.id}`, { role: 'seo_specialist' });
  await s.sarah.patch(`/api/v1/accounts/${s.agency.id}`, { name: 'Brighter Lines' });
  const { id } = await s.world.enroll(await s.world.person('Ida Roth'), s.agency, 'viewer');
  const removal = await s.admin.delete(`/api/v1/accounts/${s.agency.id}/members/${id}`, {
    reason: 'project ended',
  });
  correlated = removal.body.correlationId;
});
afterAll(() => s.world.stop());

const actions = (answer: { body: { items: { action: string }[] } }) =>
  answer.body.items.map((each) => each.action);
const list = async (query = '') => {
  const answer = await s.sarah.get(`${at}${query}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer;
};

describe('the audit log', () => {
  it('tells who did what to whom, where, from where and why, newest first [R41, R43]', async () => {
    const { body } = await list();
    expect(actions({ body }).slice(0, 3)).toEqual([
      'account_member.removed',
      'account.renamed',
      'site_member.role_changed',
    ]);
    expect(body.total).toBe(body.items.length);
    expect(body.items[0]).toMatchObject({
      actor: { kind: 'person', id: s.admin.id, name: 'Priya Nair' },
      person: { name: 'Ida Roth' },
      reason: 'project ended',
      ip: '127.0.0.1',
      requestId: expect.any(String),
      correlationId: correlated,
    });
    expect(body.items[2]).toMatchObject({
      site: { id: s.site.id, name: 'Northwind Coffee' },
      target: { kind: 'person', id: tom.id, label: 'Tom Halley' },
      before: { role: 'content_editor' },
      after: { role: 'seo_specialist' },
    });
  });

  it('is filtered by action, actor, target, site and time [R43]', async () => {
    expect(actions(await list('?action=account.renamed'))).toEqual(['account.renamed']);
    expect(actions(await list(`?actor=${s.siteOwner.id}`))).toContain('site_member.role_changed');
    expect(actions(await list(`?actor=${s.siteOwner.id}`))).not.toContain('account.renamed');
    expect(actions(await list('?actor=system'))).toEqual([]);
    expect(actions(await list(`?target=${tom.id}`))).toEqual(['site_member.role_changed']);
    expect(actions(await list(`?site=${s.site.id}`))).not.toContain('account.created');
    const all = (await list()).body.items;
    const middle = all[1].at as string;
    const since = (await list(`?from=${middle}`)).body.items;
    expect(since.length).toBeGreaterThan(0);
    for (const event of since) expect(event.at >= middle).toBe(true);
    const until = (await list(`?to=${middle}`)).body.items;
    for (const event of until) expect(event.at < middle).toBe(true);
    expect(since.length + until.length).toBe(all.length);
  });

  it('says which filter it does not understand', async () => {
    for (const odd of [
      'action=nothing',
      'actor=me',
      'target=1',
      'site=x',
      'from=today',
      'sort=at',
      'limit=0',
    ])
      expect(await s.sarah.get(`${at}?${odd}`)).toMatchObject({
        status: 422,
        body: { code: 'validation.failed' },
      });
  });

  it('opens one event with everything of the same command [R43]', async () => {
    const renamed = (await list('?action=account.renamed')).body.items[0];
    const { status, body } = await s.sarah.get(`${at}/${renamed.id}`);
    expect(status).toBe(200);
    expect(body).toEqual({ event: renamed, related: [] });
    const removed = (await list('?action=site.created')).body.items[0];
    const both = (await s.sarah.get(`${at}/${removed.id}`)).body;
    expect(both.event.action).toBe('site.created');
    expect(both.related.map((each: { action: string }) => each.action)).toEqual(['site_member.joined']);
  });

  it('is not for members, viewers and collaborators, nor for people of other accounts [R43, A-001]', async () => {
    expect(await tom.get(at)).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
    expect(await s.siteOwner.get(at)).toMatchObject({ status: 403 });
    const mara = await s.world.person('Mara Sato');
    const other = await s.world.account(mara, 'Somebody Else');
    expect(await mara.get(at)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    const event = (await list()).body.items[0].id;
    expect(await mara.get(`/api/v1/accounts/${other.id}/audit-events/${event}`)).toMatchObject({
      status: 404,
    });
    expect((await mara.get(`/api/v1/accounts/${other.id}/audit-events?site=${s.site.id}`)).body.total).toBe(
      0,
    );
  });
});

describe('a page of the audit log', () => {
  let busy: Account;
  let path: string;
  beforeAll(async () => {
    busy = await s.world.account(s.sarah, 'Busy Agency');
    await addEvents(s.world, busy, s.sarah, 118);
    path = `/api/v1/accounts/${busy.id}/audit-events`;
  });

  it('has 50 events, and what comes in between neither repeats nor hides any [R43]', async () => {
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const { body } = (await s.sarah.get(
        `${path}${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`,
      )) as {
        body: { items: { seq: number }[]; nextCursor: string | null };
      };
      expect(body.items.length).toBe(seen.length < 100 ? 50 : 20);
      seen.push(...body.items.map((each) => each.seq));
      await addEvents(s.world, busy, s.sarah, 3);
      cursor = body.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => 120 - index));
  });

  it('is not continued by a cursor of another list, filter or account [A-083]', async () => {
    const { nextCursor } = (await s.sarah.get(`${path}?limit=10`)).body;
    const given = encodeURIComponent(nextCursor);
    for (const foreign of [
      `${path}?cursor=${given}&action=account.renamed`,
      `${at}?cursor=${given}`,
      `/api/v1/accounts/${busy.id}/security-events?cursor=${given}`,
      `${path}?cursor=made-up.AAAA`,
    ])
      expect(await s.sarah.get(foreign)).toMatchObject({ status: 422, body: { code: 'validation.failed' } });
  });
});

describe('what changed nothing', () => {
  const security = () => `/api/v1/accounts/${s.agency.id}/security-events`;

  it('stands apart: refusals with who was refused, and no changes [R43]', async () => {
    await tom.delete(`/api/v1/accounts/${s.agency.id}/members/${s.admin.id}`);
    await expect
      .poll(async () => (await s.sarah.get(`${security()}?actor=${tom.id}`)).body.items)
      .toContainEqual(
        expect.objectContaining({
          action: 'permission.refused',
          person: { id: tom.id, name: 'Tom Halley' },
          ip: '127.0.0.1',
        }),
      );
    const found = (await s.sarah.get(`${security()}?action=sign_in.failed`)).body;
    expect(found).toEqual({ items: [], nextCursor: null, total: 0 });
  });

  it('shows the sign-ins of the account’s people since they joined, and of nobody else', async () => {
    const stranger = await s.world.person('Nobody Here');
    const add = (who: Person, when: string) =>
      s.world.deps.database.orm.execute(
        sql`insert into security_event (id, at, action, user_id) values (gen_random_uuid(), ${sql.raw(when)}, 'sign_in.succeeded', ${who.id})`,
      );
    await add(tom, 'clock_timestamp()');
    await add(tom, "clock_timestamp() - interval '1 year'");
    await add(stranger, 'clock_timestamp()');
    const { items } = (await s.sarah.get(`${security()}?action=sign_in.succeeded`)).body;
    expect(items.map((each: { person: { name: string } }) => each.person.name)).toEqual(['Tom Halley']);
  });

  it('is for those who read the audit log [A-010]', async () => {
    expect(await tom.get(security())).toMatchObject({ status: 403 });
  });
});

describe('the activity of a site', () => {
  const activity = () => `/api/v1/sites/${s.site.id}/activity`;

  it('is the site’s part, without network address and client, for its Owner and Platform Admin [R43]', async () => {
    for (const who of [s.siteOwner, s.platformAdmin, s.sarah]) {
      const { status, body } = await who.get(activity());
      expect(status).toBe(200);
      expect(actions({ body })).toEqual(['site_member.role_changed', 'site_member.joined', 'site.created']);
      for (const event of body.items)
        for (const hidden of ['ip', 'userAgent', 'requestId']) expect(event).not.toHaveProperty(hidden);
    }
  });

  it('is filtered by action, actor, target and time, page by page', async () => {
    const found = async (query: string) => actions(await s.siteOwner.get(`${activity()}?${query}`));
    expect(await found('action=site.created')).toEqual(['site.created']);
    expect(await found(`target=${tom.id}`)).toEqual(['site_member.role_changed']);
    expect(await found(`actor=${s.sarah.id}`)).toEqual([]);
    expect(await found('from=2099-01-01T00:00:00Z')).toEqual([]);
    const { nextCursor, total } = (await s.siteOwner.get(`${activity()}?limit=2`)).body;
    expect(total).toBe(3);
    expect(await found(`limit=2&cursor=${nextCursor}`)).toEqual(['site.created']);
    // A cursor belongs to its filter, and no filter leads to another site.
    expect((await s.siteOwner.get(`${activity()}?action=site.created&cursor=${nextCursor}`)).status).toBe(
      422,
    );
    expect((await s.siteOwner.get(`${activity()}?site=${s.site.id}`)).status).toBe(422);
  });

  it('is for no other role on the site', async () => {
    const { status, body } = await tom.get(activity());
    expect([status, body]).toMatchObject([403, { code: 'permission.denied', surface: 'activity' }]);
  });
});
