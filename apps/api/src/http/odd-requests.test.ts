import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { APP_URL } from '../testing/world.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { watchDatabaseErrors } from '../testing/database-errors.ts';
import type { DatabaseErrors } from '../testing/database-errors.ts';

// Single requests that found a way around the edge once.

let s: Setting;
let database: DatabaseErrors;
beforeAll(async () => {
  database = await watchDatabaseErrors(inject('testServer'));
  s = await createSetting(database.server);
});
afterAll(async () => {
  await s.world.stop();
  await database.close();
});

const long = 'x'.repeat(9_000);

describe('an Idempotency-Key', () => {
  it('works on a path of any length: there is nothing behind it, and no 500 [A-069]', async () => {
    for (const path of [
      `/api/v1/accounts/${s.agency.id}/members/${random(9_000)}/restore`,
      `/api/v1/sites/${s.site.id}/members/${random(9_000)}/restore`,
    ]) {
      const answer = await s.sarah.post(path, {}, { 'idempotency-key': 'k' });
      expect(answer.body).toMatchObject({ status: 404, code: 'member.not_found' });
    }
  });

  it('that differs only far behind in a long path is another one', async () => {
    const answers = await Promise.all(
      [`${long}a`, `${long}b`].map((end) =>
        s.sarah.post(
          `/api/v1/accounts/${s.agency.id}/members/${end}/restore`,
          {},
          { 'idempotency-key': 'l' },
        ),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });
});

describe('a method that is none of ours', () => {
  it.each(['TRACE', 'OPTIONS', 'PUT', 'PROPFIND', 'get'])('%s is a problem, never a 500', async (method) => {
    // Like the server's own request object, which takes any method.
    const request = new Proxy(new Request(`${APP_URL}/api/v1/me`, { headers: { cookie: s.sarah.cookie } }), {
      get: (of, key) => {
        if (key === 'method') return method;
        const value: unknown = Reflect.get(of, key, of);
        return typeof value === 'function' ? value.bind(of) : value;
      },
    });
    const answer = await s.world.app.fetch(request);
    expect([403, 404]).toContain(answer.status);
  });
});

describe('NUL and broken text [A-066]', () => {
  it('is refused before the database sees it, in paths and queries alike', async () => {
    database.take();
    for (const [path, status] of [
      [`/api/v1/accounts/${s.agency.id}/sites/%00`, 404],
      [`/api/v1/accounts/${s.agency.id}/sites/north%00wind`, 404],
      [`/api/v1/accounts/${s.agency.id}/members?site=%00`, 422],
      [`/api/v1/accounts/${s.agency.id}/members?q=%00`, 422],
      [`/api/v1/accounts/${s.agency.id}/site-invitations?q=%00`, 422],
      [`/api/v1/accounts/${s.agency.id}/sites?q=%00`, 422],
      [`/api/v1/sites/${s.site.id}/invitations?q=a%00b`, 422],
      [`/api/v1/sites/${s.site.id}/invitations?q=%E2%80%AE`, 422],
      [`/api/v1/sites/${s.site.id}/members?q=%00`, 422],
      [`/api/v1/accounts/%00`, 404],
      [`/api/v1/sites/%00/members`, 404],
      [`/api/v1/sites/${s.site.id}/invitations/%00`, 404],
    ] as const) {
      const answer = await s.sarah.get(path);
      expect([path, answer.status]).toEqual([path, status]);
      if (status === 422) expect(Object.keys(answer.body.fields)).not.toEqual([]);
    }
    expect(database.take()).toEqual([]);
  });
});

describe('a time in a query', () => {
  it.each(['0000-01-01T00:00:00Z', '0001-01-01T00:00:00+23:59', '9999-12-31T23:59:59-14:00'])(
    'that the database cannot read is refused: %s',
    async (time) => {
      database.take();
      for (const list of ['audit-events', 'audit-events.csv', 'audit-events.ndjson']) {
        const at = `/api/v1/accounts/${s.agency.id}/${list}?from=${encodeURIComponent(time)}`;
        const refused = { code: 'validation.failed', fields: { from: expect.any(String) } };
        expect((await s.sarah.get(at)).body).toMatchObject(refused);
      }
      expect(database.take()).toEqual([]);
    },
  );
});

describe('an end of access', () => {
  it('beyond the year 9999 is refused, whatever its zone says', async () => {
    const member = await s.world.place(await s.world.person('Far Future'), s.agency, s.site, 'developer');
    const at = `/api/v1/sites/${s.site.id}/members/${member.id}`;
    for (const accessUntil of ['9999-12-31T23:59:59-14:00', '9999-12-31T23:59:59.999-23:59'])
      expect((await s.siteOwner.patch(at, { accessUntil })).body).toMatchObject({
        ...{ status: 422, code: 'validation.failed' },
        fields: { accessUntil: expect.any(String) },
      });
    const answer = await s.siteOwner.patch(at, { accessUntil: '9999-12-31T23:59:59.999Z' });
    expect(answer.body.accessUntil).toBe('9999-12-31T23:59:59.999Z');
  });
});

function random(length: number): string {
  return Array.from({ length }, () => Math.floor(Math.random() * 36).toString(36)).join('');
}
