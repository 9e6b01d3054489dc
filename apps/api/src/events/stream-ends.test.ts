import { announce, newId } from '@keyholder/db';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { APP_URL } from '../testing/world.ts';
import type { Person } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';

// What is left of an event stream after its end: nothing (A-081, security.md 1.3.6).

let s: Setting;
let path: string;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  path = `${APP_URL}/api/v1/accounts/${s.agency.id}/events`;
});
afterAll(() => s.world.stop());

let number = 0;
async function member(): Promise<Person> {
  number += 1;
  return s.world.enroll(await s.world.person(`Listener ${number}`), s.agency, 'member');
}

const open = async (who: Person) => s.world.app.request(path, { headers: { cookie: who.cookie } });

describe('an event stream', () => {
  it('is not opened by a HEAD, whose answer nobody reads', async () => {
    const who = await member();
    const before = s.world.deps.streams.size();
    for (let n = 0; n < 5; n += 1) {
      const answer = await s.world.app.request(path, { method: 'HEAD', headers: { cookie: who.cookie } });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/event-stream');
    }
    expect(s.world.deps.streams.size()).toBe(before);
  });

  it('leaves no timer behind when the server closes it', async () => {
    const started = vi.spyOn(globalThis, 'setInterval');
    const cleared = vi.spyOn(globalThis, 'clearInterval');
    try {
      const who = await member();
      const answer = await open(who);
      const heartbeats = started.mock.results.map((result) => result.value as NodeJS.Timeout);
      expect(heartbeats).toHaveLength(1);
      const read = answer.text();
      expect((await s.sarah.delete(`/api/v1/accounts/${s.agency.id}/members/${who.id}`)).status).toBe(200);
      expect(await read).toContain('event: close');
      expect(cleared.mock.calls.map(([timer]) => timer)).toContain(heartbeats[0]);
    } finally {
      started.mockRestore();
      cleared.mockRestore();
    }
  });

  it('that was let in while its person was being removed is closed at once, not at the next poll [R30]', async () => {
    const who = await member();
    const { streams } = s.world.deps;
    // As when the removal commits, and is announced, between the look at the rights and the start of the stream.
    const closed = new Promise<void>((close) => {
      streams.add({
        accountId: s.agency.id,
        userId: who.id,
        sessionId: '01900000-0000-7000-8000-000000000000',
        send: () => {},
        close,
      });
    });
    await expect(
      Promise.race([closed.then(() => 'closed'), new Promise((late) => setTimeout(late, 1_000, 'open'))]),
    ).resolves.toBe('closed');
  });

  it('ends for somebody who does not read what happens, instead of keeping it all', async () => {
    const who = await member();
    const before = s.world.deps.streams.size();
    const answer = await open(who);
    expect(s.world.deps.streams.size()).toBe(before + 1);
    await s.world.deps.database.transaction((tx) =>
      announce(
        tx,
        s.agency.id,
        Array.from({ length: 520 }, () => ({ event: 'account.changed' as const, id: newId() })),
      ),
    );
    await expect.poll(() => s.world.deps.streams.size()).toBe(before);
    await expect(answer.text()).resolves.not.toContain('event: close');
  });

  it('ends also for somebody who never reads, as soon as their session does', async () => {
    const who = await member();
    const before = s.world.deps.streams.size();
    const answer = await open(who);
    await expect.poll(() => s.world.deps.streams.size()).toBe(before + 1);
    const deleted = await s.world.deps.database.orm.execute(
      sql`delete from session where user_id = ${who.id} returning id`,
    );
    expect(deleted).toHaveLength(1);
    await s.sarah.patch(`/api/v1/accounts/${s.agency.id}`, { name: `Bright Lines ${number}` });
    await expect.poll(() => s.world.deps.streams.size()).toBe(before);
    await answer.body?.cancel();
  });
});
