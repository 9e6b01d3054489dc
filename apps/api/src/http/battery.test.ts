import { ACCOUNT_GRANTS, ACCOUNT_ROLES, SITE_GRANTS, SITE_ROLES } from '@keyholder/domain';
import type { AccountPermission, SitePermission } from '@keyholder/domain';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Answer, Caller, Person, Site } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import { hash } from '../testing/trials.ts';
import type { Setting } from '../testing/setting.ts';
import { POLICY } from './policy.ts';
import type { RoutePolicy } from './policy.ts';
import { BODIES } from './testing/bodies.ts';

// One battery over every route of the policy table (architecture.md §4.16): a new route is tried without anybody
// writing a test for it.

const NO_ID = '01900000-0000-7000-8000-000000000000';
const ROUTES = Object.entries(POLICY as Record<string, RoutePolicy>).map(([route, policy]) => {
  const [method = '', path = ''] = route.split(' ');
  return { route, method, path, policy };
});
const guarded = ROUTES.filter(({ policy }) => policy.tier === 'account' || policy.tier === 'site');
const writing = ROUTES.filter(({ method, policy }) => method !== 'GET' && policy.tier !== 'public');

let s: Setting;
let target: Person;
let invitationId: string;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  target = await s.world.place(await s.world.person('Tom Halley'), s.agency, s.site, 'content_editor');
  invitationId = (
    await s.siteOwner.post(`/api/v1/sites/${s.site.id}/invitations`, {
      email: 'open@people.example',
      role: 'developer',
    })
  ).body.id;
});
afterAll(() => s.world.stop());

const filled = (path: string, ids: { account: string; site: string; user: string; id: string }) =>
  path
    .replace(':account', ids.account)
    .replace(':site', ids.site)
    .replace(':user', ids.user)
    .replace(/:(?:id|pageId|version)$/, ids.id)
    .replace(':delivery', ids.id)
    .replace(':id', ids.id);
const real = () => ({ account: s.agency.id, site: s.site.id, user: target.id, id: invitationId });
const unknown = { account: NO_ID, site: NO_ID, user: NO_ID, id: NO_ID };

function body(route: string): unknown {
  if (route === 'POST /api/v1/accounts/:account/access-changes')
    return { changes: [{ userId: target.id, siteId: s.site.id, role: 'developer' }] };
  if (route === 'POST /api/v1/accounts/:account/ownership-offer') return { userId: target.id };
  if (route === 'POST /api/v1/accounts/:account/members/:user/sites')
    return { assignments: [{ siteId: s.site.id, role: 'developer' }] };
  return BODIES[route];
}

function send(
  by: Caller,
  method: string,
  path: string,
  content?: unknown,
  headers?: Record<string, string>,
): Promise<Answer> {
  if (method === 'GET') return by.get(path);
  if (method === 'DELETE') return by.delete(path, content, headers);
  if (method === 'PUT') return by.put(path, content, headers);
  return method === 'POST' ? by.post(path, content, headers) : by.patch(path, content, headers);
}

function expectProblem(answer: Answer, status: number, code: string, who = '') {
  expect(answer.body, who).toMatchObject({
    status,
    code,
    type: expect.any(String),
    title: expect.any(String),
    detail: expect.any(String),
  });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.headers.get('x-request-id')).toBe(answer.body.requestId);
}

describe('every route', () => {
  it.each(ROUTES.filter(({ policy }) => policy.tier !== 'public' && policy.tier !== 'invitee'))(
    '$route without a session is 401',
    async ({ route, method, path }) => {
      expectProblem(
        await send(s.world.nobody, method, filled(path, real()), body(route)),
        401,
        'auth.required',
      );
    },
  );

  it.each(guarded)(
    '$route answers a stranger as if nothing were there [A-001, A-002]',
    async ({ route, method, path }) => {
      const stranger = await s.world.person('Stranger', `stranger.${hash(route)}@elsewhere.example`);
      await s.world.account(stranger, 'Somewhere Else');
      const forReal = await send(stranger, method, filled(path, real()), body(route));
      const forNothing = await send(stranger, method, filled(path, unknown), body(route));
      expectProblem(forReal, 404, 'not_found');
      expect({ ...forReal.body, requestId: '' }).toEqual({ ...forNothing.body, requestId: '' });
      const seen = (answer: Answer) => [...answer.headers].filter(([name]) => name !== 'x-request-id');
      expect(seen(forReal)).toEqual(seen(forNothing));
    },
  );

  it.each(guarded)(
    '$route finds nothing behind ids that are none [A-069]',
    async ({ route, method, path }) => {
      for (const odd of [
        'abc',
        '-1',
        '1e309',
        '..%2f',
        '%00',
        'a'.repeat(9_000),
        s.site.id.toUpperCase().replace(/[0-9]/g, 'A'),
      ]) {
        const answer = await send(
          s.sarah,
          method,
          filled(path, { account: odd, site: odd, user: odd, id: odd }),
          body(route),
        );
        expect(answer.status, odd.slice(0, 20)).toBe(404);
      }
    },
  );
});

