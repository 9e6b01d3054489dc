import { KEY_PERMISSIONS } from '@keyholder/domain';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { brokenInvariants } from '../testing/invariants.ts';
import { makeKey, programWith } from '../testing/keys.ts';
import type { Key } from '../testing/keys.ts';
import type { Answer, Caller, Person } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { POLICY, takesKeys } from './policy.ts';
import type { RoutePolicy } from './policy.ts';

// What a program reaches with a key, route by route of the policy table [R44, A-007].

const ROUTES = Object.entries(POLICY as Record<string, RoutePolicy>).map(([route, policy]) => {
  const [method = '', path = ''] = route.split(' ');
  return { route, method, path, policy };
});
const ofKeys = ROUTES.filter(({ policy }) => takesKeys(policy));
const ofPeople = ROUTES.filter(({ policy }) => policy.tier === 'site' && !takesKeys(policy));
const elsewhere = ROUTES.filter(({ policy }) => policy.tier === 'account' || policy.tier === 'person');

let s: Setting;
let key: Key;
let target: Person;
let program: Caller;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  target = await s.world.place(await s.world.person('Tom Halley'), s.agency, s.site, 'content_editor');
  key = await makeKey(s.siteOwner, s.site, KEY_PERMISSIONS);
  program = programWith(s.world, key.text);
});
afterAll(async () => {
  expect(await brokenInvariants(s.world)).toEqual([]);
  await s.world.stop();
});

const filled = (path: string, site: string = s.site.id) =>
  path
    .replace(':account', s.agency.id)
    .replace(':site', site)
    .replace(':user', target.id)
    .replace(/:\w+/g, key.id);

function send(by: Caller, method: string, path: string): Promise<Answer> {
  if (method === 'GET') return by.get(path);
  if (method === 'POST') return by.post(path, {});
  if (method === 'PUT') return by.put(path, {});
  return method === 'PATCH' ? by.patch(path, {}) : by.delete(path, {});
}
const refusal = ({ status, body }: Answer) => [status, body?.code];

describe('a key with everything that a key may carry', () => {
  it.each(ofKeys)('is let in by $route', async ({ method, path }) => {
    const answer = await send(program, method, filled(path));
    expect(answer.status).toBeLessThan(500);
    expect([401, 403]).not.toContain(answer.status);
  });

  it.each(ofPeople)(
    'is refused by $route: people and keys are managed by people [A-007]',
    async ({ method, path }) => {
      expect(refusal(await send(program, method, filled(path)))).toEqual([403, 'permission.denied']);
    },
  );

  it.each(elsewhere)('is nobody for $route [A-007]', async ({ method, path }) => {
    expect(refusal(await send(program, method, filled(path)))).toEqual([401, 'auth.required']);
  });

  it.each(ofKeys)('finds nothing of another site behind $route [A-001]', async ({ method, path }) => {
    const sibling = await s.world.site(s.siteOwner, s.agency, 'Sibling');
    const stranger = await s.world.person('Stranger', `s${Math.random()}@elsewhere.example`);
    const theirs = await s.world.site(stranger, await s.world.account(stranger, 'Elsewhere'), 'Theirs');
    const none = await send(program, method, filled(path, '01900000-0000-7000-8000-000000000000'));
    for (const site of [sibling, theirs]) {
      const answer = await send(program, method, filled(path, site.id));
      expect(refusal(answer)).toEqual([404, 'not_found']);
      expect({ ...answer.body, requestId: '' }).toEqual({ ...none.body, requestId: '' });
    }
  });

  it('leaves people, roles, invitations and keys as they were', async () => {
    const members = await s.siteOwner.get(`/api/v1/sites/${s.site.id}/members`);
    expect(members.body.items.map((one: { role: string }) => one.role).sort()).toEqual(
      ['content_editor', 'owner', 'platform_admin'].sort(),
    );
    expect((await s.siteOwner.get(`/api/v1/sites/${s.site.id}/invitations`)).body.total).toBe(0);
    expect((await s.siteOwner.get(`/api/v1/sites/${s.site.id}/api-keys`)).body.total).toBe(1);
  });
});

describe('a key that carries nothing a route needs', () => {
  it.each(ofKeys.filter(({ policy }) => 'needs' in policy && policy.needs !== 'known'))(
    'is refused by $route, with the area it lacks and its maker’s role [R44]',
    async ({ method, path, policy }) => {
      const needs = (policy as { needs: string }).needs;
      const rest = KEY_PERMISSIONS.filter((one) => one !== needs);
      const without = programWith(s.world, (await makeKey(s.siteOwner, s.site, rest)).text);
      const answer = await send(without, method, filled(path));
      expect(refusal(answer)).toEqual([403, 'permission.denied']);
      expect(answer.body.role).toBe('owner');
      expect(answer.body.surface).toBe(needs in SURFACE ? SURFACE[needs] : needs.split('.')[0]);
    },
  );
  /** Areas that do not bear the noun of the permission. */
  const SURFACE: Record<string, string | undefined> = { 'access.check': undefined };
});

describe('the site as a key sees it', () => {
  it('shows what it may do, and that it manages nobody [R44]', async () => {
    const reader = programWith(
      s.world,
      (await makeKey(s.siteOwner, s.site, ['members.read', 'pages.read'])).text,
    );
    const { body } = await reader.get(`/api/v1/sites/${s.site.id}`);
    expect(body).toMatchObject({
      ...{ role: 'owner', permissions: ['members.read', 'pages.read'] },
      ...{ canManageMembers: false, grantableRoles: [] },
    });
    expect(body.surfaces.map((one: { key: string }) => one.key)).toEqual(['pages', 'members']);
    const { items } = (await reader.get(`/api/v1/sites/${s.site.id}/members`)).body;
    expect(items.some((one: { you: boolean; manageable: boolean }) => one.you || one.manageable)).toBe(false);
  });
});
