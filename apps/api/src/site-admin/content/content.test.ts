import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person } from '../../testing/people.ts';
import { createSetting } from '../../testing/setting.ts';
import type { Setting } from '../../testing/setting.ts';

let s: Setting;
let editor: Person;
const NO_ID = '01900000-0000-7000-8000-000000000000';
let number = 0;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  editor = await s.world.place(await s.world.person('Tom Halley'), s.agency, s.site, 'content_editor');
});
afterAll(() => s.world.stop());

const on = (area: string, rest = '') => `/api/v1/sites/${s.site.id}/${area}${rest}`;
const write = async (area = 'pages', more: object = {}) =>
  (await editor.post(on(area), { title: `Entry ${(number += 1)}`, ...more })).body;

describe.each([
  ['pages', 'page'],
  ['posts', 'post'],
] as const)('%s', (area, noun) => {
  it('begin as a draft, become public and are taken back [R45]', async () => {
    const created = await editor.post(on(area), { title: '  Our café ', body: '# Hello\r\n\tyou' });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      ...{ title: 'Our café', slug: 'our-cafe', body: '# Hello\n\tyou', status: 'draft', publishedAt: null },
      updatedBy: { id: editor.id, name: editor.name },
    });
    expect(created.headers.get('etag')).toBe(created.body.etag);
    const path = on(area, `/${created.body.id}`);
    const published = await editor.post(`${path}/publish`);
    expect(published.body).toMatchObject({ status: 'published', publishedAt: expect.any(String) });
    expect((await editor.post(`${path}/publish`)).body).toEqual(published.body);
    expect((await editor.post(`${path}/unpublish`)).body).toMatchObject({
      status: 'draft',
      publishedAt: null,
    });
    const read = await editor.get(path);
    expect(read.headers.get('etag')).toBe(read.body.etag);
    expect((await editor.delete(path)).status).toBe(204);
    expect((await editor.get(path)).status).toBe(404);
    expect((await editor.delete(path)).body.code).toBe('not_found');
  });

  it('have an address of their own: taken once, derived with a number, free again after deletion', async () => {
    const first = await write(area, { title: 'About us', slug: 'about-us' });
    const second = await editor.post(on(area), { title: 'Other', slug: 'about-us' });
    expect(second).toMatchObject({ status: 409, body: { code: 'content.slug_taken', id: first.id } });
    expect((await write(area, { title: 'About us' })).slug).toBe('about-us-2');
    const renamed = await editor.patch(on(area, `/${(await write(area)).id}`), { slug: 'about-us' });
    expect(renamed.body.code).toBe('content.slug_taken');
    expect((await editor.patch(on(area, `/${first.id}`), { slug: 'about-us', title: 'Us' })).status).toBe(
      200,
    );
    await editor.delete(on(area, `/${first.id}`));
    expect((await editor.post(on(area), { title: 'New', slug: 'about-us' })).status).toBe(201);
  });

  it('are listed without their bodies, searched, filtered and paged without gaps', async () => {
    const site = await s.world.site(s.siteOwner, s.agency, `Listed ${noun}`);
    const path = `/api/v1/sites/${site.id}/${area}`;
    for (const title of ['Beans', 'Cups 100%', 'Alpha', 'Alpha'])
      await s.siteOwner.post(path, { title, body: 'long' });
    const cups = (await s.siteOwner.get(`${path}?q=100%25`)).body;
    expect(cups).toMatchObject({ total: 1, items: [{ title: 'Cups 100%' }] });
    expect(cups.items[0]).not.toHaveProperty('body');
    await s.siteOwner.post(`${path}/${cups.items[0].id}/publish`);
    expect((await s.siteOwner.get(`${path}?status=published`)).body.total).toBe(1);
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const page = (await s.siteOwner.get(`${path}?limit=1${cursor}`)).body;
      seen.push(page.items[0].title);
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(seen).toEqual(['Alpha', 'Alpha', 'Beans', 'Cups 100%']);
    const newest = (await s.siteOwner.get(`${path}?sort=-updated&limit=2`)).body;
    expect(newest.items[0].title).toBe('Cups 100%');
    expect((await s.siteOwner.get(`${on(area)}?cursor=${newest.nextCursor}`)).status).toBe(422);
  });

  it('of another site or account are not there [A-003]', async () => {
    const mine = await write(area);
    const stranger = await s.world.person(`Stranger of ${area}`);
    const elsewhere = await s.world.site(stranger, await s.world.account(stranger, `Else ${area}`), 'Else');
    for (const id of [mine.id, NO_ID, 'abc']) {
      const path = `/api/v1/sites/${elsewhere.id}/${area}/${id}`;
      expect((await stranger.get(path)).status).toBe(404);
      expect((await stranger.patch(path, { title: 'Mine' })).status).toBe(404);
      expect((await stranger.post(`${path}/publish`)).status).toBe(404);
      expect((await stranger.delete(path)).status).toBe(404);
    }
    expect((await editor.get(on(area, `/${mine.id}`))).body).toEqual(mine);
  });

  it.each([
    ['no title', {}, 'title'],
    ['a title of spaces', { title: '   ' }, 'title'],
    ['a title too long', { title: 'x'.repeat(121) }, 'title'],
    ['a control character in the body', { title: 'A', body: 'a\u0007' }, 'body'],
    ['a body too long', { title: 'A', body: 'ä'.repeat(131_073) }, 'body'],
    ['a slug with a path', { title: 'A', slug: '../a' }, 'slug'],
    ['a status of its own', { title: 'A', status: 'published' }, 'status'],
  ])('with %s are 422 and name the field', async (_, body, field) => {
    const answer = await editor.post(on(area), body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation.failed' } });
    expect(Object.keys(answer.body.fields)).toEqual([field]);
  });

  it('take a body of 256 kB, far over what other routes read', async () => {
    const body = 'x'.repeat(256 * 1024);
    expect((await editor.post(on(area), { title: 'Long', body })).body.body).toHaveLength(body.length);
  });
});

