import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { APP_URL } from '../testing/world.ts';
import type { Wired } from '../wire.ts';
import { inAccount, onSite } from './testing/records.ts';

let s: Setting;
let other: Wired;
let number = 0;
const WAIT_MS = 10_000;

beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  other = await s.world.another();
});
afterAll(() => s.world.stop());

/** An open event stream: what arrived so far, and whether the server ended it. */
async function follow(who: Person) {
  const response = await other.app.request(`${APP_URL}/api/v1/accounts/${s.agency.id}/events`, {
    headers: { cookie: who.cookie },
  });
  expect(response.status).toBe(200);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const ended = (async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value;
    return text;
  })();
  return {
    until: async (part: string): Promise<string> => {
      const deadline = Date.now() + WAIT_MS;
      while (!text.includes(part)) {
        if (Date.now() > deadline) throw new Error(`"${part}" did not arrive within ${WAIT_MS} ms: ${text}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return text;
    },
    ended,
    close: () => reader.cancel(),
  };
}

describe('an open event stream on another process', () => {
  it.each([
    ['removed from the site', (who: Person) => s.siteOwner.delete(onSite(s.site, who)), 'membership.removed'],
    [
      'removed from the account',
      (who: Person) => s.sarah.delete(inAccount(s.agency, who)),
      'membership.removed',
    ],
    [
      'given another role',
      (who: Person) => s.siteOwner.patch(onSite(s.site, who), { role: 'developer' }),
      'membership.changed',
    ],
  ])('of somebody who is %s is ended by the server [R29, R30]', async (_, change, event) => {
    const alex = await s.world.place(
      await s.world.person(`Person ${(number += 1)}`),
      s.agency,
      s.site,
      'content_editor',
    );
    const witness = await follow(s.admin);
    const stream = await follow(alex);
    await stream.until('event: ready');
    await witness.until('event: ready');
    expect((await change(alex)).status).toBe(200);
    expect(await stream.ended).toContain('event: close');
    // Who may see the people of the site learns of it, and stays connected.
    expect(await witness.until(`event: ${event}`)).toContain(alex.id);
    await witness.close();
  });
});
