import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import {
  KEY_PERMISSIONS,
  SITE_GRANTS,
  SITE_ROLES,
  mayBeCarried,
  siteRoleGrants,
  surfaceOf,
} from '@keyholder/domain';
import type { KeyPermission, SitePermission, SiteRole } from '@keyholder/domain';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { POLICY } from '../http/policy.ts';
import type { Person, Site } from '../testing/people.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { APP_URL } from '../testing/world.ts';
import { AREA_CALLS } from './testing/area-calls.ts';
import type { AreaRoute, Call } from './testing/area-calls.ts';

// Every role and every key against every route of an area, on the own site, a sibling site, another account's site and
// without a session, over HTTP: each answers as the domain's table says (issue 4; ).

interface Actor {
  readonly name: string;
  readonly userId: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What they are on the own site, and nowhere else. */
  readonly role: SiteRole;
  /** What a key carries; null for a person. */
  readonly carried: readonly KeyPermission[] | null;
}

const ROUTES = Object.keys(AREA_CALLS) as AreaRoute[];
const needsOf = (route: AreaRoute): SitePermission => POLICY[route].needs;
const MAKERS = SITE_ROLES.filter((role) => siteRoleGrants(role, 'api_keys.manage'));

let s: Setting;
let server: ReturnType<typeof createAdaptorServer>;
let base: string;
let places: Readonly<Record<'own' | 'sibling' | 'other', { site: Site; by: Person }>>;
let actors: readonly Actor[];
let number = 0;
let cases = 0;

beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  const { world, agency, site, siteOwner } = s;
  server = createAdaptorServer({ fetch: world.app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stranger = await world.person('Stranger');
  const elsewhere = await world.account(stranger, 'Elsewhere');
  await world.deps.database.sql`update account set plan = 'enterprise'`;
  places = {
    own: { site, by: siteOwner },
    sibling: { site: await world.site(siteOwner, agency, 'Sibling Site'), by: siteOwner },
    other: { site: await world.site(stranger, elsewhere, 'Their Site'), by: stranger },
  };
  const people = new Map<SiteRole, Person>();
  for (const role of SITE_ROLES)
    people.set(role, await world.place(await world.person(`A ${role}`), agency, site, role));
  actors = [
    ...SITE_ROLES.map((role): Actor => ({
      ...{ name: role, role, carried: null, userId: people.get(role)!.id },
      headers: { cookie: people.get(role)!.cookie },
    })),
    ...(await Promise.all(MAKERS.flatMap((role) => keysOf(role, people.get(role)!)))),
  ];
});
afterAll(async () => {
  if ('closeAllConnections' in server) server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await s.world.stop();
});

/** A key with all that its maker can lend, one that only reads, and one that only sees the site. */
function keysOf(role: SiteRole, maker: Person): Promise<Actor>[] {
  const held: readonly string[] = SITE_GRANTS[role];
  const all = KEY_PERMISSIONS.filter((permission) => held.includes(permission));
  const sorts: [string, readonly KeyPermission[]][] = [
    ['full', all],
    ['reading', all.filter((permission) => permission.endsWith('.read'))],
    ['bare', ['site.view']],
  ];
  return sorts.map(async ([sort, carried]) => {
    const made = await maker.post(`/api/v1/sites/${s.site.id}/api-keys`, {
      name: sort,
      permissions: carried,
    });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const headers = { authorization: `Bearer ${made.body.key}` };
    return { name: `${sort} key of ${role}`, userId: maker.id, role, carried, headers };
  });
}

/** What the table grants: the role's permissions, of a key only those that it carries too [R44]. */
const granted = ({ role, carried }: Actor, needs: SitePermission): boolean =>
  siteRoleGrants(role, needs) && (carried === null || (mayBeCarried(needs) && carried.includes(needs)));

