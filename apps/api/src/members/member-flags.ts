import { SITE_ROLES, isSiteOwner, siteRoleGrants } from '@keyholder/domain';
import type { AccountId, SiteRole } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

/** What may need a decision about a person (ui/brief.md §9, §11). */
export const MEMBER_FLAGS = [
  'inactive_90d',
  'never_active',
  'powerful',
  'only_owner',
  'access_ended',
] as const;
export type MemberFlag = (typeof MEMBER_FLAGS)[number];

const INACTIVE_DAYS = 90;
const NEVER_ACTIVE_DAYS = 14;
const POWERFUL_SITES = 5;
const DAY_MS = 24 * 3_600_000;

const MANAGING: readonly SiteRole[] = SITE_ROLES.filter((role) => siteRoleGrants(role, 'members.manage'));
export const OWNER_ROLES: readonly SiteRole[] = SITE_ROLES.filter(isSiteOwner);

export interface Activity {
  readonly joinedAt: Date;
  readonly lastActiveAt: Date | null;
}
export interface FlaggedSite {
  readonly role: SiteRole;
  readonly ended: boolean;
  /** The person is the site's one Owner. */
  readonly onlyOwner: boolean;
}

/** The flags of one person, from what a page shows of them anyway. Says the same as `whereFlagged`. */
export function flagsOf(
  { joinedAt, lastActiveAt }: Activity,
  sites: readonly FlaggedSite[],
  now: Date,
): MemberFlag[] {
  const age = (since: Date) => now.getTime() - since.getTime();
  const holds = {
    inactive_90d: age(lastActiveAt ?? joinedAt) >= INACTIVE_DAYS * DAY_MS,
    never_active: lastActiveAt === null && age(joinedAt) >= NEVER_ACTIVE_DAYS * DAY_MS,
    powerful: sites.filter((site) => !site.ended && MANAGING.includes(site.role)).length >= POWERFUL_SITES,
    only_owner: sites.some((site) => site.onlyOwner),
    access_ended: sites.some((site) => site.ended),
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
  const longAgo = (days: number) => sql`statement_timestamp() - make_interval(secs => ${days * 86_400})`;
  const conditions = {
    inactive_90d: () => sql`coalesce(am.last_active_at, am.joined_at) <= ${longAgo(INACTIVE_DAYS)}`,
    never_active: () => sql`am.last_active_at is null and am.joined_at <= ${longAgo(NEVER_ACTIVE_DAYS)}`,
    powerful: () =>
      among(sql`select m.user_id from site_member m where ${inAccount} and m.role = any(${sql.param(MANAGING)}::text[])
        and ${currentAccess} group by m.user_id having count(*) >= ${POWERFUL_SITES}`),
    only_owner: () =>
      among(sql`select (array_agg(m.user_id))[1] from site_member m where ${inAccount}
        and m.role = any(${sql.param(OWNER_ROLES)}::text[]) and ${currentAccess} group by m.site_id having count(*) = 1`),
    access_ended: () =>
      among(sql`select m.user_id from site_member m where ${inAccount} and not ${currentAccess}`),
  } satisfies Record<MemberFlag, () => SQL>;
  return conditions[flag]();
}
