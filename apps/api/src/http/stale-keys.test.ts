import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { brokenInvariants } from '../testing/invariants.ts';
import { makeKey, programWith } from '../testing/keys.ts';
import type { Caller, Person } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import type { Wired } from '../wire.ts';

// The same as stale-access, asked by the person and by a key of theirs at once [R29, R30, R44, A-080, A-082].

/** `KEYHOLDER_STALE_PROBES` asks for more than the normal suite has time for. */
const PROBES = Math.max(1_000, Number(process.env['KEYHOLDER_STALE_PROBES'] ?? 0));

let s: Setting;
let processes: readonly Pick<Wired, 'app'>[];
let member: Person;
let at: string;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  processes = [s.world, await s.world.another()];
  member = await s.world.place(await s.world.person('Often Changed'), s.agency, s.site, 'developer');
  at = `/api/v1/sites/${s.site.id}`;
});
afterAll(async () => {
  expect(await brokenInvariants(s.world)).toEqual([]);
  await s.world.stop();
});

/** What both processes say at once, each asked twice so that several of their connections answer. */
const probe = (by: Caller, path: string) =>
  Promise.all([...processes, ...processes].map((process) => by.at(process).get(path)));

describe('a change of rights', () => {
  it(`holds for the person and for their key from its answer on: 0 old answers in ${PROBES} probes`, async () => {
    const old: unknown[] = [];
    let probes = 0;
    const expectAll = async (
      by: Caller,
      path: string,
      holds: (answer: { status: number; body: any }) => boolean,
    ) => {
      for (const answer of await probe(by, path)) if (!holds(answer)) old.push(answer.body);
      probes += 4;
    };
    for (let round = 0; probes < PROBES; round += 1) {
      // The change itself is made through one process or the other.
      const by = s.siteOwner.at(processes[round % 2]!);
      const change = (role: string) => by.patch(`${at}/members/${member.id}`, { role });
      const program = programWith(
        s.world,
        (await makeKey(member, s.site, ['redirects.read', 'members.read'])).text,
      );

      expect((await change('content_editor')).status).toBe(200);
      await expectAll(program, `${at}/redirects`, ({ status }) => status === 403);
      await expectAll(program, at, ({ body }) => body.permissions?.join() === 'members.read');
      await expectAll(member, `${at}/redirects`, ({ status }) => status === 403);
      expect((await change('developer')).status).toBe(200);
      await expectAll(program, `${at}/redirects`, ({ status }) => status === 200);
      await expectAll(member, `${at}/redirects`, ({ status }) => status === 200);
      expect((await by.delete(`${at}/members/${member.id}`)).status).toBe(200);
      await expectAll(program, `${at}/members`, ({ status }) => status === 401);
      await expectAll(member, `${at}/members`, ({ status }) => status === 404);
      expect((await by.post(`${at}/members/${member.id}/restore`, {})).status).toBe(200);
      await expectAll(program, at, ({ status }) => status === 401);
      await expectAll(member, at, ({ status, body }) => status === 200 && body.role === 'developer');
    }
    expect(probes).toBeGreaterThanOrEqual(PROBES);
    expect(old).toEqual([]);
  });
});
