import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { brokenInvariants } from '../testing/invariants.ts';
import { GUARDED, NOTHING, NO_ID, ask, createTwoTenants, seen } from './testing/two-tenants.ts';
import type { TwoTenants } from './testing/two-tenants.ts';

// Tenants that know each other's ids: what is another's is exactly as if it were not there.

const WITH_CHILD = GUARDED.filter(({ path }) => path.split(':').length > 2);

let s: TwoTenants;
beforeAll(async () => {
  s = await createTwoTenants(inject('testServer'));
});
afterAll(async () => {
  expect(await brokenInvariants(s.world)).toEqual([]);
  await s.world.stop();
});

describe('what belongs to another tenant', () => {
  it('is not there for its neighbour on any route, and nothing of it changes [A-001, A-002]', async () => {
    const before = await s.rowsOfA();
    for (const one of GUARDED) {
      const real = seen(await ask(s.ob, one, s.ofA, s.site.id));
      const none = seen(await ask(s.ob, one, NOTHING, s.site.id));
      expect([one.route, real.status]).toEqual([one.route, 404]);
      expect(real, one.route).toEqual(none);
      for (const told of [s.agency.name, s.site.name, s.target.email, 'open@people.example'])
        expect(real.body, one.route).not.toContain(told);
    }
    expect(await s.rowsOfA()).toBe(before);
  });

  it('is no child of a parent of one’s own [A-003]', async () => {
    const before = await s.rowsOfA();
    for (const [who, account, site] of [
      [s.ob, s.b, s.b1],
      [s.both, s.own, s.ownSite],
    ] as const)
      for (const one of WITH_CHILD) {
        // Of an account both its people and its sites are children.
        const parents = { account: account.id, ...(one.parent === 'site' ? { site: site.id } : {}) };
        const real = await ask(who, one, { ...s.ofA, ...parents }, s.site.id);
        const none = await ask(who, one, { ...NOTHING, ...parents }, s.site.id);
        expect([one.route, real.status]).toEqual([one.route, 404]);
        expect(seen(real), one.route).toEqual(seen(none));
      }
    expect(await s.rowsOfA()).toBe(before);
  });

  it('is no child of a parent that one may enter either, for somebody of both [A-003, A-010]', async () => {
    // The agency’s own person, behind the sites and accounts of somebody else, and the other way round.
    for (const [who, account, site, ids] of [
      [s.sarah, s.agency, s.site, { user: s.ob.id, id: NO_ID, site: s.b1.id }],
      [s.sarah, s.agency, s.site, { user: s.ob.id, id: NO_ID, site: s.ownSite.id }],
      [s.ob, s.b, s.b1, { user: s.target.id, id: s.invitation, site: s.site.id }],
    ] as const)
      for (const one of WITH_CHILD) {
        const at = {
          account: account.id,
          ...ids,
          site: one.parent === 'site' ? site.id : ids.site,
        };
        // An account role is no way into the areas of a site [R3].
        const asking = one.parent === 'site' && who === s.sarah ? s.siteOwner : who;
        const answer = await ask(asking, one, at, s.site.id);
        expect([one.route, answer.status]).toEqual([one.route, 404]);
      }
  });
});

describe('an Owner of one site', () => {
  it('finds nothing of another site of the same account, and none of its people [A-006]', async () => {
    const a2 = await s.world.site(s.siteOwner, s.agency, 'Second Site');
    const resident = await s.world.place(await s.world.person('Resident'), s.agency, a2, 'developer');
    const invited = { email: 'second@people.example', role: 'developer' };
    const second = (await s.siteOwner.post(`/api/v1/sites/${a2.id}/invitations`, invited)).body.id;
    const owner = await s.world.place(await s.world.person('Owner Of One'), s.agency, s.site, 'owner');
    for (const one of GUARDED.filter(({ parent }) => parent === 'site')) {
      const real = seen(
        await ask(owner, one, { account: '', site: a2.id, user: resident.id, id: second }, s.site.id),
      );
      const none = seen(
        await ask(owner, one, { account: '', site: NO_ID, user: NO_ID, id: NO_ID }, s.site.id),
      );
      expect([one.route, real.status]).toEqual([one.route, 404]);
      expect(real, one.route).toEqual(none);
      // Children of the other site behind one’s own.
      if (one.path.includes(':user') || one.path.includes(':id')) {
        const child = await ask(
          owner,
          one,
          { account: '', site: s.site.id, user: resident.id, id: second },
          s.site.id,
        );
        expect([one.route, child.status]).toEqual([one.route, 404]);
      }
    }
    for (const list of ['members', 'site-invitations', `members/${resident.id}`])
      expect((await owner.get(`/api/v1/accounts/${s.agency.id}/${list}`)).body.code).toBe(
        'permission.denied',
      );
    const sites = await owner.get(`/api/v1/accounts/${s.agency.id}/sites`);
    expect(sites.body).toMatchObject({ total: 1, items: [{ id: s.site.id }] });
    for (const site of [a2.id, a2.slug])
      expect(seen(await owner.get(`/api/v1/accounts/${s.agency.id}/sites/${site}`))).toEqual(
        seen(await owner.get(`/api/v1/accounts/${s.agency.id}/sites/${NO_ID}`)),
      );
  });
});

describe('an id tried by a stranger', () => {
  it('reads alike whether it is real, next to a real one, encoded, in capitals or made up [A-008]', async () => {
    const stranger = await s.world.person('Stranger');
    const near = (id: string) =>
      Array.from({ length: 16 }, (_, digit) => id.slice(0, -1) + digit.toString(16));
    const random = () => {
      const hex = randomBytes(16).toString('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
    };
    const spelled = (id: string) => [
      ...[
        id,
        id.toUpperCase(),
        `{${id}}`,
        `%7B${id}%7D`,
        id.replaceAll('-', ''),
        ` ${id}`,
        `${id}%20`,
        `${id}%00`,
      ],
      ...[
        `%${id.charCodeAt(0).toString(16)}${id.slice(1)}`,
        [...id].map((c) => `%${c.charCodeAt(0).toString(16)}`).join(''),
      ],
    ];
    for (const [at, id] of [
      ['/api/v1/sites/', s.site.id],
      ['/api/v1/accounts/', s.agency.id],
      ['/api/v1/accounts/', s.agency.slug],
    ] as const)
      for (const rest of [
        '',
        '/members',
        '/invitations',
        ...(at.includes('accounts') ? ['/sites', '/events'] : []),
      ]) {
        const answers = new Set<string>();
        for (const tried of [...spelled(id), ...near(id), ...Array.from({ length: 40 }, random)])
          answers.add(JSON.stringify(seen(await stranger.get(`${at}${tried}${rest}`))));
        expect([at, rest, answers.size]).toEqual([at, rest, 1]);
        expect([...answers][0]).toContain('"status":404');
      }
  });
});