describe('an area that is not granted', () => {
  it('says which one it is and which role lacks it; an account role is no way in [R3]', async () => {
    const agent = await s.world.place(await s.world.person('Sam Agent'), s.agency, s.site, 'support_agent');
    const { id } = await write();
    for (const answer of [
      await agent.get(on('pages')),
      await agent.post(on('pages'), { title: 'A' }),
      await agent.patch(on('pages', `/${id}`), { title: 'A' }),
      await agent.post(on('pages', `/${id}/publish`)),
      await agent.delete(on('pages', `/${id}`)),
    ])
      expect(answer).toMatchObject({
        status: 403,
        body: { code: 'permission.denied', surface: 'pages', role: 'support_agent' },
      });
    expect((await s.sarah.get(on('pages'))).body).toMatchObject({
      code: 'permission.denied',
      surface: 'pages',
    });
    const marketing = await s.world.place(await s.world.person('Mia'), s.agency, s.site, 'marketing_manager');
    expect((await marketing.post(on('posts'), { title: 'News' })).status).toBe(201);
    expect((await marketing.post(on('pages'), { title: 'News' })).status).toBe(403);
  });
});

describe('the audit log', () => {
  it('names what changed, the body by size and hash only [R41]', async () => {
    const body = 'A secret plan '.repeat(500);
    const page = await write('pages', { body });
    await editor.patch(on('pages', `/${page.id}`), { title: 'Renamed' });
    const { items } = (await s.siteOwner.get(on('activity', '?limit=2'))).body;
    expect(items[0]).toMatchObject({
      ...{ action: 'page.updated', target: { kind: 'page', id: page.id, label: 'Renamed' } },
      before: { title: page.title, slug: page.slug, bodyBytes: body.length },
      after: { title: 'Renamed', slug: page.slug, bodySha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(items[1]).toMatchObject({ action: 'page.created', actor: { id: editor.id } });
    expect(JSON.stringify(items)).not.toContain('secret plan');
  });

  it('stays silent about an edit that changes nothing', async () => {
    const page = await write();
    const total = async () => (await s.siteOwner.get(on('activity'))).body.total;
    const before = await total();
    const same = await editor.patch(on('pages', `/${page.id}`), { title: page.title });
    expect(same.body).toEqual(page);
    expect(await total()).toBe(before);
  });
});
