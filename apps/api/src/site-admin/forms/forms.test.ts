import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createSetting } from '../../testing/setting.ts';
import type { Setting } from '../../testing/setting.ts';
import type { Person } from '../../testing/people.ts';

let s: Setting;
let marketing: Person;
let at: string;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  marketing = await s.world.place(await s.world.person('Mia Market'), s.agency, s.site, 'marketing_manager');
  at = `/api/v1/sites/${s.site.id}/forms`;
});
afterAll(() => s.world.stop());

const field = (key: string, more: object = {}) => ({ key, label: key, kind: 'text', ...more });
const contact = (more: object = {}) => ({ name: 'Contact', fields: [field('name')], ...more });

describe('a form', () => {
  it('is made, read, changed and deleted by a role that may, each with its event [R41]', async () => {
    const fields = [
      field('name', { label: 'Your name', required: true }),
      field('topic', { kind: 'select', options: ['Prices', 'Other'] }),
    ];
    const made = await marketing.post(at, { name: 'Contact', fields, thanksPath: '/thanks' });
    expect(made.status).toBe(201);
    expect(made.headers.get('etag')).toBe('"1"');
    expect(made.body).toMatchObject({
      ...{ name: 'Contact', state: 'open', thanksPath: '/thanks', submissions: 0, etag: '"1"' },
      intake: `${at}/${made.body.id}/submissions`,
      fields: [
        { key: 'name', label: 'Your name', kind: 'text', required: true, options: [], maxLength: null },
        { key: 'topic', kind: 'select', required: false, options: ['Prices', 'Other'] },
      ],
    });
    const one = `${at}/${made.body.id}`;
    expect((await marketing.get(one)).body).toEqual(made.body);
    expect((await marketing.get(`${at}?q=conta`)).body).toEqual({
      items: [made.body],
      nextCursor: null,
      total: 1,
    });
    expect((await marketing.patch(one, { state: 'closed', name: 'Write to us' })).body).toMatchObject({
      ...{ name: 'Write to us', state: 'closed', etag: '"2"' },
    });
    // What is so already changes nothing, and leaves no event.
    expect((await marketing.patch(one, { state: 'closed' })).body.etag).toBe('"2"');
    expect((await marketing.delete(one)).status).toBe(204);
    expect((await marketing.get(one)).status).toBe(404);
    expect((await marketing.get(at)).body.total).toBe(0);
    const events = (await s.siteOwner.get(`/api/v1/sites/${s.site.id}/activity`)).body.items;
    expect(
      events
        .filter(({ target }: { target: { kind: string } }) => target.kind === 'form')
        .map(({ action, actor }: { action: string; actor: { name: string } }) => [action, actor.name]),
    ).toEqual([
      ['form.deleted', 'Mia Market'],
      ['form.updated', 'Mia Market'],
      ['form.created', 'Mia Market'],
    ]);
  });

  it('is not overwritten unseen: a stale If-Match is 412 with what is there now', async () => {
    const { body } = await marketing.post(at, contact());
    const one = `${at}/${body.id}`;
    expect((await marketing.patch(one, { name: 'Theirs' }, { 'if-match': body.etag })).status).toBe(200);
    const stale = await marketing.patch(one, { name: 'Mine' }, { 'if-match': body.etag });
    expect(stale.body).toMatchObject({ code: 'content.changed', current: { name: 'Theirs', etag: '"2"' } });
    expect(stale.status).toBe(412);
    expect((await marketing.delete(one, {}, { 'if-match': body.etag })).status).toBe(412);
    expect((await marketing.get(one)).body.name).toBe('Theirs');
  });

  it.each([
    ['no field', [], 'fields'],
    ['31 fields', Array.from({ length: 31 }, (_, n) => field(`f${n}`)), 'fields'],
    ['a key twice', [field('a'), field('a')], 'fields.1.key'],
    ['the key of the hidden field', [field('homepage')], 'fields.0.key'],
    ['a key with a space', [field('my key')], 'fields.0.key'],
    ['a choice without options', [field('a', { kind: 'select' })], 'fields.0.options'],
    ['options where nothing is chosen', [field('a', { options: ['x'] })], 'fields.0.options'],
    ['a length beyond the limit', [field('a', { maxLength: 501 })], 'fields.0.maxLength'],
    ['a kind that there is not', [field('a', { kind: 'file' })], 'fields.0.kind'],
  ])('with %s is 422 at that place', async (_, fields, place) => {
    const answer = await marketing.post(at, { name: 'Odd', fields });
    expect(answer.body.code).toBe('validation.failed');
    expect(Object.keys(answer.body.fields)).toEqual([place]);
  });

  it.each(['//evil.test', 'https://evil.test', '/\\evil.test', 'thanks', '/a b', '/a?b=c'])(
    'leads nowhere but to a path of its own site: not to %s',
    async (thanksPath) => {
      expect((await marketing.post(at, contact({ thanksPath }))).status).toBe(422);
    },
  );

  it('belongs to its site: through another one it is not there', async () => {
    const { body } = await marketing.post(at, contact());
    const other = await s.world.site(s.siteOwner, s.agency, 'Second Site');
    const there = `/api/v1/sites/${other.id}/forms/${body.id}`;
    for (const answer of [
      await s.siteOwner.get(there),
      await s.siteOwner.patch(there, { name: 'Taken' }),
      await s.siteOwner.delete(there),
      await s.world.nobody.post(`${there}/submissions`, { name: 'x' }),
    ])
      expect(answer.body.code).toBe('not_found');
  });
});
