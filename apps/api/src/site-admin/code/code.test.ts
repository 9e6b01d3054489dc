import { CODE_VERSIONS_KEPT } from '@keyholder/domain';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person } from '../../testing/people.ts';
import { createSetting } from '../../testing/setting.ts';
import type { Setting } from '../../testing/setting.ts';

let s: Setting;
let developer: Person;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  developer = await s.world.place(await s.world.person('Dev Lin'), s.agency, s.site, 'developer');
});
afterAll(() => s.world.stop());

const on = (rest = '') => `/api/v1/sites/${s.site.id}/code${rest}`;
const save = (css: string, head = '', body = '') => developer.put(on(), { css, head, body });

describe('custom code', () => {
  it('is nothing at first, then what was saved last, with a history to go back to [R45]', async () => {
    expect((await developer.get(on())).body).toEqual({
      ...{ version: 0, css: '', head: '', body: '', savedAt: null, savedBy: null, etag: '"0"' },
    });
    const first = await save('p { color: teal }', '<script src="https://other.example/a.js"></script>');
    expect(first.body).toMatchObject({ version: 1, savedBy: { id: developer.id, name: 'Dev Lin' } });
    await save('p { color: navy }');
    expect((await developer.get(on())).body).toMatchObject({
      version: 2,
      css: 'p { color: navy }',
      head: '',
    });
    const history = (await developer.get(on('/history'))).body;
    expect(history).toMatchObject({
      total: 2,
      items: [
        { version: 2, changed: ['css', 'head'], bytes: { css: 17, head: 0 } },
        { version: 1, changed: ['css', 'head'] },
      ],
    });
    const old = (await developer.get(on('/history/1'))).body;
    expect(old).toMatchObject({ version: 1, css: 'p { color: teal }' });
    const restored = await developer.put(on(), { css: old.css, head: old.head, body: old.body });
    expect(restored.body).toMatchObject({ version: 3, css: old.css, head: old.head });
  });

  it('saved again as it is makes no version', async () => {
    const saved = (await save('same')).body;
    expect((await save('same')).body).toEqual(saved);
  });

  it('is paged newest first', async () => {
    for (const css of ['one', 'two', 'three']) await save(css);
    const first = (await developer.get(on('/history?limit=2'))).body;
    const second = (await developer.get(on(`/history?limit=1&cursor=${first.nextCursor}`))).body;
    expect(second.items[0].version).toBe(first.items[1].version - 1);
    const foreign = await s.world.site(s.siteOwner, s.agency, 'Other code');
    const elsewhere = `/api/v1/sites/${foreign.id}/code/history?cursor=${first.nextCursor}`;
    expect((await s.siteOwner.get(elsewhere)).status).toBe(422);
  });

  it('keeps the last hundred versions', async () => {
    for (let n = 0; n <= CODE_VERSIONS_KEPT; n += 1) await save(`v${n}`);
    const history = (await developer.get(on('/history?limit=100'))).body;
    expect([history.total, history.nextCursor]).toEqual([CODE_VERSIONS_KEPT, null]);
    const { version } = (await developer.get(on())).body;
    expect((await developer.get(on(`/history/${version - CODE_VERSIONS_KEPT + 1}`))).status).toBe(200);
    for (const gone of [version - CODE_VERSIONS_KEPT, 0, version + 1, 'x', '1e1', '-1', '01'])
      expect((await developer.get(on(`/history/${gone}`))).status, String(gone)).toBe(404);
  });

  it('is text: it comes back as it was written, as JSON, and is in no page or log of ours [A-060]', async () => {
    const hostile = '</style><script>alert(1)</script>\n\t{{7*7}}';
    const answer = await save(hostile, hostile, hostile);
    expect(answer.body).toMatchObject({ css: hostile, head: hostile, body: hostile });
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const activity = (await s.siteOwner.get(`/api/v1/sites/${s.site.id}/activity?limit=1`)).body.items[0];
    expect(activity).toMatchObject({ action: 'code.updated', after: { cssBytes: hostile.length } });
    expect(JSON.stringify(activity)).not.toContain('alert');
  });

  it.each([
    ['css', { css: 'x'.repeat(200 * 1024 + 1), head: '', body: '' }],
    ['head', { css: '', head: 'x'.repeat(50 * 1024 + 1), body: '' }],
    ['body', { css: '', head: '', body: '\u0000x'.replace('\u0000', '\u0008') }],
    ['body', { css: '', head: '' }],
  ])('with an odd %s is 422', async (field, code) => {
    const answer = await developer.put(on(), code);
    expect([answer.status, Object.keys(answer.body.fields)]).toEqual([422, [field]]);
  });

  it('is closed to who writes the pages', async () => {
    const editor = await s.world.place(await s.world.person('Ed'), s.agency, s.site, 'content_editor');
    for (const path of [on(), on('/history'), on('/history/1')])
      expect((await editor.get(path)).body).toMatchObject({ code: 'permission.denied', surface: 'code' });
  });
});
