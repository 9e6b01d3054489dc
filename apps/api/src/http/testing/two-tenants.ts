import { setTimeout as sleep } from 'node:timers/promises';
import type { TestServer } from '@keyholder/db/testing';
import { sql } from 'drizzle-orm';
import type { Account, Answer, Person, Site } from '../../testing/people.ts';
import { createSetting } from '../../testing/setting.ts';
import type { Setting } from '../../testing/setting.ts';
import { POLICY } from '../policy.ts';
import { BODIES } from './bodies.ts';

export const NO_ID = '01900000-0000-7000-8000-000000000000';

export interface Ids {
  readonly account: string;
  readonly site: string;
  readonly user: string;
  readonly id: string;
}

/** What there is nowhere. */
export const NOTHING: Ids = { account: NO_ID, site: NO_ID, user: NO_ID, id: NO_ID };

/** Two tenants whose people know each other's ids, and somebody who belongs to the first and owns a third. */
export interface TwoTenants extends Setting {
  /** The owner of B. */
  readonly ob: Person;
  readonly b: Account;
  readonly b1: Site;
  readonly target: Person;
  readonly invitation: string;
  /** A developer on the agency's site who owns an account of their own. */
  readonly both: Person;
  readonly own: Account;
  readonly ownSite: Site;
  /** Everything of A that a route could name. */
  readonly ofA: Ids;
  /** All rows of the agency, with its jobs: what no stranger may change. Being looked at is not a change. */
  rowsOfA(): Promise<string>;
}

export async function createTwoTenants(server: TestServer): Promise<TwoTenants> {
  const s = await createSetting(server);
  const { world, agency, site } = s;
  const { orm } = world.deps.database;
  const ob = await world.person('Owner Of B');
  const b = await world.account(ob, 'Other Tenant');
  const b1 = await world.site(ob, b, 'Their Site');
  const both = await world.place(await world.person('Of Both'), agency, site, 'developer');
  const own = await world.account(both, 'Own Account');
  const ownSite = await world.site(both, own, 'Own Site');
  const target = await world.place(await world.person('Tom Halley'), agency, site, 'content_editor');
  const invited = { email: 'open@people.example', role: 'developer' };
  const invitation: string = (await s.siteOwner.post(`/api/v1/sites/${site.id}/invitations`, invited)).body
    .id;
  // Mails under way would change the rows that must not change.
  while ((await orm.execute(sql`select 1 from mail where state = 'queued'`)).length > 0) await sleep(20);
  return {
    ...s,
    ...{ ob, b, b1, target, invitation, both, own, ownSite },
    ofA: { account: agency.id, site: site.id, user: target.id, id: invitation },
    async rowsOfA() {
      const parts: unknown[] = [];
      for (const table of TABLES)
        parts.push(
          await orm.execute(sql`
            select coalesce(json_agg(to_jsonb(t) - 'last_active_at' order by to_jsonb(t)::text), '[]') as rows
            from ${sql.identifier(table)} t where t.account_id = ${agency.id}`),
        );
      parts.push(await orm.execute(sql`select id, name, plan, slug from account where id = ${agency.id}`));
      parts.push(await orm.execute(sql`select count(*) as jobs from pgboss.job`));
      return JSON.stringify(parts);
    },
  };
}

const TABLES = [
  ...['account_member', 'site', 'site_member', 'invitation', 'invitation_send', 'mail', 'audit_event'],
  ...['removed_member', 'api_key'],
  ...[
    'content',
    'redirect',
    'site_code',
    'site_settings',
    'form',
    'form_submission',
    'site_order',
    'visit_count',
  ],
];

export interface Route {
  readonly route: string;
  readonly method: string;
  readonly path: string;
  /** Under which kind of parent it lies. */
  readonly parent: 'account' | 'site';
}

/** Every route below an account or a site. */
export const GUARDED: readonly Route[] = Object.entries(POLICY).flatMap(([route, { tier }]): Route[] => {
  const [method = '', path = ''] = route.split(' ');
  return tier === 'account' || tier === 'site' ? [{ route, method, path, parent: tier }] : [];
});

/** Bodies that pass the schema, so that it is the place that refuses. */
function bodyFor(route: string, siteId: string): unknown {
  if (route.endsWith('/:user/sites')) return { assignments: [{ siteId, role: 'developer' }] };
  return BODIES[route] ?? {};
}

/** Asks a route about these ids; where a body names a site it is `ofA`'s. */
export function ask(
  who: Person,
  { route, method, path }: Route,
  ids: Ids,
  siteInBody: string,
): Promise<Answer> {
  const at = path.replace(/:(account|site|user|id)/g, (_, name: keyof Ids) => ids[name]);
  if (method === 'GET') return who.get(at);
  const body = bodyFor(route, siteInBody);
  if (method === 'POST') return who.post(at, body);
  if (method === 'PUT') return who.put(at, body);
  return method === 'PATCH' ? who.patch(at, body) : who.delete(at, body);
}

/** Everything that a caller can see of an answer, but what differs in any two. */
export const seen = ({ status, headers, body }: Answer) => ({
  status,
  headers: [...headers].filter(([name]) => name !== 'x-request-id'),
  body: JSON.stringify({ ...body, requestId: '' }),
});
