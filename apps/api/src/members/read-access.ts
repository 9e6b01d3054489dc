import { SITE_ROLES, accountRoleGrants, fail, isId } from '@keyholder/domain';
import type { AccountId, AccountRole, SiteRole } from '@keyholder/domain';
import type { Transaction } from '@keyholder/db';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { AccountAccess } from '../http/access.ts';
import { contains } from '../lists/contains.ts';
import { MOST_MEMBERSHIPS } from './access-view.ts';
import type { AccessQuery, AccessView } from './access-view.ts';
import { MEMBER_FLAGS, currentAccess, whereFlagged } from './member-flags.ts';

/** The rows and columns, in the order of their names. */
interface Heads extends Record<string, unknown> {
  readonly people: readonly { id: string; name: string; email: string; role: AccountRole }[];
  readonly sites: AccessView['sites'];
}
interface Held extends Record<string, unknown> {
  readonly user_id: string;
  readonly site_id: string;
  readonly role: SiteRole;
  readonly until: string | null;
}
interface Offered extends Record<string, unknown> {
  readonly id: string;
  readonly email: string;
  readonly site_id: string;
  readonly role: SiteRole;
  readonly expired: boolean;
  /** The text finds the address or the site. */
  readonly found: boolean;
}

/** Everybody of the account by every site, with the open invitations: three statements, however many they are. */
export async function readAccess(
  deps: Pick<Deps, 'read'>,
  account: AccountAccess,
  query: AccessQuery,
): Promise<AccessView> {
  if (!accountRoleGrants(account.role, 'team.read')) return fail('permission.denied');
  return deps.read(async (db) => {
    const [heads] = await db.execute<Heads>(headsOf(account.id, query));
    const { people, sites } = heads ?? fail('internal.error');
    const filtered = Object.values(query).some((value) => value !== undefined && value !== '');
    const held = await readHeld(db, account.id, filtered ? { people, sites } : null);
    const offered = await db.execute<Offered>(offeredIn(account.id, query.q));
    return viewOf({ people, sites }, held, offered, query);
  });
}

/** Names meet memberships here and not in SQL, where a join of what a filter has left is planned for a handful of rows. */
function viewOf(
  { people, sites }: Heads,
  held: readonly Held[],
  offered: readonly Offered[],
  { role, flag }: AccessQuery,
): AccessView {
  const rows = new Map(people.map(({ id }, at) => [id, at]));
  const columns = new Map(sites.map(({ id }, at) => [id, at]));
  const known = new Set(people.map(({ email }) => email));
  const grants = held.flatMap((one): AccessView['grants'] => {
    const [person, site] = [rows.get(one.user_id), columns.get(one.site_id)];
    if (person === undefined || site === undefined) return [];
    const until = one.until === null ? null : new Date(one.until).toISOString();
    return [[person, site, SITE_ROLES.indexOf(one.role), until]];
  });
  const pending = offered.flatMap((one) => {
    const site = columns.get(one.site_id);
    const asked = flag === undefined && (role === undefined || one.role === role) && one.found;
    return site !== undefined && (asked || known.has(one.email)) ? [{ ...one, site }] : [];
  });
  pending.sort((a, b) => a.email.localeCompare(b.email, 'en') || a.site - b.site);
  return {
    people: people.map(({ id, name, email }) => ({ id, name, email })),
    sites,
    roles: [...SITE_ROLES],
    grants: grants.sort((a, b) => a[0] - b[0] || a[1] - b[1]),
    pending: pending.map(({ email, site, role: offer, expired }) => [
      ...([email, site, SITE_ROLES.indexOf(offer), expired] as const),
    ]),
    accountRoles: people.map((person) => person.role),
    invitations: pending.map(({ id }) => id),
  };
}

