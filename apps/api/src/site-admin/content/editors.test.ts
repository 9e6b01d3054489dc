import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createSetting } from '../../testing/setting.ts';
import type { Setting } from '../../testing/setting.ts';
import { TRIALS, atOnce } from '../../testing/trials.ts';
import type { Wired } from '../../wire.ts';

// "ETag/If-Match on edits so that nobody overwrites unseen" (the issue), over two processes.

let s: Setting;
let other: Wired;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  other = await s.world.another();
});
afterAll(() => s.world.stop());

const on = (rest: string) => `/api/v1/sites/${s.site.id}${rest}`;
const match = (etag: string) => ({ 'if-match': etag });

describe('If-Match', () => {
  it('lets exactly one of two editors win; the other is shown what is there now', async () => {
    const page = (await s.siteOwner.post(on('/pages'), { title: 'Contested' })).body;
    let { etag } = page;
    const path = on(`/pages/${page.id}`);
    const winners = new Set<number>();
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const bodies = [`first ${trial}`, `second ${trial}`];
      const answers = await atOnce([
        () => s.siteOwner.patch(path, { body: bodies[0] }, match(etag)),
        () => s.platformAdmin.at(other).patch(path, { body: bodies[1] }, match(etag)),
      ]);
      expect(answers.map((one) => one.status).toSorted()).toEqual([200, 412]);
      const winner = answers.findIndex((one) => one.status === 200);
      winners.add(winner);
      expect(answers[1 - winner]!.body).toMatchObject({
        code: 'content.changed',
        current: { id: page.id, body: bodies[winner], etag: answers[winner]!.body.etag },
      });
      expect((await s.siteOwner.get(path)).body.body).toBe(bodies[winner]);
      etag = answers[winner]!.body.etag;
    }
    expect(winners.size).toBe(2);
  });

  it('holds for every edit: publishing, deleting, search engine texts, redirects, code', async () => {
    const page = (await s.siteOwner.post(on('/pages'), { title: 'Guarded' })).body;
    const redirect = (await s.siteOwner.post(on('/redirects'), { path: '/a', target: '/b' })).body;
    const path = on(`/pages/${page.id}`);
    const stale = match('"0"');
    for (const answer of [
      await s.siteOwner.patch(path, { title: 'X' }, stale),
      await s.siteOwner.post(`${path}/publish`, {}, stale),
      await s.siteOwner.post(`${path}/unpublish`, {}, stale),
      await s.siteOwner.delete(path, {}, stale),
      await s.siteOwner.patch(on(`/seo/${page.id}`), { title: 'X' }, stale),
      await s.siteOwner.patch(on(`/redirects/${redirect.id}`), { target: '/c' }, stale),
      await s.siteOwner.delete(on(`/redirects/${redirect.id}`), {}, stale),
      await s.siteOwner.put(on('/code'), { css: 'p {}', head: '', body: '' }, match('"7"')),
    ])
      expect(answer).toMatchObject({
        status: 412,
        body: { code: 'content.changed', current: { etag: expect.stringMatching(/^"\d+"$/) } },
      });
    expect((await s.siteOwner.get(path)).body).toEqual(page);
  });

  it('takes several tags and any; a weak tag or nonsense matches nothing; without one nobody minds', async () => {
    const page = (await s.siteOwner.post(on('/pages'), { title: 'Tags' })).body;
    const edit = (header: Record<string, string>, title: string) =>
      s.siteOwner.patch(on(`/pages/${page.id}`), { title }, header);
    expect((await edit(match(`"9", ${page.etag}`), 'One')).status).toBe(200);
    expect((await edit(match('*'), 'Two')).status).toBe(200);
    expect((await edit({}, 'Three')).status).toBe(200);
    const { etag } = (await s.siteOwner.get(on(`/pages/${page.id}`))).body;
    for (const odd of [`W/${etag}`, etag.replaceAll('"', ''), '', '"', 'null'])
      expect((await edit(match(odd), 'Four')).status, odd).toBe(412);
  });

  it('keeps the texts of a page and those for search engines apart', async () => {
    const page = (await s.siteOwner.post(on('/pages'), { title: 'Two desks' })).body;
    const seo = (await s.siteOwner.get(on('/seo?q=Two desks'))).body.items[0];
    await s.siteOwner.patch(on(`/pages/${page.id}`), { body: 'New' });
    const told = await s.siteOwner.patch(on(`/seo/${page.id}`), { title: 'Desks' }, match(seo.etag));
    expect(told.status).toBe(200);
  });
});

describe('two pages made at once with one address', () => {
  it('are one page and one refusal', async () => {
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const slug = `same-${trial}`;
      const answers = await atOnce([
        () => s.siteOwner.post(on('/pages'), { title: 'A', slug }),
        () => s.platformAdmin.at(other).post(on('/pages'), { title: 'B', slug }),
      ]);
      expect(answers.map((one) => one.status).toSorted()).toEqual([201, 409]);
    }
  });
});

describe('somebody whose role changes while they save', () => {
  it('is judged by the role that holds at that moment: nothing of theirs is recorded after the change [R11, R29]', async () => {
    const editor = await s.world.place(await s.world.person('Ed Itor'), s.agency, s.site, 'content_editor');
    const page = (await s.siteOwner.post(on('/pages'), { title: 'Fought over' })).body;
    const member = on(`/members/${editor.id}`);
    const outcomes = new Set<number>();
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const [edit, demotion] = await atOnce([
        () => editor.at(other).patch(on(`/pages/${page.id}`), { body: `mine ${trial}` }),
        () => s.siteOwner.patch(member, { role: 'support_agent' }),
      ]);
      expect(demotion!.status).toBe(200);
      expect([200, 403]).toContain(edit!.status);
      outcomes.add(edit!.status);
      const [newest] = (await s.siteOwner.get(on('/activity?limit=1'))).body.items;
      expect(newest.action).toBe('site_member.role_changed');
      expect((await editor.get(on('/pages'))).status).toBe(403);
      await s.siteOwner.patch(member, { role: 'content_editor' });
    }
    expect(outcomes.size).toBe(2);
  });
});
