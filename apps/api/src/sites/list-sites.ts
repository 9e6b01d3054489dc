import { SITE_ROLES, accountRoleGrants, isSiteOwner } from '@keyholder/domain';
import type { AccountId } from '@keyholder/domain';
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

const people = sql`count(*) as members, count(*) filter (where m.role = any(${OWNER_ROLES}::text[])) as owners`;
const open = sql`count(*) as pending, count(*) filter (where i.expires_at <= statement_timestamp()) as expired`;

/** Head counts of the sites of a page, each by itself. */
const countsOfPage = sql`
  left join lateral (select ${people} from site_member m where m.site_id = s.id and ${current}) people on true
  left join lateral (select ${open} from invitation i where i.site_id = s.id and i.state = 'pending') open on true`;

/** The same for all sites of an account at once; the planner leaves out what neither sort nor flag asks for. */
const countsOfAll = (accountId: AccountId): SQL => sql`
  left join (select m.site_id, ${people} from site_member m where m.account_id = ${accountId} and ${current}
    group by m.site_id) people on people.site_id = s.id
  left join (select i.site_id, ${open} from invitation i where i.account_id = ${accountId} and i.state = 'pending'
    group by i.site_id) open on open.site_id = s.id`;

const owners = sql`
  (select json_agg(json_build_object('id', o.id, 'name', o.name)) from (
    select u.id, u.name from site_member m join "user" u on u.id = m.user_id
    where m.site_id = s.id and m.role = any(${OWNER_ROLES}::text[]) and ${current}
    order by lower(u.name), u.id limit ${OWNERS_NAMED}) o)`;

const FLAG_CONDITIONS = {
  expired: sql`open.expired > 0`,
  no_owner: sql`coalesce(people.owners, 0) = 0`,
  one_owner: sql`people.owners = 1`,
} as const satisfies Record<(typeof SITE_FLAGS)[number], SQL>;

const SORT_KEYS = {
  name: { key: sql`lower(s.name)`, type: 'text' },
  members: { key: sql`coalesce(people.members, 0)`, type: 'bigint' },
  pending: { key: sql`coalesce(open.pending, 0)`, type: 'bigint' },
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
  const seesAll = accountRoleGrants(account.role, 'sites.read');
  const known = seesAll
    ? sql`true`
    : sql`exists (select 1 from site_member m where m.site_id = s.id and m.user_id = ${person.userId} and ${current})`;
  const page = await readPage<Row>(
    deps,
    {
      list: JSON.stringify(['sites', account.id, person.userId, query.q ?? '', query.flag ?? '', query.sort]),
      order,
      matched: sql`
        select s.id, ${order.key} as key, lower(s.name) as name_key from site s
        ${countsOfAll(account.id)}
        where s.account_id = ${account.id} and s.deleted_at is null and ${known}
          and ${contains([sql`s.name`, sql`s.domain`], query.q)}
          and ${query.flag ? FLAG_CONDITIONS[query.flag] : sql`true`}`,
      filtered: !seesAll || query.flag !== undefined || Boolean(query.q),
      columns: sql`s.slug, s.name, s.domain, people.members, open.pending, open.expired, ${owners} as owners`,
      joins: sql`left join site s on s.id = page.id ${countsOfPage}`,
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
