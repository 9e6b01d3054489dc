import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { brokenInvariants } from '../testing/invariants.ts';
import type { Answer } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';

const server = inject('testServer');
let s: Setting;
beforeAll(async () => {
  s = await createSetting(server, { quiet: true });
});
afterAll(() => s.world.stop());

/** Cuts every connection to this world's database and lets no new one in, or lets them in again. */
async function setDatabaseAway(away: boolean): Promise<void> {
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  const name = new URL(s.world.databaseUrl).pathname.slice(1);
  await admin.unsafe(`alter database ${name} allow_connections ${String(!away)}`);
  if (away) await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
  await admin.end();
}

const CALLS: Readonly<Record<string, () => Promise<Answer>>> = {
  'GET /me': () => s.sarah.get('/api/v1/me'),
  'GET /sites/:site': () => s.siteOwner.get(`/api/v1/sites/${s.site.id}`),
  'GET /accounts/:account/members': () => s.sarah.get(`/api/v1/accounts/${s.agency.id}/members`),
  'POST invitations': () =>
    s.siteOwner.post(`/api/v1/sites/${s.site.id}/invitations`, {
      email: 'away@people.example',
      role: 'developer',
    }),
  'POST lookup': () =>
    s.world.nobody.post('/api/v1/invitations/lookup', { token: `${s.site.id}.${'A'.repeat(43)}` }),
  'POST sign-in': () =>
    s.world.nobody.post('/api/auth/sign-in/email', {
      email: 'nobody@people.example',
      password: 'some long password',
    }),
  'POST sign-up': () =>
    s.world.nobody.post('/api/auth/sign-up/email', {
      name: 'N',
      email: 'nobody@people.example',
      password: 'some long password',
    }),
  'GET /readyz': () => s.world.nobody.get('/readyz'),
};

describe('without the database', () => {
  it('every route says 503 with Retry-After and nothing is lost or half done [F-008, F-013]', async () => {
    await setDatabaseAway(true);
    try {
      for (const [name, call] of Object.entries(CALLS)) {
        const answer = await call();
        expect([name, answer.status, answer.body.code]).toEqual([name, 503, 'service.unavailable']);
        expect(Number(answer.headers.get('retry-after')), name).toBeGreaterThan(0);
      }
      expect((await s.world.nobody.get('/livez')).status).toBe(200);
    } finally {
      await setDatabaseAway(false);
    }
    await expect.poll(async () => (await CALLS['GET /readyz']!()).status, { timeout: 10_000 }).toBe(200);
    expect((await CALLS['POST invitations']!()).status).toBe(201);
    expect((await s.world.inbox.newest('away@people.example')).to).toBe('away@people.example');
    expect(await brokenInvariants(s.world)).toEqual([]);
  });
});