/** A person who is found shows with all sites; a site that is found shows with whoever is on it. */
function headsOf(accountId: AccountId, query: AccessQuery): SQL {
  const { q, site } = query;
  const list = (json: SQL, from: SQL) => sql`(select coalesce(json_agg(${json}), '[]') ${from})`;
  const shown =
    q === undefined || q === ''
      ? sql`true`
      : sql`(s.id in (${titled(accountId, q)}) or exists (${named(accountId, q)}))`;
  return sql`select
    ${list(
      sql`json_build_object('id', am.user_id, 'name', u.name, 'email', u.email, 'role', am.role) order by lower(u.name), am.user_id`,
      sql`from account_member am join "user" u on u.id = am.user_id
        where am.account_id = ${accountId} and ${sql.join(peopleConditions(accountId, query), sql` and `)}`,
    )} as people,
    ${list(
      sql`json_build_object('id', s.id, 'name', s.name) order by lower(s.name), s.id`,
      sql`from site s where s.account_id = ${accountId} and s.deleted_at is null and ${onSite(site, sql`s`)} and ${shown}`,
    )} as sites`;
}

const named = (accountId: AccountId, q: string): SQL => sql`
  select n.user_id from account_member n join "user" w on w.id = n.user_id
  where n.account_id = ${accountId} and ${contains([sql`w.name`, sql`w.email`], q)}`;
const titled = (accountId: AccountId, q: string): SQL => sql`
  select t.id from site t
  where t.account_id = ${accountId} and t.deleted_at is null and ${contains([sql`t.name`, sql`t.domain`], q)}`;

/** Which people are rows: filters by site and role look at access that goes on, as in the list of people [R34]. */
function peopleConditions(accountId: AccountId, { q, site, role, flag }: AccessQuery): SQL[] {
  const found = [sql`true`];
  const among = (condition: SQL) =>
    sql`am.user_id in (select m.user_id from site_member m join site s on s.id = m.site_id
      where m.account_id = ${accountId} and ${currentAccess} and ${condition})`;
  if (q)
    found.push(
      sql`(am.user_id in (${named(accountId, q)}) or ${among(sql`m.site_id in (${titled(accountId, q)})`)})`,
    );
  if (site !== undefined || role !== undefined)
    found.push(
      among(sql`${role === undefined ? sql`true` : sql`m.role = ${role}`} and ${onSite(site, sql`s`)}`),
    );
  if (flag !== undefined)
    found.push(
      sql`(${sql.join(
        MEMBER_FLAGS.filter((one) => flag === 'any' || one === flag).map((one) =>
          whereFlagged(one, accountId),
        ),
        sql` or `,
      )})`,
    );
  return found;
}

/** The access that goes on now; of everybody when nothing is filtered. One more than can be shown is one too many. */
async function readHeld(
  db: Pick<Transaction, 'execute'>,
  accountId: AccountId,
  only: Heads | null,
): Promise<readonly Held[]> {
  const ids = (heads: readonly { id: string }[]) => sql.param(heads.map(({ id }) => id));
  const from = sql`from site_member m where m.account_id = ${accountId} and ${currentAccess} and ${
    only
      ? sql`m.user_id = any(${ids(only.people)}::uuid[]) and m.site_id = any(${ids(only.sites)}::uuid[])`
      : sql`true`
  }`;
  const held = await db.execute<Held>(
    sql`select m.user_id, m.site_id, m.role, m.access_until as until ${from} limit ${MOST_MEMBERSHIPS + 1}`,
  );
  if (held.length <= MOST_MEMBERSHIPS) return held;
  const [counted] = await db.execute<{ n: number }>(sql`select count(*)::int as n ${from}`);
  return fail('access.filter_required', { memberships: counted?.n ?? held.length, limit: MOST_MEMBERSHIPS });
}

const offeredIn = (accountId: AccountId, q: string | undefined): SQL => sql`
  select i.id, i.email, i.site_id, i.role, i.expires_at <= statement_timestamp() as expired,
    ${contains([sql`i.email`, sql`s.name`, sql`s.domain`], q)} as found
  from invitation i join site s on s.id = i.site_id
  where i.account_id = ${accountId} and i.state = 'pending'`;

const onSite = (idOrSlug: string | undefined, s: SQL): SQL => {
  if (idOrSlug === undefined) return sql`true`;
  return isId(idOrSlug)
    ? sql`${s}.id = ${idOrSlug}::uuid`
    : sql`${s}.slug = ${idOrSlug} and ${s}.deleted_at is null`;
};
