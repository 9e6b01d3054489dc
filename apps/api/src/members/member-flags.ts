import {
  DEFAULT_POLICIES,
  SITE_ROLES,
  isOutsideDomains,
  isSiteOwner,
  siteRoleGrants,
} from '@keyholder/domain';
import type { AccountId, AccountThresholds, SiteRole } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

/** What may need a decision about a person (ui/brief.md §9, §11). */
export const MEMBER_FLAGS = [
  'inactive',
  'never_active',
  'powerful',
  'only_owner',
  'access_ended',
  'outside_domains',
  'holds_keys',
] as const;
export type MemberFlag = (typeof MEMBER_FLAGS)[number];

const NEVER_ACTIVE_DAYS = 14;
const DAY_MS = 24 * 3_600_000;

const MANAGING: readonly SiteRole[] = SITE_ROLES.filter((role) => siteRoleGrants(role, 'members.manage'));
export const OWNER_ROLES: readonly SiteRole[] = SITE_ROLES.filter(isSiteOwner);

export interface Activity {
  readonly email: string;
  readonly joinedAt: Date;
  readonly lastActiveAt: Date | null;
}
export interface FlaggedSite {
  readonly role: SiteRole;
  readonly ended: boolean;
  /** The person is the site's one Owner. */
  readonly onlyOwner: boolean;
  /** They made a key there that works now. */
  readonly holdsKeys: boolean;
}

/** The flags of one person, from what a page shows of them anyway. Says the same as `whereFlagged`. */
export function flagsOf(
  { email, joinedAt, lastActiveAt }: Activity,
  sites: readonly FlaggedSite[],
  { domains, inactiveAfterDays, powerfulSites }: AccountThresholds,
  now: Date,
): MemberFlag[] {
  const age = (since: Date) => now.getTime() - since.getTime();
  const holds = {
    inactive: age(lastActiveAt ?? joinedAt) >= inactiveAfterDays * DAY_MS,
    never_active: lastActiveAt === null && age(joinedAt) >= NEVER_ACTIVE_DAYS * DAY_MS,
    powerful: sites.filter((site) => !site.ended && MANAGING.includes(site.role)).length >= powerfulSites,
    only_owner: sites.some((site) => site.onlyOwner),
    access_ended: sites.some((site) => site.ended),
    outside_domains: isOutsideDomains(email, domains),
    holds_keys: sites.some((site) => !site.ended && site.holdsKeys),
  } satisfies Record<MemberFlag, boolean>;
  return MEMBER_FLAGS.filter((flag) => holds[flag]);
}

/** Whether the access of the site member `m` goes on [R34]. */
export const currentAccess = sql`(m.access_until is null or m.access_until > statement_timestamp())`;

/** The condition on the account member `am` that a filter by this flag asks for, set-based. */
export function whereFlagged(flag: MemberFlag, accountId: AccountId): SQL {
  // Not `am.account_id`: a correlated subquery would run once a person.
  const inAccount = sql`m.account_id = ${accountId}::uuid`;
  const among = (people: SQL) => sql`am.user_id in (${people})`;
  const longAgo = (days: SQL) => sql`statement_timestamp() - make_interval(secs => ${days} * 86400)`;
  // What the account decided itself, asked once a statement.
  const decided = (column: SQL, otherwise: number) =>
    sql`coalesce((select ${column} from account_policy p where p.account_id = ${accountId}), ${otherwise}::int)`;
  const inactiveAfter = decided(sql`p.inactive_after_days`, DEFAULT_POLICIES.inactiveAfterDays);
  const powerfulFrom = decided(sql`p.powerful_sites`, DEFAULT_POLICIES.powerfulSites);
  const conditions = {
    inactive: () => sql`coalesce(am.last_active_at, am.joined_at) <= ${longAgo(inactiveAfter)}`,
    never_active: () =>
      sql`am.last_active_at is null and am.joined_at <= ${longAgo(sql`${NEVER_ACTIVE_DAYS}::int`)}`,
    powerful: () =>
      among(sql`select m.user_id from site_member m where ${inAccount} and m.role = any(${sql.param(MANAGING)}::text[])
        and ${currentAccess} group by m.user_id having count(*) >= ${powerfulFrom}`),
    only_owner: () =>
      among(sql`select (array_agg(m.user_id))[1] from site_member m where ${inAccount}
        and m.role = any(${sql.param(OWNER_ROLES)}::text[]) and ${currentAccess} group by m.site_id having count(*) = 1`),
    access_ended: () =>
      among(sql`select m.user_id from site_member m where ${inAccount} and not ${currentAccess}`),
    outside_domains: () =>
      among(sql`select m.user_id from account_policy p join account_member m on m.account_id = p.account_id join "user" w on w.id = m.user_id
        where p.account_id = ${accountId} and p.domains <> '{}' and not exists (
          select 1 from unnest(p.domains) own where split_part(w.email, '@', 2) = own or split_part(w.email, '@', 2) like '%.' || own)`),
    holds_keys: () =>
      among(sql`select m.user_id from site_member m join api_key k on k.site_id = m.site_id and k.holder = m.user_id
        where ${inAccount} and ${currentAccess} and k.expires_at > statement_timestamp()`),
  } satisfies Record<MemberFlag, () => SQL>;
  return conditions[flag]();
}
