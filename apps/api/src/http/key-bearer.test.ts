import { apiKey, securityEvent } from '@keyholder/db/schema';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { keysOf, makeKey, programWith } from '../testing/keys.ts';
import type { Key } from '../testing/keys.ts';
import type { Answer } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';

let s: Setting;
let key: Key;
let at: string;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  key = await makeKey(s.siteOwner, s.site, ['site.view', 'members.read', 'settings.write']);
  at = `/api/v1/sites/${s.site.id}`;
});
afterAll(() => s.world.stop());

const refusal = ({ status, body }: Answer) => [status, body?.code];
const bearer = (text: string) => ({ authorization: text });

describe('a key', () => {
  it('calls as a Bearer, whatever the case of the word [A-092]', async () => {
    for (const scheme of ['Bearer', 'bearer', 'BEARER'])
      expect((await s.world.nobody.get(at, bearer(`${scheme} ${key.text}`))).status).toBe(200);
  });

  it('is nothing with a letter changed, cut, grown, in another case or under another public part [A-092]', async () => {
    const other = await makeKey(s.siteOwner, s.site);
    const [, secret] = /^kh_[^_]+_(.*)$/.exec(key.text)!;
    const last = key.text.at(-1) === 'A' ? 'B' : 'A';
    for (const text of [
      key.text.slice(0, -1) + last,
      key.text.slice(0, -1),
      `${key.text}A`,
      `kh_${other.prefix}_${secret!}`,
      `kh_zzzzzzzz_${secret!}`,
      key.text.toUpperCase(),
      key.text.replace('kh_', ''),
      `kh_${key.prefix}_`,
      `kh_${key.prefix}_${'A'.repeat(43)}`,
      `${key.text} ${key.text}`,
      `kh_${key.prefix}_${'x'.repeat(9_000)}`,
      '',
    ])
      expect(refusal(await s.world.nobody.get(at, bearer(`Bearer ${text}`))), text.slice(0, 60)).toEqual([
        401,
        'auth.required',
      ]);
  });

  it('is nothing in a query, a cookie, a body or under another scheme [A-092]', async () => {
    for (const answer of [
      await s.world.nobody.get(`${at}?key=${key.text}&access_token=${key.text}&authorization=${key.text}`),
      await s.world.nobody.get(at, { cookie: `keyholder=${key.text}; api_key=${key.text}` }),
      await s.world.nobody.get(at, bearer(`Basic ${Buffer.from(`${key.text}:`).toString('base64')}`)),
      await s.world.nobody.get(at, bearer(key.text)),
      await s.world.nobody.get(at, { 'x-api-key': key.text }),
      await s.world.nobody.patch(at, { authorization: `Bearer ${key.text}`, name: 'Taken' }),
    ])
      expect(refusal(answer)).toEqual([401, 'auth.required']);
  });

  it('is what stands in no dump: its hash and a session token open nothing as a Bearer [A-029]', async () => {
    const [row] = await s.world.deps.database.orm
      .select()
      .from(apiKey)
      .where(sql`${apiKey.id} = ${key.id}`);
    const [session] = await s.world.deps.database
      .sql`select token from session where user_id = ${s.siteOwner.id}`;
    for (const dumped of [
      row!.secretHash.toString('base64url'),
      row!.secretHash.toString('hex'),
      `kh_${row!.prefix}_${row!.secretHash.toString('base64url')}`,
      session!['token'] as string,
      s.siteOwner.cookie.split('=')[1]!,
    ])
      expect(refusal(await s.world.nobody.get(at, bearer(`Bearer ${dumped}`)))).toEqual([
        401,
        'auth.required',
      ]);
  });

  it('needs no Origin, and JSON like everybody', async () => {
    const call = (headers: Record<string, string>) =>
      s.world.app.request(`http://localhost:3000${at}`, {
        method: 'PATCH',
        headers: { authorization: `Bearer ${key.text}`, ...headers },
        body: JSON.stringify({ name: 'Northwind' }),
      });
    expect((await call({ 'content-type': 'application/json' })).status).toBe(200);
    expect((await call({ 'content-type': 'application/json', origin: 'https://evil.test' })).status).toBe(
      200,
    );
    expect((await call({ 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('stops at its expiry and stays stopped [R44]', async () => {
    const short = await makeKey(s.siteOwner, s.site);
    const program = programWith(s.world, short.text);
    expect((await program.get(at)).status).toBe(200);
    await s.world.deps.database.sql`update api_key set expires_at = clock_timestamp() where id = ${short.id}`;
    expect(refusal(await program.get(at))).toEqual([401, 'auth.required']);
  });
});

describe('a request with a Bearer and a cookie', () => {
  it('is the key’s alone: the session beside it counts for nothing', async () => {
    const both = programWith({ nobody: s.siteOwner }, key.text);
    expect((await both.get(at)).body.permissions).toEqual(['site.view', 'members.read', 'settings.write']);
    expect(refusal(await both.get(keysOf(s.site)))).toEqual([403, 'permission.denied']);
    expect(refusal(await both.get('/api/v1/me'))).toEqual([401, 'auth.required']);
    expect(refusal(await both.get(`/api/v1/accounts/${s.agency.id}`))).toEqual([401, 'auth.required']);
    const broken = programWith({ nobody: s.siteOwner }, `${key.text}x`);
    expect(refusal(await broken.get(at))).toEqual([401, 'auth.required']);
  });

  it('still has to come from our own pages, because it carries a cookie [A-053]', async () => {
    const both = programWith({ nobody: s.siteOwner }, key.text);
    const answer = await both.patch(at, { name: 'Elsewhere' }, { origin: 'https://evil.test' });
    expect(refusal(answer)).toEqual([403, 'request.cross_origin']);
  });
});

describe('what a key does', () => {
  it('is recorded as done by the key [R41, R44]', async () => {
    await programWith(s.world, key.text).patch(at, { name: 'Renamed By Key' });
    const [newest] = (await s.sarah.get(`/api/v1/accounts/${s.agency.id}/audit-events?limit=1`)).body.items;
    expect(newest).toMatchObject({
      ...{ action: 'site.updated', after: { name: 'Renamed By Key' } },
      actor: { kind: 'api_key', id: key.id, name: `Key of ${s.siteOwner.name}` },
    });
  });

  it('is kept apart from what its maker and other keys do under the same Idempotency-Key [A-079]', async () => {
    const again = { 'idempotency-key': 'same' };
    const carrying = ['redirects.write', 'redirects.read'];
    const [one, two] = [
      await makeKey(s.siteOwner, s.site, carrying),
      await makeKey(s.siteOwner, s.site, carrying),
    ];
    const post = (path: string, by: { post: Setting['sarah']['post'] }) =>
      by.post(`${at}/redirects`, { path, target: '/new' }, again);
    const answers = [
      await post('/a', programWith(s.world, one.text)),
      await post('/b', programWith(s.world, two.text)),
      await post('/c', s.siteOwner),
      await post('/b', programWith(s.world, one.text)),
    ];
    expect(answers.map((answer) => [answer.status, answer.body.code])).toEqual([
      [201, undefined],
      [201, undefined],
      [201, undefined],
      [422, 'idempotency.mismatch'],
    ]);
  });

  it('marks it as used, without a statement in the request', async () => {
    const used = await makeKey(s.siteOwner, s.site);
    await programWith(s.world, used.text).get(at);
    await s.world.deps.lastActive.flush();
    const items = (await s.siteOwner.get(keysOf(s.site))).body.items as { id: string; lastUsedAt: string }[];
    const seen = items.find((one) => one.id === used.id)!.lastUsedAt;
    expect(Math.abs(Date.now() - Date.parse(seen))).toBeLessThan(60_000);
  });

  it('and may not do is a security event with its maker [R43, A-087]', async () => {
    await programWith(s.world, key.text).post(`${at}/invitations`, {
      email: 'a@people.example',
      role: 'developer',
    });
    await expect
      .poll(async () =>
        s.world.deps.database.orm.$count(
          securityEvent,
          sql`${securityEvent.action} = 'permission.refused' and ${securityEvent.userId} = ${s.siteOwner.id}`,
        ),
      )
      .toBeGreaterThan(0);
  });
});
