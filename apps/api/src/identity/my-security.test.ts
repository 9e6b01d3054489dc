import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { scan } from '../testing/authenticator.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import type { Person } from '../testing/people.ts';

let s: Setting;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
});
afterAll(() => s.world.stop());

/** The same person at another browser. */
async function elsewhere(who: Person): Promise<{ id: string; cookie: string }> {
  const cookie = await s.world.deps.identity.startSession(
    who.id,
    new Request('http://localhost', { headers: { 'user-agent': 'Browser of a friend' } }),
  );
  const { body } = await who.get('/api/v1/me/sessions');
  const found = body.items.find(
    (one: { userAgent: string | null }) => one.userAgent === 'Browser of a friend',
  );
  return { id: found.id, cookie: cookie.split(';')[0]! };
}
const withCookie = (cookie: string) =>
  s.world.app.request('http://localhost:3000/api/v1/me', { headers: { cookie } });

describe('where I am signed in', () => {
  it('lists my sessions, this one first, and nobody else’s', async () => {
    const ann = await s.world.person('Ann Example');
    const friend = await elsewhere(ann);
    const { status, body } = await ann.get('/api/v1/me/sessions');
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        expect.objectContaining({
          current: true,
          startedAt: expect.any(String),
          expiresAt: expect.any(String),
        }),
        expect.objectContaining({ id: friend.id, current: false, userAgent: 'Browser of a friend' }),
      ],
      nextCursor: null,
      total: 2,
    });
    expect(JSON.stringify(body)).not.toContain('token');
  });

  it('lets me end one; it is refused from the next request on, my own goes on', async () => {
    const ann = await s.world.person('Ann Ender');
    const friend = await elsewhere(ann);
    expect((await withCookie(friend.cookie)).status).toBe(200);
    expect((await ann.delete(`/api/v1/me/sessions/${friend.id}`)).status).toBe(204);
    expect((await withCookie(friend.cookie)).status).toBe(401);
    expect((await ann.get('/api/v1/me')).status).toBe(200);
    expect((await ann.delete(`/api/v1/me/sessions/${friend.id}`)).status).toBe(404);
  });

  it('lets nobody end a session of mine', async () => {
    const ann = await s.world.person('Ann Target');
    const mallory = await s.world.person('Mallory');
    const [mine] = (await ann.get('/api/v1/me/sessions')).body.items;
    expect((await mallory.delete(`/api/v1/me/sessions/${mine.id}`)).status).toBe(404);
    expect((await ann.get('/api/v1/me')).status).toBe(200);
  });

  it('lets me sign out everywhere else, on every process, and records it', async () => {
    const other = await s.world.another();
    const ann = await s.world.person('Ann Everywhere');
    const friends = [await elsewhere(ann), await elsewhere(ann)];
    const { status, body } = await ann.delete('/api/v1/me/sessions');
    expect({ status, body }).toEqual({ status: 200, body: { ended: 2 } });
    for (const { cookie } of friends) {
      const headers = { cookie };
      expect((await other.app.request('http://localhost:3000/api/v1/me', { headers })).status).toBe(401);
    }
    expect((await ann.at(other).get('/api/v1/me')).status).toBe(200);
    const events = await s.world.deps.database.sql<{ detail: unknown }[]>`
      select detail from security_event where user_id = ${ann.id} and action = 'session.ended'`;
    expect(events).toEqual([{ detail: { sessions: 2 } }]);
  });

  it('closes the streams of an ended session within a second, and only those [A-081]', async () => {
    const ann = await s.world.enroll(await s.world.person('Ann Streamer'), s.agency, 'viewer');
    const friend = await elsewhere(ann);
    const open = async (cookie: string) => {
      const path = `http://localhost:3000/api/v1/accounts/${s.agency.id}/events`;
      const response = await s.world.app.request(path, { headers: { cookie } });
      return response.body!.getReader();
    };
    const [theirs, mine] = [await open(friend.cookie), await open(ann.cookie)];
    const before = s.world.deps.streams.size();
    const start = Date.now();
    await ann.delete(`/api/v1/me/sessions/${friend.id}`);
    while (!(await theirs.read()).done);
    expect(Date.now() - start).toBeLessThan(1_000);
    expect(s.world.deps.streams.size()).toBe(before - 1);
    await mine.cancel();
  });
});

describe('how I sign in', () => {
  it('says whether there is a password and a second factor', async () => {
    const ann = await s.world.person('Ann Reader');
    expect((await ann.get('/api/v1/me/security')).body).toEqual({ hasPassword: false, secondFactor: null });
    await s.world.deps.database.sql`
      insert into two_factor (user_id, secret, confirmed_at, created_at)
      values (${ann.id}, '\\x00', '2026-11-20T09:00:00Z', now())`;
    await s.world.deps.database.sql`
      insert into recovery_code (user_id, mac, used_at) values (${ann.id}, '\\x01', now()), (${ann.id}, '\\x02', null)`;
    expect((await ann.get('/api/v1/me/security')).body).toEqual({
      hasPassword: false,
      secondFactor: { enabledAt: '2026-11-20T09:00:00.000Z', recoveryCodesLeft: 1 },
    });
  });
});

describe('changing how I sign in', () => {
  it('closes the streams of my other sessions within a second; my own once it has its new cookie [A-081]', async () => {
    const ann = await s.world.enroll(await s.world.person('Ann Changer'), s.agency, 'viewer');
    const friend = await elsewhere(ann);
    const open = async (cookie: string) => {
      const path = `http://localhost:3000/api/v1/accounts/${s.agency.id}/events`;
      const response = await s.world.app.request(path, { headers: { cookie } });
      return response.body!.getReader();
    };
    const [theirs, mine] = [await open(friend.cookie), await open(ann.cookie)];
    const offer = await ann.post('/api/auth/two-factor/enable', {});
    const phone = scan(offer.body.secret, () => new Date());
    const on = await ann.post('/api/auth/two-factor/confirm', { code: phone.code() });
    expect(on.status).toBe(200);
    const start = Date.now();
    while (!(await theirs.read()).done);
    expect(Date.now() - start).toBeLessThan(1_000);
    const before = Date.now();
    while (!(await mine.read()).done);
    expect(Date.now() - before).toBeLessThan(7_000);
    expect((await ann.get('/api/v1/me')).status).toBe(401);
  }, 15_000);
});
