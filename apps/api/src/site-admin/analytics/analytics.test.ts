import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person, Site } from '../../testing/people.ts';
import { createSetting } from '../../testing/setting.ts';
import type { Setting } from '../../testing/setting.ts';

const DAY_MS = 86_400_000;
let s: Setting;
let seo: Person;
beforeAll(async () => {
  s = await createSetting(inject('testServer'), { trustedProxies: 1 });
  seo = await s.world.person('Sue Search');
});
afterAll(() => s.world.stop());

let number = 0;
async function newSite(): Promise<Site> {
  const site = await s.world.site(s.siteOwner, s.agency, `Visited ${(number += 1)}`);
  await s.world.place(seo, s.agency, site, 'seo_specialist');
  return site;
}
const intake = (site: Site) => `/api/v1/sites/${site.id}/analytics/visits`;
const visit = (site: Site, body: unknown, headers?: Record<string, string>) =>
  s.world.nobody.post(intake(site), body, headers);
const read = async (site: Site, query = '') =>
  (await seo.get(`/api/v1/sites/${site.id}/analytics${query}`)).body;
const day = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);
const plain = {
  'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
  origin: 'https://a.example',
};

describe('a visit', () => {
  it('is counted by day, page and referring host, from anybody; nothing else of it is kept', async () => {
    const site = await newSite();
    const referrer = 'https://search.example/find?q=private';
    expect((await visit(site, { path: '/prices?mail=a@b.test#top', referrer })).status).toBe(204);
    await visit(site, { path: '/prices' });
    await visit(site, { path: '/', at: new Date(Date.now() - DAY_MS).toISOString() });
    const seen = await read(site);
    expect(seen).toMatchObject({ visits: 3, previous: { visits: 0 }, from: day(29), to: day(0) });
    expect(seen.days).toHaveLength(30);
    expect(seen.days.slice(-3)).toEqual([
      { day: day(2), visits: 0 },
      { day: day(1), visits: 1 },
      { day: day(0), visits: 2 },
    ]);
    expect(seen.pages).toEqual([
      { path: '/prices', visits: 2 },
      { path: '/', visits: 1 },
    ]);
    expect(seen.referrers).toEqual([{ host: 'search.example', visits: 1 }]);
    const rows = await s.world.deps.database.sql`select * from visit_count where site_id = ${site.id}`;
    expect(JSON.stringify(rows)).not.toMatch(/private|a@b|127\.0\.0\.1/);
  });

  it('comes as a beacon of another origin too, and of the site itself is no referrer', async () => {
    const site = await newSite();
    const { domain } = (await s.siteOwner.get(`/api/v1/sites/${site.id}`)).body;
    const sent = new URLSearchParams({ path: '/', referrer: `https://${domain}/before` }).toString();
    expect((await visit(site, sent, plain)).status).toBe(204);
    expect(await read(site)).toMatchObject({ visits: 1, referrers: [] });
  });

  it('is counted exactly when many come at once', async () => {
    const site = await newSite();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        visit(site, { path: `/${n % 4}`, referrer: 'https://r.example/' }),
      ),
    );
    expect(answers.every(({ status }) => status === 204)).toBe(true);
    expect(await read(site)).toMatchObject({
      visits: 40,
      pages: ['/0', '/1', '/2', '/3'].map((path) => ({ path, visits: 10 })),
      referrers: [{ host: 'r.example', visits: 40 }],
    });
  });

  it('of very many pages on one day is counted with the rest', async () => {
    const site = await newSite();
    await s.world.deps.database.sql`
      insert into visit_count (account_id, site_id, day, dimension, value, visits)
      select ${s.agency.id}, ${site.id}, now()::date, 'page', '/p' || n, 1 from generate_series(1, 2000) n`;
    for (const path of ['/one-more', '/another', '/p7']) await visit(site, { path });
    const { pages, visits } = await read(site, `?from=${day(0)}&to=${day(0)}`);
    expect([visits, pages.slice(0, 2)]).toEqual([
      2_003,
      [
        { path: '(other)', visits: 2 },
        { path: '/p7', visits: 2 },
      ],
    ]);
  });

  it.each([
    [{ path: 'prices' }, 'path'],
    [{ path: `/${'x'.repeat(512)}` }, 'path'],
    [{ path: '/a b' }, 'path'],
    [{ path: '/', at: '2020-01-01T00:00:00Z' }, 'at'],
    [{ path: '/', at: '2999-01-01T00:00:00Z' }, 'at'],
    [{ path: '/', visitor: 'me' }, 'visitor'],
  ])('is refused as %j', async (body, place) => {
    const answer = await visit(s.site, body);
    expect([answer.status, Object.keys(answer.body.fields)]).toEqual([422, [place]]);
  });

  it('needs a site that is there, and comes 120 times a minute from one address', async () => {
    const gone = await newSite();
    await s.siteOwner.delete(`/api/v1/sites/${gone.id}`);
    expect((await visit(gone, { path: '/' })).body.code).toBe('not_found');
    const site = await newSite();
    const from = { 'x-forwarded-for': '203.0.113.77' };
    const answers = await Promise.all(Array.from({ length: 125 }, () => visit(site, { path: '/' }, from)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(120);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  });
});

describe('a span of days', () => {
  it('is compared with the same number of days before it', async () => {
    const site = await newSite();
    await s.world.deps.database.sql`
      insert into visit_count (account_id, site_id, day, dimension, value, visits) values
      (${s.agency.id}, ${site.id}, '2026-02-28', 'page', '/', 5), (${s.agency.id}, ${site.id}, '2026-03-01', 'page', '/', 7),
      (${s.agency.id}, ${site.id}, '2026-03-02', 'page', '/', 1), (${s.agency.id}, ${site.id}, '2026-02-26', 'page', '/', 9)`;
    expect(await read(site, '?from=2026-03-01&to=2026-03-02')).toMatchObject({
      visits: 8,
      previous: { from: '2026-02-27', to: '2026-02-28', visits: 5 },
      days: [
        { day: '2026-03-01', visits: 7 },
        { day: '2026-03-02', visits: 1 },
      ],
    });
    expect((await read(site, '?from=2025-03-02&to=2026-03-02')).days).toHaveLength(366);
  });

  it.each([
    'from=2026-03-02&to=2026-03-01',
    'from=2025-03-01&to=2026-03-02',
    'from=2026-02-30',
    'to=yesterday',
  ])('is none as %s', async (query) => {
    expect((await seo.get(`/api/v1/sites/${(await newSite()).id}/analytics?${query}`)).status).toBe(422);
  });
});
