import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';

let s: Setting;
let developer: Person;
let at: string;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  developer = await s.world.place(await s.world.person('Dev Eloper'), s.agency, s.site, 'developer');
  at = `/api/v1/sites/${s.site.id}/settings`;
});
afterAll(() => s.world.stop());

describe('the settings of a site', () => {
  it('are there from the beginning, for who may read them', async () => {
    const answer = await developer.get(at);
    expect(answer.body).toMatchObject({
      ...{
        name: 'Northwind Coffee',
        slug: 'northwind-coffee',
        language: 'en',
        timezone: 'UTC',
        description: '',
      },
    });
    expect(answer.headers.get('etag')).toBe(answer.body.etag);
    expect((await developer.patch(at, { language: 'de' })).body).toMatchObject({
      ...{ code: 'permission.denied', surface: 'settings', role: 'developer' },
    });
    expect((await s.sarah.get(at)).body).toMatchObject({ code: 'permission.denied', role: null });
  });

  it('change with one event for name and domain and one for the rest; what stays leaves none [R41]', async () => {
    const total = async () => (await s.siteOwner.get(`/api/v1/sites/${s.site.id}/activity`)).body;
    const before = (await total()).total;
    const change = {
      name: 'Northwind',
      language: 'DE-ch',
      timezone: 'Europe/Zurich',
      description: 'Coffee.\r\nBeans.',
    };
    expect((await s.siteOwner.patch(at, change)).body).toMatchObject({
      ...{ name: 'Northwind', language: 'de-CH', timezone: 'Europe/Zurich', description: 'Coffee.\nBeans.' },
    });
    const { items } = await total();
    expect(items.slice(0, 2).map(({ action }: { action: string }) => action)).toEqual([
      'site.settings_changed',
      'site.updated',
    ]);
    expect(items[0].after).toEqual({
      language: 'de-CH',
      timezone: 'Europe/Zurich',
      description: 'Coffee.\nBeans.',
    });
    await s.siteOwner.patch(at, { name: 'Northwind', timezone: 'Europe/Zurich' });
    expect((await total()).total).toBe(before + 2);
  });

  it('agree with the site itself, whichever of the two is changed', async () => {
    const site = `/api/v1/sites/${s.site.id}`;
    await s.siteOwner.patch(site, { name: 'By the site', domain: 'by-site.example' });
    expect((await s.siteOwner.get(at)).body).toMatchObject({
      name: 'By the site',
      domain: 'by-site.example',
    });
    await s.siteOwner.patch(at, { name: 'By settings' });
    expect((await s.siteOwner.get(site)).body).toMatchObject({
      name: 'By settings',
      domain: 'by-site.example',
    });
  });

  it('are not overwritten unseen: a stale If-Match is 412 with what is there now', async () => {
    const { etag } = (await s.siteOwner.get(at)).body;
    expect((await s.siteOwner.patch(at, { description: 'Theirs' }, { 'if-match': etag })).status).toBe(200);
    const stale = await s.siteOwner.patch(at, { description: 'Mine' }, { 'if-match': etag });
    expect([stale.status, stale.body.code]).toEqual([412, 'content.changed']);
    expect(stale.body.current).toEqual((await s.siteOwner.get(at)).body);
  });

  it.each([
    { language: 'not a language' },
    { language: 'english' },
    { timezone: 'Mars/Olympus' },
    { description: 'x'.repeat(301) },
    { slug: 'taken' },
    {},
  ])('refuse %j', async (change) => {
    expect((await s.siteOwner.patch(at, change)).status).toBe(422);
  });
});
