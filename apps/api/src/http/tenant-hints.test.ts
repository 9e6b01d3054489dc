import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { brokenInvariants } from '../testing/invariants.ts';
import type { Answer } from '../testing/people.ts';
import { NO_ID, createTwoTenants, seen } from './testing/two-tenants.ts';
import type { TwoTenants } from './testing/two-tenants.ts';

// Ids and hints of another tenant anywhere but in the path.

let s: TwoTenants;
beforeAll(async () => {
  s = await createTwoTenants(inject('testServer'));
});
afterAll(async () => {
  expect(await brokenInvariants(s.world)).toEqual([]);
  await s.world.stop();
});

describe('a foreign site in a body or a query', () => {
  it('is no site: nobody is assigned to it, no team comes from it [A-004]', async () => {
    const before = await s.rowsOfA();
    for (const [who, account] of [
      [s.ob, s.b],
      [s.both, s.own],
    ] as const) {
      const assign = (siteId: string) =>
        who.post(`/api/v1/accounts/${account.id}/members/${who.id}/sites`, {
          assignments: [{ siteId, role: 'developer' }],
        });
      const blank = (answer: Answer, id: string) => {
        const shown = seen(answer);
        return { ...shown, body: shown.body.replaceAll(id, '') };
      };
      const real = await assign(s.site.id);
      expect(real.body).toMatchObject({ status: 404, code: 'not_found' });
      expect(blank(real, s.site.id)).toEqual(blank(await assign(NO_ID), NO_ID));
      // One good site beside it does not help: all or nothing [R35].
      const mixed = await who.post(`/api/v1/accounts/${account.id}/members/${who.id}/sites`, {
        assignments: [s.site.id, NO_ID].map((siteId) => ({ siteId, role: 'developer' })),
      });
      expect(mixed.status).toBe(404);

      const copy = (copyTeamFrom: string) =>
        who.post(`/api/v1/accounts/${account.id}/sites`, {
          name: 'Copy',
          domain: 'copy.example',
          copyTeamFrom,
        });
      const copied = await copy(s.site.id);
      expect(copied.body).toMatchObject({ status: 404, code: 'not_found' });
      expect(seen(copied)).toEqual(seen(await copy(NO_ID)));

      for (const list of ['members', 'site-invitations'])
        expect(seen(await who.get(`/api/v1/accounts/${account.id}/${list}?site=${s.site.id}`))).toEqual(
          seen(await who.get(`/api/v1/accounts/${account.id}/${list}?site=${NO_ID}`)),
        );
    }
    expect(await s.rowsOfA()).toBe(before);
  });

  it('opens no page by its cursor [A-070]', async () => {
    await s.world.place(await s.world.person('Second On Site'), s.agency, s.site, 'developer');
    for (const [mine, theirs] of [
      [`/api/v1/accounts/${s.agency.id}/members`, `/api/v1/accounts/${s.b.id}/members`],
      [`/api/v1/sites/${s.site.id}/members`, `/api/v1/sites/${s.b1.id}/members`],
      [`/api/v1/accounts/${s.agency.id}/members`, `/api/v1/accounts/${s.b.id}/sites`],
    ] as const) {
      const { nextCursor } = (await s.sarah.get(`${mine}?limit=1`)).body;
      expect(nextCursor).toEqual(expect.any(String));
      const answer = await s.ob.get(`${theirs}?limit=1&cursor=${encodeURIComponent(nextCursor)}`);
      expect(answer.body).toMatchObject({ status: 422, fields: { cursor: expect.any(String) } });
    }
  });
});

describe('a hint about who one is', () => {
  it('in header, cookie or query changes nothing: the role comes from the path [A-005]', async () => {
    const at = `/api/v1/sites/${s.site.id}/members/${s.target.id}`;
    for (const headers of [
      {
        'x-account': s.own.id,
        'x-account-id': s.own.id,
        'x-tenant': s.own.id,
        'x-keyholder-account': s.own.id,
      },
      {
        'x-role': 'owner',
        'x-user-id': s.sarah.id,
        'x-forwarded-user': s.sarah.email,
        'x-keyholder-address': '::1',
      },
      {
        'x-http-method-override': 'GET',
        'x-original-url': `/api/v1/sites/${s.ownSite.id}`,
        'x-rewrite-url': '/',
      },
      {
        cookie: `${s.both.cookie}; account=${s.own.id}; active_account=${s.own.id}; role=owner; keyholder=x`,
      },
      { cookie: `keyholder=planted.x; ${s.both.cookie}; keyholder=${encodeURIComponent('a.b')}` },
    ] as Record<string, string>[])
      expect((await s.both.patch(at, { role: 'developer' }, headers)).body).toMatchObject({
        ...{ status: 403, code: 'permission.denied' },
      });
    // A Bearer is taken for a key and for nothing else: somebody else's session in it opens nothing, nor does the cookie beside it.
    const bearer = { authorization: `Bearer ${s.sarah.cookie.split('=')[1]}` };
    expect((await s.both.patch(at, { role: 'developer' }, bearer)).body).toMatchObject({
      ...{ status: 401, code: 'auth.required' },
    });
    for (const query of [`account=${s.own.id}`, `accountId=${s.own.id}`, 'role=owner', `as=${s.sarah.id}`])
      expect((await s.both.patch(`${at}?${query}`, { role: 'developer' })).status).toBe(403);
    expect((await s.both.patch(at, { role: 'developer', accountId: s.own.id })).status).toBe(422);
    expect(
      (await s.siteOwner.get(`/api/v1/sites/${s.site.id}/members?q=${s.target.email}`)).body.items,
    ).toMatchObject([{ role: 'content_editor' }]);
  });
});
