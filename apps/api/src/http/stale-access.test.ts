import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { brokenInvariants } from '../testing/invariants.ts';
import type { Person } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import type { Wired } from '../wire.ts';

// The instant the answer to a change arrives, every process judges by it: no old answer, ever.

/** `KEYHOLDER_STALE_PROBES` asks for more than the normal suite has time for. */
const PROBES = Number(process.env['KEYHOLDER_STALE_PROBES'] ?? 500);

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
const probe = (path: string) =>
  Promise.all([...processes, ...processes].map((process) => member.at(process).get(path)));

describe('a change of rights', () => {
  it(`is what all processes judge by from its answer on, in ${PROBES} probes [R29, R30, A-080]`, async () => {
    const old: unknown[] = [];
    let probes = 0;
    for (let round = 0; probes < PROBES; round += 1) {
      // The change itself is made through one process or the other.
      const by = s.siteOwner.at(processes[round % 2]!);
      const role = round % 2 === 0 ? 'content_editor' : 'developer';
      expect((await by.patch(`${at}/members/${member.id}`, { role })).status).toBe(200);
      for (const { status, body } of await probe(at))
        if (status !== 200 || body.role !== role) old.push(body);
      expect((await by.delete(`${at}/members/${member.id}`)).status).toBe(200);
      for (const { status, body } of await probe(`${at}/members`)) if (status !== 404) old.push(body);
      expect((await by.post(`${at}/members/${member.id}/restore`, {})).status).toBe(200);
      for (const { status, body } of await probe('/api/v1/me'))
        if (status !== 200 || body.sites[0]?.role !== role) old.push(body);
      probes += 12;
    }
    expect(old).toEqual([]);
  });

  it('of a whole account, and the end of a session, hold at once as well [R31, A-057, A-083]', async () => {
    const old: unknown[] = [];
    for (let round = 0; round < 10; round += 1) {
      const by = s.sarah.at(processes[round % 2]!);
      const person = `/api/v1/accounts/${s.agency.id}/members/${member.id}`;
      expect((await by.delete(person)).status).toBe(200);
      for (const { status, body } of await probe(`/api/v1/accounts/${s.agency.id}`))
        if (status !== 404) old.push(body);
      for (const { body } of await probe('/api/v1/me'))
        if (body.accounts.length + body.sites.length > 0) old.push(body);
      expect((await by.post(`${person}/restore`, {})).status).toBe(200);
      for (const { status, body } of await probe(at)) if (status !== 200) old.push(body);
    }
    expect((await member.at(processes[1]!).post('/api/auth/sign-out', {})).status).toBe(200);
    for (const { status, body } of await probe('/api/v1/me')) if (status !== 401) old.push(body);
    expect(old).toEqual([]);
  });
});
