import { SITE_ROLES, accountRoleGrants, fail, isId } from '@keyholder/domain';
import type { AccountId, AccountRole } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { AccountAccess } from '../http/access.ts';
import { contains } from '../lists/contains.ts';
import { MOST_MEMBERSHIPS } from './access-view.ts';
import type { AccessQuery, AccessView } from './access-view.ts';
import { MEMBER_FLAGS, currentAccess, whereFlagged } from './member-flags.ts';

interface Row extends Record<string, unknown> {
  readonly memberships: number;
  readonly people: readonly { id: string; name: string; email: string; role: AccountRole }[];
  readonly sites: AccessView['sites'];
  readonly grants: readonly [number, number, number, number | null][];
  readonly pending: readonly [string, number, number, boolean, string][];
}

/** Everybody of the account by every site, with the open invitations: one statement, so one moment. */
export async function readAccess(
  deps: Pick<Deps, 'read'>,
  account: AccountAccess,
  query: AccessQuery,
): Promise<AccessView> {
  if (!accountRoleGrants(account.role, 'team.read')) return fail('permission.denied');
  const [row] = await deps.read((db) => db.execute<Row>(statement(account.id, query)));
  if (!row) return fail('internal.error');
  if (row.memberships > MOST_MEMBERSHIPS)
    return fail('access.filter_required', { memberships: row.memberships, limit: MOST_MEMBERSHIPS });
  return {
    people: row.people.map(({ id, name, email }) => ({ id, name, email })),
    sites: row.sites,
    roles: [...SITE_ROLES],
    grants: row.grants.map(([person, site, role, until]) => [
      ...([person, site, role] as const),
      until === null ? null : new Date(until).toISOString(),
    ]),
    pending: row.pending.map(([email, site, role, expired]) => [email, site, role, expired]),
    accountRoles: row.people.map(({ role }) => role),
    invitations: row.pending.map(([, , , , id]) => id),
  };
}

/**
 * `named` and `titled` are whom and what the text finds. A person who is found shows with all sites; a site that is
 * found shows with whoever is on it, and alone when no person is found. Indexes count from 0, in the order of the names.
 */
function statement(accountId: AccountId, query: AccessQuery): SQL {
  const { q, site, role, flag } = query;
  const roleAt = (column: SQL) => sql`array_position(${sql.param(SITE_ROLES)}::text[], ${column}) - 1`;
  const list = (json: SQL, from: SQL) => sql`(select coalesce(json_agg(${json}), '[]') from ${from})`;
  return sql`
    with named as materialized (
      select am.user_id from account_member am join "user" u on u.id = am.user_id
      where am.account_id = ${accountId} and ${contains([sql`u.name`, sql`u.email`], q)}),
    titled as materialized (
      select s.id from site s
      where s.account_id = ${accountId} and s.deleted_at is null and ${contains([sql`s.name`, sql`s.domain`], q)}),
    shown_site as materialized (
      select s.id, s.name, row_number() over (order by lower(s.name), s.id) - 1 as at from site s
      where s.account_id = ${accountId} and s.deleted_at is null and ${onSite(site, sql`s`)}
        and (exists (select from named) or s.id in (select id from titled))),
    shown_person as materialized (
      select am.user_id as id, u.name, u.email, am.role, row_number() over (order by lower(u.name), am.user_id) - 1 as at
      from account_member am join "user" u on u.id = am.user_id
      where am.account_id = ${accountId} and ${sql.join(peopleConditions(accountId, query), sql` and `)}),
    held as materialized (
      select p.at as person, s.at as site, ${roleAt(sql`m.role`)} as role, m.access_until as until
      from site_member m join shown_person p on p.id = m.user_id join shown_site s on s.id = m.site_id
      where m.account_id = ${accountId} and ${currentAccess}),
    offered as materialized (
      select i.email, s.at as site, ${roleAt(sql`i.role`)} as role, i.expires_at <= statement_timestamp() as expired, i.id
      from invitation i join shown_site s on s.id = i.site_id left join shown_person p on p.email = i.email
      where i.account_id = ${accountId} and i.state = 'pending' and (p.id is not null or (
        ${flag === undefined} and ${role === undefined ? sql`true` : sql`i.role = ${role}`}
        and (i.site_id in (select id from titled) or ${contains([sql`i.email`], q)}))))
    select (select count(*)::int from held) as memberships,
      ${list(sql`json_build_object('id', id, 'name', name, 'email', email, 'role', role) order by at`, sql`shown_person`)} as people,
      ${list(sql`json_build_object('id', id, 'name', name) order by at`, sql`shown_site`)} as sites,
      ${list(
        sql`json_build_array(person, site, role, round(extract(epoch from until) * 1000)) order by person, site`,
        sql`(select * from held limit ${MOST_MEMBERSHIPS}) held`,
      )} as grants,
      ${list(sql`json_build_array(email, site, role, expired, id) order by email, site`, sql`offered`)} as pending`;
}

/** Which people are rows: filters by site and role look at access that goes on, as in the list of people [R34]. */
function peopleConditions(accountId: AccountId, { q, site, role, flag }: AccessQuery): SQL[] {
  const found = [sql`true`];
  const among = (condition: SQL) =>
    sql`am.user_id in (select m.user_id from site_member m
      where m.account_id = ${accountId} and ${currentAccess} and ${condition})`;
  if (q)
    found.push(
      sql`(am.user_id in (select user_id from named) or ${among(sql`m.site_id in (select id from titled)`)})`,
    );
  if (site !== undefined || role !== undefined)
    found.push(
      among(sql`${role === undefined ? sql`true` : sql`m.role = ${role}`}
        and m.site_id in (select id from shown_site)`),
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

const onSite = (idOrSlug: string | undefined, s: SQL): SQL => {
  if (idOrSlug === undefined) return sql`true`;
  return isId(idOrSlug) ? sql`${s}.id = ${idOrSlug}::uuid` : sql`${s}.slug = ${idOrSlug}`;
};
