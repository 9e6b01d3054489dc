import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { POLICY } from '../http/policy.ts';
import type { RoutePolicy } from '../http/policy.ts';
import type { Person } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';

let s: Setting;
let ann: Person;
let number = 0;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  await give(s.sarah);
});
afterAll(() => s.world.stop());
beforeEach(async () => {
  ann = await s.world.person(`Ann ${(number += 1)}`);
  await s.world.enroll(ann, s.agency, 'admin');
  await s.world.place(ann, s.agency, s.site, 'platform_admin');
});

const sql = () => s.world.deps.database.sql;
const give = (who: Person) =>
  sql()`insert into two_factor (user_id, secret, confirmed_at, created_at) values (${who.id}, '\\x00', now(), now())`;
const account = (path = '') => `/api/v1/accounts/${s.agency.id}${path}`;
const site = (path = '') => `/api/v1/sites/${s.site.id}${path}`;
async function require(graceDays: number) {
  const change = { secondFactor: { required: true, graceDays } };
  expect((await s.sarah.patch(account('/policies'), change)).status).toBe(200);
}
const MISSING = { status: 403, body: { code: 'auth.second_factor_required' } };

describe('an account that asks for a second factor', () => {
  it('lets people go on until the time given is over, and tells them when that is', async () => {
    await require(7);
    expect((await ann.get(account('/members'))).status).toBe(200);
    const [mine] = (await ann.get('/api/v1/me')).body.accounts;
    const days = (Date.parse(mine.secondFactorBy) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.9);
    expect(days).toBeLessThan(7.1);
    expect((await s.sarah.get('/api/v1/me')).body.accounts[0].secondFactorBy).toBeNull();
  });

  it('names itself to whom it keeps out, and lets in whoever has set one up, with the next request', async () => {
    await require(0);
    const refused = await ann.get(account('/members'));
    expect(refused).toMatchObject(MISSING);
    expect(refused.body.account).toEqual({ id: s.agency.id, slug: s.agency.slug, name: s.agency.name });
    expect((await s.sarah.get(account('/members'))).status).toBe(200);
    await give(ann);
    expect((await ann.get(account('/members'))).status).toBe(200);
    expect((await ann.get(site('/members'))).status).toBe(200);
  });

  it('is closed on every route of it and of its sites, but those for leaving', async () => {
    await require(0);
    const guarded = Object.entries(POLICY as Record<string, RoutePolicy>).filter(
      ([route, { tier }]) => (tier === 'account' || tier === 'site') && !route.endsWith('/leave'),
    );
    expect(guarded.length).toBeGreaterThan(60);
    for (const [route] of guarded) {
      const [method = '', path = ''] = route.split(' ');
      const at = path
        .replace(':account', s.agency.id)
        .replace(':site', s.site.id)
        .replace(/:[a-z]+/g, ann.id);
      const by = { GET: ann.get, POST: ann.post, PATCH: ann.patch, DELETE: ann.delete }[method];
      const answer = by ? await by(at, method === 'GET' ? undefined : {}) : await ann.put(at, {});
      expect([route, answer.status, answer.body?.code]).toEqual([route, 403, 'auth.second_factor_required']);
    }
  });

  it('keeps nobody from setting one up, from what is theirs, from other accounts, or from leaving', async () => {
    await require(0);
    expect((await ann.get('/api/v1/me')).status).toBe(200);
    expect((await ann.get('/api/v1/me/security')).status).toBe(200);
    expect((await ann.post('/api/auth/two-factor/enable', {})).status).toBe(200);
    const own = await s.world.account(ann, `Own ${number}`);
    expect((await ann.get(`/api/v1/accounts/${own.id}/members`)).status).toBe(200);
    expect((await ann.post(site('/leave'))).status).toBe(204);
    expect((await ann.post(account('/leave'))).status).toBe(204);
    expect((await ann.get(account())).status).toBe(404);
  });

  it('tells a stranger nothing about it', async () => {
    await require(0);
    const stranger = await s.world.person(`Stranger ${number}`);
    expect((await stranger.get(account())).status).toBe(404);
    expect((await stranger.get(site())).status).toBe(404);
  });

  it('trusts its own identity provider, and no other account’s', async () => {
    await require(0);
    const [current] = (await ann.get('/api/v1/me/sessions')).body.items;
    const other = await s.world.account(await s.world.person(`Other ${number}`), `Other ${number}`);
    const vouch = async (accountId: string) => {
      const id = crypto.randomUUID();
      await sql()`
        insert into sso_connection (id, account_id, name, issuer, client_id, client_secret, created_at)
        values (${id}, ${accountId}, 'IdP', ${`https://idp-${id}.example`}, 'client', '\\x00', now())`;
      await sql()`delete from sso_session where session_id = ${current.id}`;
      await sql()`insert into sso_session (session_id, connection_id, fresh) values (${current.id}, ${id}, true)`;
    };
    await vouch(other.id);
    expect(await ann.get(account())).toMatchObject(MISSING);
    // Having one is not showing it: the other provider never asked for ours.
    await give(ann);
    expect(await ann.get(account())).toMatchObject(MISSING);
    expect((await ann.get('/api/v1/me')).body.accounts[0].secondFactorBy).not.toBeNull();
    await vouch(s.agency.id);
    expect((await ann.get(account())).status).toBe(200);
    expect((await ann.get('/api/v1/me')).body.accounts[0].secondFactorBy).toBeNull();
  });

  it('closes open streams of people without one when it begins', async () => {
    await s.sarah.patch(account('/policies'), { secondFactor: { required: false } });
    const headers = { cookie: ann.cookie };
    const response = await s.world.app.request(`http://localhost:3000${account('/events')}`, { headers });
    const reader = response.body!.getReader();
    await require(0);
    const until = Date.now() + 8_000;
    while (!(await reader.read()).done) expect(Date.now()).toBeLessThan(until);
  }, 12_000);
});
