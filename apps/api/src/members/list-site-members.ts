import type { MembershipSource } from '@keyholder/db/schema';
import { SITE_ROLES, fail, maySeeMembers } from '@keyholder/domain';
import type { AccountRole, SiteRole, Standing, UserId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { SiteAccess } from '../http/access.ts';
import { standingOf } from '../http/caller.ts';
import type { Caller } from '../http/caller.ts';
import { contains } from '../lists/contains.ts';
import { instantKey, readPage, roleKey } from '../lists/keyset.ts';
import { parseSort } from '../lists/sort.ts';
import { currentAccess } from './member-flags.ts';
import type { SITE_MEMBER_SORTS, SiteMemberQuery, SiteMemberRow } from './site-member-row.ts';
import { siteMemberView } from './site-member-view.ts';

interface Row {
  id: UserId;
  name: string;
  email: string;
  account_role: AccountRole;
  role: SiteRole;
  joined_at: string | Date;
  last_active_at: string | Date | null;
  access_until: string | Date | null;
  version: number;
  changed_at: string | Date;
  source: MembershipSource;
  source_id: string | null;
  source_name: string | null;
  ended: boolean;
}

/** Strongest role first, then by name (ui/brief.md S4). */
const SORT_KEYS = {
  role: { key: roleKey(sql`m.role`, SITE_ROLES), type: 'bigint' },
  name: { key: sql`lower(u.name)`, type: 'text' },
  email: { key: sql`u.email`, type: 'text' },
  joined: { key: instantKey(sql`m.joined_at`), type: 'bigint' },
  lastActive: { key: instantKey(sql`m.last_active_at`), type: 'bigint' },
  accessUntil: { key: instantKey(sql`m.access_until`, 'last'), type: 'bigint' },
} as const satisfies Record<(typeof SITE_MEMBER_SORTS)[number], { key: SQL; type: 'text' | 'bigint' }>;

/** Who is on a site, for those who may see its members. What a key may see was judged at the door. */
export async function listSiteMembers(
  deps: Pick<Deps, 'read' | 'cursors'>,
  caller: Caller,
  site: SiteAccess,
  query: SiteMemberQuery,
) {
  const viewer = standingOf(caller, site);
  if (viewer && !maySeeMembers(viewer)) return fail('permission.denied');
  const { key, reversed } = parseSort(query.sort);
  const order = { ...SORT_KEYS[key], descending: reversed };
  const page = await readPage<Row>(
    deps,
    {
      list: JSON.stringify(['site-members', site.id, query.q ?? '', query.role ?? '', query.sort]),
      order,
      matched: sql`
        select m.user_id as id, ${order.key} as key, lower(u.name) as name_key
        from site_member m left join "user" u on u.id = m.user_id
        where m.site_id = ${site.id} and ${contains([sql`u.name`, sql`u.email`], query.q)}
          and ${query.role ? sql`m.role = ${query.role}` : sql`true`}`,
      filtered: query.role !== undefined || Boolean(query.q),
      columns: sql`u.name, u.email, am.role as account_role, m.role, m.joined_at, m.last_active_at, m.access_until, m.version,
        m.changed_at, m.source, by.id as source_id, by.name as source_name, not ${currentAccess} as ended`,
      joins: sql`
        left join site_member m on m.site_id = ${site.id} and m.user_id = page.id
        left join account_member am on am.account_id = m.account_id and am.user_id = m.user_id
        left join "user" u on u.id = page.id
        left join "user" by on by.id = m.source_by`,
    },
    query,
  );
  return {
    items: page.rows.map((row) => viewRow(row, viewer)),
    nextCursor: page.nextCursor,
    total: page.total,
  };
}

const viewRow = (row: Row, viewer: Standing | null): SiteMemberRow => ({
  ...siteMemberView(
    {
      userId: row.id,
      name: row.name,
      email: row.email,
      accountRole: row.account_role,
      role: row.role,
      joinedAt: new Date(row.joined_at),
      lastActiveAt: instantOf(row.last_active_at),
      accessUntil: instantOf(row.access_until),
      version: row.version,
      changedAt: new Date(row.changed_at),
    },
    viewer,
  ),
  source: row.source,
  invitedBy:
    row.source_id !== null && row.source_name !== null ? { id: row.source_id, name: row.source_name } : null,
  ended: row.ended,
});

const instantOf = (value: string | Date | null): Date | null => (value === null ? null : new Date(value));
