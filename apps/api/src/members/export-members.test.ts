import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';

let s: Setting;
let path: string;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  path = `/api/v1/accounts/${s.agency.id}/members.csv`;
});
afterAll(() => s.world.stop());

/** The records of a file, read back by the rules of RFC 4180. */
function records(csv: string): string[][] {
  const rows: string[][] = [];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    if (rows.length === 0 || rows.at(-1)!.at(-1) === END) rows.push([]);
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.at(-1)!.push(END);
  }
  return rows.map((row) => row.slice(0, -1));
}
const END = '\u0000end';

describe('the export of people', () => {
  it('is one line a person and site, as a file that spreadsheets read', async () => {
    const answer = await s.sarah.get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="bright-lines-agency-members-\d{8}T\d{6}Z\.csv"$/,
    );
    const [header, ...rows] = records(answer.body.replace(/^\ufeff/, ''));
    expect(header?.slice(0, 4)).toEqual(['person_id', 'name', 'email', 'account_role']);
    expect(rows.map((row) => [row[1], row[3], row[7], row[8]])).toEqual([
      ['Amara Okafor', 'member', 'Northwind Coffee', 'owner'],
      ['Priya Nair', 'admin', '', ''],
      ['Sarah Chen', 'owner', '', ''],
      ['Wei Zhang', 'collaborator', 'Northwind Coffee', 'platform_admin'],
    ]);
  });

  it('begins with a byte order mark', async () => {
    const response = await s.world.app.request(`http://localhost:3000${path}`, {
      headers: { cookie: s.sarah.cookie },
    });
    expect([...new Uint8Array(await response.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('follows the filters of the list', async () => {
    const names = async (query: string) =>
      records((await s.sarah.get(`${path}?${query}`)).body)
        .slice(1)
        .map((row) => row[1]);
    expect(await names('role=admin')).toEqual(['Priya Nair']);
    expect(await names('siteRole=platform_admin')).toEqual(['Wei Zhang']);
    expect(await names('q=nobody-of-this-name')).toEqual([]);
    expect((await s.sarah.get(`${path}?limit=5`)).status).toBe(422);
  });

  it.each(['=1+1', '+1', '-1', '@sum', '＝1', '"quoted", with comma'])(
    'is inert and whole with the name %s [A-062]',
    async (name) => {
      const email = `odd-${Buffer.from(name).toString('hex')}@people.example`;
      await s.world.enroll(await s.world.person(name, email), s.agency, 'viewer');
      const [row] = records((await s.sarah.get(`${path}?q=${email}`)).body).slice(1);
      expect(row?.[1]).toBe(name.startsWith('"') ? name : `'${name}`);
      expect(row?.[2]).toBe(email);
    },
  );

  it('holds everybody of an account of several pages, once', async () => {
    const big = await s.world.account(s.sarah, 'Big House');
    const { sql } = s.world.deps.database;
    await sql`update account set plan = 'enterprise' where id = ${big.id}`;
    await sql`
      with made as (insert into "user" (id, name, email, email_verified, created_at, updated_at)
        select gen_random_uuid(), 'Person ' || n, 'person-' || n || '@big.example', true, now(), now()
        from generate_series(1, 250) n returning id)
      insert into account_member (account_id, user_id, role, joined_at) select ${big.id}, id, 'viewer', now() from made`;
    const rows = records((await s.sarah.get(`/api/v1/accounts/${big.id}/members.csv`)).body).slice(1);
    expect(rows).toHaveLength(251);
    expect(new Set(rows.map((row) => row[0])).size).toBe(251);
  });

  it('is recorded as a security event [R43]', async () => {
    await s.admin.get(`${path}?role=viewer`);
    const rows = await s.world.deps.database.sql`
      select user_id, detail from security_event where action = 'members.exported' order by at desc limit 1`;
    expect(rows).toMatchObject([{ user_id: s.admin.id, detail: { filter: { role: 'viewer' } } }]);
  });
});
