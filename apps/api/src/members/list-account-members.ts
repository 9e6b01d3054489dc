import { ACCOUNT_ROLES, accountRoleGrants, fail, isId } from '@keyholder/domain';
import type { AccountId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { contains } from '../lists/contains.ts';
import { instantKey, readPage, roleKey } from '../lists/keyset.ts';
import { parseSort } from '../lists/sort.ts';
import { readPolicies } from '../roster/account-policies.ts';
import type { ACCOUNT_MEMBER_SORTS, AccountMemberQuery } from './person-view.ts';
import { currentAccess, whereFlagged } from './member-flags.ts';
import { readPersonSites } from './read-person-sites.ts';
import { viewAccountMember } from './view-account-member.ts';
import type { PersonRow } from './view-account-member.ts';

const SORT_KEYS = {
  name: { key: sql`lower(u.name)`, type: 'text' },
  email: { key: sql`u.email`, type: 'text' },
  role: { key: roleKey(sql`am.role`, ACCOUNT_ROLES), type: 'bigint' },
  sites: { key: sql`coalesce(counted.sites, 0)`, type: 'bigint' },
  joined: { key: instantKey(sql`am.joined_at`), type: 'bigint' },
  lastActive: { key: instantKey(sql`am.last_active_at`), type: 'bigint' },
} as const satisfies Record<(typeof ACCOUNT_MEMBER_SORTS)[number], { key: SQL; type: 'text' | 'bigint' }>;

/** Everybody of the account with every site and role: the page of people first, then their sites. */
export async function listAccountMembers(
  deps: Pick<Deps, 'read' | 'cursors'>,
  person: Pick<PersonAccess, 'userId'>,
  account: AccountAccess,
  query: AccountMemberQuery,
) {
  if (!accountRoleGrants(account.role, 'team.read')) return fail('permission.denied');
  const { key, reversed } = parseSort(query.sort);
  const order = { ...SORT_KEYS[key], descending: reversed };
  const { q = '', role = '', site = '', siteRole = '', flag = '', sort } = query;
  const page = await readPage<PersonRow>(
    deps,
    {
      list: JSON.stringify(['account-members', account.id, q, role, site, siteRole, flag, sort]),
      order,
      matched: sql`
        select am.user_id as id, ${order.key} as key, lower(u.name) as name_key
        from account_member am left join "user" u on u.id = am.user_id ${key === 'sites' ? countedSites(account.id) : sql``}
        where am.account_id = ${account.id} and ${sql.join(conditions(account.id, query), sql` and `)}`,
      filtered: [q, role, site, siteRole, flag].some(Boolean),
      columns: sql`u.name, u.email, am.role, am.joined_at, am.last_active_at, statement_timestamp() as now`,
      joins: sql`
        left join account_member am on am.account_id = ${account.id} and am.user_id = page.id
        left join "user" u on u.id = page.id`,
    },
    query,
  );
  const viewer = { userId: person.userId, accountRole: account.role };
  const ids = page.rows.map((row) => row.id);
  const [sites, policies] = await deps.read(async (db) => [
    await readPersonSites(db, account.id, ids, viewer),
    await readPolicies(db, account.id),
  ]);
  return {
    items: page.rows.map((row) => viewAccountMember(row, sites.get(row.id) ?? [], viewer, policies)),
    nextCursor: page.nextCursor,
    total: page.total,
  };
}

/** On how many sites each person has access now. */
const countedSites = (accountId: AccountId): SQL => sql`
  left join (select m.user_id, count(*) as sites from site_member m where m.account_id = ${accountId} and ${currentAccess}
    group by m.user_id) counted on counted.user_id = am.user_id`;

/** What the filters ask of the account member `am` and the person `u`. Ended access is no access, so no filter by site finds it. */
function conditions(accountId: AccountId, { q, role, site, siteRole, flag }: AccountMemberQuery): SQL[] {
  const found = [contains([sql`u.name`, sql`u.email`], q)];
  if (role !== undefined) found.push(sql`am.role = ${role}`);
  if (flag !== undefined) found.push(whereFlagged(flag, accountId));
  if (site !== undefined || siteRole !== undefined)
    found.push(sql`am.user_id in (
      select m.user_id from site_member m
      where m.account_id = ${accountId} and ${currentAccess} and ${site === undefined ? sql`true` : onSite(accountId, site)}
        and ${siteRole === undefined ? sql`true` : sql`m.role = ${siteRole}`})`);
  return found;
}

/** Without a join: whoever filters by role alone would pay for it once a membership. */
const onSite = (accountId: AccountId, idOrSlug: string): SQL =>
  isId(idOrSlug)
    ? sql`m.site_id = ${idOrSlug}::uuid`
    : sql`m.site_id = (select s.id from site s where s.account_id = ${accountId} and s.slug = ${idOrSlug} and s.deleted_at is null)`;