describe('a route that needs a permission', () => {
  const needing = guarded.filter(
    ({ policy }) => 'needs' in policy && !['own', 'known'].includes(policy.needs),
  );

  it.each(needing)(
    '$route is 403 for every role without it and never for one with it [A-010]',
    async ({ route, method, path, policy }) => {
      const roles = policy.tier === 'account' ? ACCOUNT_ROLES : SITE_ROLES;
      for (const role of roles) {
        const site = await siteFor(route);
        const who = await personWith(policy, role, route, site);
        if (!who) continue;
        const answer = await send(who, method, filled(path, { ...real(), site: site.id }), body(route));
        const holds = carries(policy, role);
        if (holds) expect(answer.body?.code, `${role} holds it`).not.toBe('permission.denied');
        // Who sees no site of the account must not learn from the refusal that this one exists.
        else if (route.endsWith('/:user/sites') && !seesSites(role)) expectProblem(answer, 404, 'not_found');
        else expectProblem(answer, 403, 'permission.denied', role);
      }
    },
  );

  const seesSites = (role: string) =>
    (ACCOUNT_GRANTS[role as keyof typeof ACCOUNT_GRANTS] as readonly string[]).includes('sites.read');

  /** What opens a route that no one permission is named for: roster authority [R6], and asking about other people. */
  const AS_HELD: Readonly<Record<string, SitePermission>> = {
    roster: 'members.manage',
    'access.check': 'members.read',
  };

  /** `roster` counts as the permissions that carry it [R6]. */
  function carries(policy: RoutePolicy, role: string): boolean {
    if (policy.tier === 'account') {
      const needs = policy.needs === 'roster' ? 'roster.manage' : (policy.needs as AccountPermission);
      return (ACCOUNT_GRANTS[role as keyof typeof ACCOUNT_GRANTS] as readonly AccountPermission[]).includes(
        needs,
      );
    }
    const { needs: asked } = policy as { needs: string };
    const needs = (AS_HELD[asked] ?? asked) as SitePermission;
    return (SITE_GRANTS[role as keyof typeof SITE_GRANTS] as readonly SitePermission[]).includes(needs);
  }

  /** Each try at deleting a site gets one of its own, because all other routes are tried on the shared one. */
  const siteFor = async (route: string): Promise<Site> =>
    route === 'DELETE /api/v1/sites/:site' ? s.world.site(s.siteOwner, s.agency, 'Short-lived') : s.site;

  /** A fresh person for each try, because a try that is allowed may remove somebody. The one owner is Sarah. */
  async function personWith(
    policy: RoutePolicy,
    role: string,
    route: string,
    site: Site,
  ): Promise<Person | null> {
    if (policy.tier === 'account' && role === 'owner') return null;
    const who = await s.world.person(`Try ${role}`, `${role}.${hash(route)}@people.example`);
    if (policy.tier === 'account')
      return s.world.enroll(who, s.agency, role as (typeof ACCOUNT_ROLES)[number]);
    return s.world.place(who, s.agency, site, role as (typeof SITE_ROLES)[number]);
  }
});

describe('a route that writes', () => {
  it.each(writing)(
    '$route refuses what is not one JSON object in our form [A-053, A-065, A-067]',
    async ({ route, method, path }) => {
      const at = filled(path, real());
      // Of a site's areas its own people only: an account role is no way in [R3].
      const by = path.startsWith('/api/v1/sites/') ? s.siteOwner : s.sarah;
      for (const broken of [
        '{',
        '{"a":1,}',
        '{"a":NaN}',
        '{"a":1,"a":1}',
        '\ufeff{}',
        '{"a":1}{}',
        `${'['.repeat(30)}${']'.repeat(30)}`,
      ])
        expectProblem(await send(by, method, at, broken), 400, 'request.malformed');
      expectProblem(await send(by, method, at, `{"a":"${'x'.repeat(1_100_000)}"}`), 413, 'request.too_large');
      for (const odd of [
        { unknownField: 1 },
        { ['__proto__x']: 1 },
        { constructor: { prototype: {} } },
        [],
        'text',
        7,
        null,
      ])
        if (route !== 'DELETE' && takesBody(route))
          expect((await send(by, method, at, JSON.stringify(odd))).status, JSON.stringify(odd)).toBe(422);
      expectProblem(await send(by, method, at, '{"a":"\\u0000"}'), 422, 'validation.failed');
      expectProblem(await send(by, method, at, '{"a":"\\ud800"}'), 422, 'validation.failed');
      for (const headers of [
        { origin: 'https://evil.test' },
        { origin: 'null' },
        { origin: 'http://localhost:3000.evil.test' },
        { 'content-type': 'text/plain' },
        { 'content-type': 'application/x-www-form-urlencoded' },
      ] as Record<string, string>[])
        expectProblem(await send(by, method, at, body(route) ?? {}, headers), 403, 'request.cross_origin');
      expect(({} as Record<string, unknown>)['unknownField']).toBeUndefined();
    },
  );

  const takesBody = (route: string) => !/^DELETE .*\/invitations\/:id$/.test(route);
});
