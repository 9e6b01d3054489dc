import type { Transaction } from '@keyholder/db';
import type { MembershipSource } from '@keyholder/db/schema';
import { mayManage } from '@keyholder/domain';
import type { AccountId, AccountRole, AccountStanding, SiteRole, UserId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { PersonSite } from './person-view.ts';
import { OWNER_ROLES, currentAccess } from './member-flags.ts';
import { etagOf } from './site-member-view.ts';

interface Row extends Record<string, unknown> {
  user_id: UserId;
  account_role: AccountRole;
  site_id: string;
  site_slug: string;
  site_name: string;
  role: SiteRole;
  viewer_role: SiteRole | null;
  joined_at: string | Date;
  last_active_at: string | Date | null;
  access_until: string | Date | null;
  version: number;
  changed_at: string | Date;
  source: MembershipSource;
  source_id: string | null;
  source_name: string | null;
  ended: boolean;
  only_owner: boolean;
  holds_keys: boolean;
}

export interface SiteOfPerson {
  readonly view: PersonSite;
  readonly onlyOwner: boolean;
  readonly holdsKeys: boolean;
}

/** Every site of these people in the account, by person, in one statement for all of them. */
export async function readPersonSites(
  db: Pick<Transaction, 'execute'>,
  accountId: AccountId,
  userIds: readonly UserId[],
  viewer: AccountStanding,
): Promise<ReadonlyMap<UserId, readonly SiteOfPerson[]>> {
  const owner = sql`any(${sql.param(OWNER_ROLES)}::text[])`;
  const rows = await db.execute<Row>(sql`
    select m.user_id, am.role as account_role, s.id as site_id, s.slug as site_slug, s.name as site_name, m.role,
      v.role as viewer_role, m.joined_at, m.last_active_at, m.access_until, m.version, m.changed_at, m.source,
      by.id as source_id, by.name as source_name, not ${currentAccess} as ended,
      m.role = ${owner} and ${currentAccess} and not exists (
        select 1 from site_member o where o.site_id = m.site_id and o.user_id <> m.user_id and o.role = ${owner}
          and (o.access_until is null or o.access_until > statement_timestamp())) as only_owner,
      exists (select 1 from api_key k where k.site_id = m.site_id and k.holder = m.user_id and k.expires_at > statement_timestamp()) as holds_keys
    from site_member m
    join site s on s.id = m.site_id
    join account_member am on am.account_id = m.account_id and am.user_id = m.user_id
    left join site_member v on v.site_id = m.site_id and v.user_id = ${viewer.userId}
      and (v.access_until is null or v.access_until > statement_timestamp())
    left join "user" by on by.id = m.source_by
    where m.account_id = ${accountId} and m.user_id = any(${sql.param([...userIds])}::uuid[])
    order by lower(s.name), s.id`);
  const sites = new Map<UserId, SiteOfPerson[]>(userIds.map((userId) => [userId, []]));
  for (const row of rows)
    sites
      .get(row.user_id)
      ?.push({ view: viewOf(row, viewer), onlyOwner: row.only_owner, holdsKeys: row.holds_keys });
  return sites;
}

const viewOf = (row: Row, viewer: AccountStanding): PersonSite => ({
  site: { id: row.site_id, slug: row.site_slug, name: row.site_name },
  role: row.role,
  joinedAt: iso(row.joined_at),
  lastActiveAt: row.last_active_at === null ? null : iso(row.last_active_at),
  accessUntil: row.access_until === null ? null : iso(row.access_until),
  manageable: mayManage(
    { ...viewer, siteRole: row.viewer_role },
    { userId: row.user_id, accountRole: row.account_role, siteRole: row.role },
  ),
  etag: etagOf({ version: row.version, changedAt: new Date(row.changed_at) }),
  source: row.source,
  invitedBy:
    row.source_id !== null && row.source_name !== null ? { id: row.source_id, name: row.source_name } : null,
  ended: row.ended,
});

const iso = (value: string | Date): string => new Date(value).toISOString();
