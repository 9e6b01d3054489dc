import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Site } from '../../testing/people.ts';
import { createSetting } from '../../testing/setting.ts';
import type { Setting } from '../../testing/setting.ts';
import { TRIALS, atOnce } from '../../testing/trials.ts';

let s: Setting;
let number = 0;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
});
afterAll(() => s.world.stop());

/** A site of its own for each test, because redirects are judged together. */
const fresh = () => s.world.site(s.siteOwner, s.agency, `Redirected ${(number += 1)}`);
const of = (site: Site, rest = '') => `/api/v1/sites/${site.id}/redirects${rest}`;
const add = (site: Site, path: string, target: string, more: object = {}) =>
  s.siteOwner.post(of(site), { path, target, ...more });

describe('a redirect', () => {
  it('is added, read, changed and deleted, in one form [R45]', async () => {
    const site = await fresh();
    const added = await add(site, '/Old//Page/', '/new/?from=old');
    expect(added).toMatchObject({
      status: 201,
      body: { path: '/Old/Page', target: '/new?from=old', status: 301 },
    });
    const path = of(site, `/${added.body.id}`);
    const changed = await s.siteOwner.patch(path, { target: 'https://Other.example/a', status: 302 });
    expect(changed.body).toMatchObject({ target: 'https://other.example/a', status: 302 });
    expect(changed.headers.get('etag')).toBe(changed.body.etag);
    expect((await s.siteOwner.get(path)).body).toEqual(changed.body);
    expect((await s.siteOwner.get(of(site, '?q=other.example'))).body).toMatchObject({
      total: 1,
      items: [{ id: added.body.id }],
    });
    expect((await s.siteOwner.delete(path)).status).toBe(204);
    expect((await s.siteOwner.get(of(site))).body.total).toBe(0);
  });

  it('is refused for a path that has one, in whatever form it is written', async () => {
    const site = await fresh();
    await add(site, '/caf%C3%A9', '/coffee');
    for (const path of ['/café', '/cafe\u0301/', '//caf%c3%a9'])
      expect(await add(site, path, '/tea')).toMatchObject({
        status: 409,
        body: { code: 'redirect.already_exists', target: '/coffee' },
      });
  });

  it('is refused when it would lead back to itself, over one hop, several, or the own domain', async () => {
    const site = await fresh();
    const { domain } = (await s.siteOwner.get(`/api/v1/sites/${site.id}`)).body;
    expect((await add(site, '/a', '/a')).body).toMatchObject({ code: 'redirect.loop', hops: ['/a', '/a'] });
    await add(site, '/b', '/c');
    await add(site, '/c', `https://${domain}/d/`);
    expect(await add(site, '/d', '/b')).toMatchObject({
      status: 409,
      body: { code: 'redirect.loop', hops: ['/d', '/b', '/c', '/d'] },
    });
    const end = (await add(site, '/d', '/e')).body;
    const turned = await s.siteOwner.patch(of(site, `/${end.id}`), { target: '/c' });
    expect(turned.body.code).toBe('redirect.loop');
    const moved = await s.siteOwner.patch(of(site, `/${end.id}`), { path: '/b' });
    expect(moved.body.code).toBe('redirect.already_exists');
    expect((await s.siteOwner.patch(of(site, `/${end.id}`), { status: 302 })).status).toBe(200);
  });

  it('never closes a circle together with one made at the same time', async () => {
    const site = await fresh();
    const other = await s.world.another();
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const [here, there] = [`/h${trial}`, `/t${trial}`];
      const answers = await atOnce([
        () => add(site, here, there),
        () => s.siteOwner.at(other).post(of(site), { path: there, target: here }),
      ]);
      expect(answers.map((one) => one.status).toSorted()).toEqual([201, 409]);
      expect(answers.find((one) => one.status === 409)!.body.code).toBe('redirect.loop');
    }
  });

  it.each([
    ['path', { path: 'old', target: '/new' }],
    ['path', { path: '/a/../b', target: '/new' }],
    ['target', { path: '/a', target: 'javascript:alert(1)' }],
    ['target', { path: '/a', target: '//evil.test' }],
    ['target', { path: '/a', target: 'https://me:secret@other.example/' }],
    ['status', { path: '/a', target: '/b', status: 307 }],
  ])('with an odd %s is 422', async (field, body) => {
    const answer = await s.siteOwner.post(of(s.site), body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation.failed' } });
    expect(Object.keys(answer.body.fields)).toEqual([field]);
  });
});

describe('many redirects at once', () => {
  const rows = [
    { path: '/one', target: '/two' },
    { path: '/two', target: '/three', status: '302' },
    { path: '/three', target: '/one' },
    { path: '/one/', target: '/four' },
    { path: 'five', target: 'ftp://other.example', status: 'moved' },
    { path: '/six', target: 'https://other.example/' },
  ];
  const codes = (results: { code?: string }[]) => results.map((one) => one.code ?? 'ok');
  const EXPECTED = ['ok', 'ok', 'redirect.loop', 'redirect.already_exists', 'validation.failed', 'ok'];

  it('get a verdict each before anything is stored, and the same when they are', async () => {
    const site = await fresh();
    const dry = await s.siteOwner.post(of(site, '/import'), { rows, dryRun: true });
    expect(codes(dry.body.results)).toEqual(EXPECTED);
    expect(Object.keys(dry.body.results[4].fields)).toEqual(['path', 'target', 'status']);
    expect((await s.siteOwner.get(of(site))).body.total).toBe(0);
    const real = await s.siteOwner.post(of(site, '/import'), { rows });
    expect(real.body).toEqual(dry.body);
    const { items } = (await s.siteOwner.get(of(site))).body;
    expect(items.map((one: { path: string; status: number }) => [one.path, one.status])).toEqual([
      ['/one', 301],
      ['/six', 301],
      ['/two', 302],
    ]);
    const again = await s.siteOwner.post(of(site, '/import'), { rows: rows.slice(0, 2) });
    expect(codes(again.body.results)).toEqual(['redirect.already_exists', 'redirect.already_exists']);
  });

  it('are 500 at most, with an event each', async () => {
    const site = await fresh();
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ path: `/old/${n}`, target: `/new/${n}` }));
    expect((await s.siteOwner.post(of(site, '/import'), { rows: many(501) })).status).toBe(422);
    const results = (await s.siteOwner.post(of(site, '/import'), { rows: many(500) })).body.results;
    expect(results.every((one: { status: string }) => one.status === 'ok')).toBe(true);
    const activity = (await s.siteOwner.get(`/api/v1/sites/${site.id}/activity`)).body;
    expect(activity.items[0]).toMatchObject({ action: 'redirect.created', target: { label: '/old/499' } });
    expect(activity.total).toBeGreaterThanOrEqual(500);
  });
});
