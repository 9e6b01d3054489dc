import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person } from '../../testing/people.ts';
import { createSetting } from '../../testing/setting.ts';
import type { Setting } from '../../testing/setting.ts';

let s: Setting;
let specialist: Person;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  specialist = await s.world.place(await s.world.person('Noor Seo'), s.agency, s.site, 'seo_specialist');
});
afterAll(() => s.world.stop());

const on = (rest: string) => `/api/v1/sites/${s.site.id}${rest}`;

describe('search engine texts', () => {
  it('are listed for every page with length hints and what is missing [R45]', async () => {
    const page = (await s.siteOwner.post(on('/pages'), { title: 'Roastery' })).body;
    await s.siteOwner.post(on('/posts'), { title: 'A post is no page' });
    const listed = (await specialist.get(on('/seo'))).body;
    expect(listed).toMatchObject({
      total: 1,
      items: [
        {
          page: { id: page.id, title: 'Roastery', slug: 'roastery', status: 'draft' },
          ...{ title: null, description: null, robots: 'index,follow', missing: ['title', 'description'] },
          hints: { title: { length: 0, verdict: 'missing', from: 30, to: 60 } },
        },
      ],
    });
    const path = on(`/seo/${page.id}`);
    const changed = await specialist.patch(path, { title: 'Northwind Roastery', robots: 'noindex,follow' });
    expect(changed.body).toMatchObject({
      ...{ title: 'Northwind Roastery', robots: 'noindex,follow', missing: ['description'] },
      hints: { title: { length: 18, verdict: 'short' } },
    });
    expect((await specialist.get(on('/seo?missing=title'))).body.total).toBe(0);
    expect((await specialist.get(on('/seo?missing=any'))).body.total).toBe(1);
    expect((await specialist.patch(path, { title: null })).body.missing).toEqual(['title', 'description']);
  });

  it('are all that an SEO Specialist writes of a page', async () => {
    const page = (await s.siteOwner.post(on('/pages'), { title: 'Tasting' })).body;
    const answer = await specialist.patch(on(`/pages/${page.id}`), { title: 'Mine' });
    expect(answer.body).toMatchObject({
      code: 'permission.denied',
      surface: 'pages',
      role: 'seo_specialist',
    });
    const editor = await s.world.place(await s.world.person('Ed'), s.agency, s.site, 'content_editor');
    expect((await editor.patch(on(`/seo/${page.id}`), { title: 'Mine' })).body.surface).toBe('seo');
  });

  it('of a post or of nothing are not there', async () => {
    const post = (await s.siteOwner.post(on('/posts'), { title: 'News' })).body;
    for (const id of [post.id, 'abc', '01900000-0000-7000-8000-000000000000'])
      expect((await specialist.patch(on(`/seo/${id}`), { title: 'A' })).status).toBe(404);
  });

  it.each([
    ['title', { title: '' }],
    ['title', { title: 'x'.repeat(121) }],
    ['description', { description: 'two\nlines' }],
    ['robots', { robots: 'none' }],
    ['', {}],
  ])('with an odd %s are 422', async (field, body) => {
    const page = (await s.siteOwner.post(on('/pages'), { title: 'Odd' })).body;
    const answer = await specialist.patch(on(`/seo/${page.id}`), body);
    expect([answer.status, Object.keys(answer.body.fields)]).toEqual([422, [field]]);
  });
});