async function send(route: AreaRoute, { path, body }: Call, headers: Readonly<Record<string, string>>) {
  cases += 1;
  const [method = ''] = route.split(' ');
  const response = await fetch(`${base}${path}`, {
    method,
    headers: {
      ...headers,
      ...(method === 'GET' ? {} : { origin: APP_URL, 'content-type': 'application/json' }),
    },
    ...(method === 'GET' || body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isProblem = response.headers.get('content-type') === 'application/problem+json';
  return { status: response.status, problem: isProblem ? JSON.parse(text) : null, text };
}

/** The site that a call is tried on; whoever may end a site gets one of their own for it. */
async function expendable(route: AreaRoute, actor: Actor): Promise<{ site: Site; by: Person }> {
  if (route !== 'DELETE /api/v1/sites/:site' || !granted(actor, needsOf(route))) return places.own;
  const site = await s.world.site(s.siteOwner, s.agency, `Short-lived ${(number += 1)}`);
  await s.world.deps.database.sql`
    insert into site_member (account_id, site_id, user_id, role, joined_at, source, changed_at)
    values (${s.agency.id}, ${site.id}, ${actor.userId}, ${actor.role}, now(), 'assigned', now())`;
  return { site, by: s.siteOwner };
}

describe('the table of roles and areas [R4]', () => {
  it('has seven roles, three of which make keys, and every route that a permission of a site opens', () => {
    const bySite = Object.entries(POLICY).filter(
      ([, policy]) =>
        policy.tier === 'site' && (SITE_GRANTS.owner as readonly string[]).includes(policy.needs),
    );
    expect(ROUTES.toSorted()).toEqual(bySite.map(([route]) => route).toSorted());
    expect([SITE_ROLES.length, MAKERS]).toEqual([7, ['owner', 'platform_admin', 'developer']]);
    expect(actors).toHaveLength(7 + 3 * 3);
  });

  it.each(ROUTES)('%s answers every role and key as it says [A-006, A-007, A-010]', async (route) => {
    const needs = needsOf(route);
    const shared = await AREA_CALLS[route](places.own.by, places.own.site, (number += 1));
    for (const actor of actors) {
      const may = granted(actor, needs);
      const { site, by } = await expendable(route, actor);
      const call = may ? await AREA_CALLS[route](by, site, (number += 1)) : shared;
      const answer = await send(route, call, actor.headers);
      const said = `${actor.name}: ${answer.text.slice(0, 300)}`;
      if (may) expect(answer.status, said).toBeLessThan(300);
      else {
        expect([answer.status, answer.problem?.code], said).toEqual([403, 'permission.denied']);
        // What no key ever carries is refused to keys as such; to end a site is no area.
        if (needs !== 'site.delete' && (actor.carried === null || mayBeCarried(needs)))
          expect(answer.problem, said).toMatchObject({ surface: surfaceOf(needs).key, role: actor.role });
      }
    }
    for (const where of ['sibling', 'other'] as const) {
      const call = await AREA_CALLS[route](places[where].by, places[where].site, (number += 1));
      for (const actor of actors) {
        const answer = await send(route, call, actor.headers);
        expect([answer.status, answer.problem?.code], `${actor.name} on the ${where} site`).toEqual([
          404,
          'not_found',
        ]);
      }
      expect((await send(route, call, {})).problem?.code, where).toBe('auth.required');
    }
    for (const headers of [
      {},
      { cookie: 'keyholder=nothing' },
      { authorization: `Bearer kh_12345678_${'x'.repeat(43)}` },
    ])
      expect((await send(route, shared, headers)).status, JSON.stringify(headers)).toBe(401);
  });

  it.each(ROUTES)('%s is opened by no account role but to look after people [R3, R43]', async (route) => {
    const needs = needsOf(route);
    const call = await AREA_CALLS[route](places.own.by, places.own.site, (number += 1));
    for (const who of [s.sarah, s.admin]) {
      const answer = await send(route, call, { cookie: who.cookie });
      const looksAfter = needs === 'members.read' || needs === 'activity.read';
      if (looksAfter) expect(answer.status, answer.text).toBe(200);
      else expect([answer.status, answer.problem?.code], answer.text).toEqual([403, 'permission.denied']);
    }
  });

  it('was tried as a whole', () => {
    const expected = ROUTES.length * (actors.length * 3 + 5 + 2);
    process.stdout.write(
      `${cases} cases: ${ROUTES.length} routes, ${actors.length} roles and keys, 3 sites, account roles, nobody\n`,
    );
    expect(cases).toBe(expected);
  });
});
