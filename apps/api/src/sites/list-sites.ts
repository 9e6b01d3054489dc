import { SITE_ROLES, accountRoleGrants, isSiteOwner } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { contains } from '../lists/contains.ts';
import { readPage } from '../lists/keyset.ts';
import { parseSort } from '../lists/sort.ts';
import { OWNERS_NAMED } from './site-list-view.ts';
import type { SITE_FLAGS, SITE_SORTS, SiteListQuery, SiteRow } from './site-list-view.ts';

const OWNER_ROLES = sql.param(SITE_ROLES.filter(isSiteOwner));
const current = sql`(m.access_until is null or m.access_until > statement_timestamp())`;

/** Head counts of the site `s`. */
const counts = sql`
  (select count(*) as members, count(*) filter (where m.role = any(${OWNER_ROLES}::text[])) as owners
    from site_member m where m.site_id = s.id and ${current}) people,
  (select count(*) as pending, count(*) filter (where i.expires_at <= statement_timestamp()) as expired
    from invitation i where i.site_id = s.id and i.state = 'pending') open`;

const owners = sql`
  (select json_agg(json_build_object('id', o.id, 'name', o.name)) from (
    select u.id, u.name from site_member m join "user" u on u.id = m.user_id
    where m.site_id = s.id and m.role = any(${OWNER_ROLES}::text[]) and ${current}
    order by lower(u.name), u.id limit ${OWNERS_NAMED}) o)`;

const FLAG_CONDITIONS = {
  expired: sql`c.expired > 0`,
  no_owner: sql`c.owners = 0`,
  one_owner: sql`c.owners = 1`,
} as const satisfies Record<(typeof SITE_FLAGS)[number], SQL>;

const SORT_KEYS = {
  name: { key: sql`lower(s.name)`, type: 'text' },
  members: { key: sql`c.members`, type: 'bigint' },
  pending: { key: sql`c.pending`, type: 'bigint' },
} as const satisfies Record<(typeof SITE_SORTS)[number], { key: SQL; type: 'text' | 'bigint' }>;

interface Row {
  id: string;
  slug: string;
  name: string;
  domain: string;
  members: string;
  pending: string;
  expired: string;
  owners: { id: string; name: string }[] | null;
}

/** The sites of the account that the viewer may know of: all of them with `sites.read`, else those they are on. */
export async function listSites(
  deps: Deps,
  person: PersonAccess,
  account: AccountAccess,
  query: SiteListQuery,
) {
  const { key, reversed } = parseSort(query.sort);
  const order = { ...SORT_KEYS[key], descending: reversed };
  const known = accountRoleGrants(account.role, 'sites.read')
    ? sql`true`
    : sql`exists (select 1 from site_member m where m.site_id = s.id and m.user_id = ${person.userId} and ${current})`;
  const page = await readPage<Row>(
    deps,
    {
      list: JSON.stringify(['sites', account.id, person.userId, query.q ?? '', query.flag ?? '', query.sort]),
      order,
      matched: sql`
        select s.id, ${order.key} as key, lower(s.name) as name_key from site s
        left join lateral (select * from ${counts}) c on ${SORT_KEYS[key].type === 'bigint' || query.flag !== undefined}
        where s.account_id = ${account.id} and ${known}
          and ${contains([sql`s.name`, sql`s.domain`], query.q)}
          and ${query.flag ? FLAG_CONDITIONS[query.flag] : sql`true`}`,
      columns: sql`s.slug, s.name, s.domain, c.members, c.pending, c.expired, ${owners} as owners`,
      joins: sql`left join site s on s.id = page.id left join lateral (select * from ${counts}) c on s.id is not null`,
    },
    query,
  );
  return { items: page.rows.map(viewRow), nextCursor: page.nextCursor, total: page.total };
}

const viewRow = (row: Row): SiteRow => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  domain: row.domain,
  members: Number(row.members),
  pending: Number(row.pending),
  expired: Number(row.expired),
  owners: row.owners ?? [],
});
