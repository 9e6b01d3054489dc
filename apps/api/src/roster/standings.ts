import type { Transaction } from '@keyholder/db';
import { accountMember, site, siteMember } from '@keyholder/db/schema';
import { fail, isCurrent } from '@keyholder/domain';
import type {
  AccountId,
  AccountRole,
  AccountStanding,
  SiteId,
  SiteRole,
  Standing,
  UserId,
} from '@keyholder/domain';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';

/** How a person stands in the account; `accountRole` null when they do not belong to it. */
export async function readAccountStanding(
  tx: Transaction,
  accountId: AccountId,
  userId: UserId,
): Promise<AccountStanding> {
  const [row] = await tx
    .select({ role: accountMember.role })
    .from(accountMember)
    .where(and(eq(accountMember.accountId, accountId), eq(accountMember.userId, userId)));
  return { userId, accountRole: row?.role ?? null };
}

type Standings = (userId: UserId) => Standing;

/** How each of these people stands towards one site; ended access counts as none [R34]. A site that was deleted meanwhile → `not_found`. */
export async function readStandings(
  tx: Transaction,
  accountId: AccountId,
  siteId: SiteId,
  userIds: readonly UserId[],
  now: Date,
): Promise<Standings> {
  return (await findStandings(tx, accountId, siteId, userIds, now)) ?? fail('not_found');
}

/** The same for those to whom a deleted site still means something: null for it. */
export async function findStandings(
  tx: Transaction,
  accountId: AccountId,
  siteId: SiteId,
  userIds: readonly UserId[],
  now: Date,
): Promise<Standings | null> {
  const people = await tx
    .select({
      userId: accountMember.userId,
      accountRole: accountMember.role,
      siteRole: siteMember.role,
      accessUntil: siteMember.accessUntil,
    })
    .from(site)
    .leftJoin(
      accountMember,
      and(eq(accountMember.accountId, site.accountId), inArray(accountMember.userId, [...new Set(userIds)])),
    )
    .leftJoin(siteMember, and(eq(siteMember.siteId, site.id), eq(siteMember.userId, accountMember.userId)))
    .where(and(eq(site.id, siteId), eq(site.accountId, accountId), isNull(site.deletedAt)));
  if (people.length === 0) return null;
  const byId = new Map(people.map((row) => [row.userId, row]));
  return (userId) => {
    const row = byId.get(userId);
    return {
      userId,
      accountRole: row?.accountRole ?? null,
      siteRole: row?.siteRole && isCurrent(row.accessUntil, now) ? row.siteRole : null,
    };
  };
}

/** The site roles that a person holds at `now` on some sites of an account, by site. */
export async function readSiteRoles(
  tx: Transaction,
  accountId: AccountId,
  userId: UserId,
  siteIds: readonly SiteId[],
  now: Date,
): Promise<ReadonlyMap<SiteId, SiteRole>> {
  if (siteIds.length === 0) return new Map();
  const rows = await tx
    .select({ siteId: siteMember.siteId, role: siteMember.role, accessUntil: siteMember.accessUntil })
    .from(siteMember)
    .where(
      and(
        eq(siteMember.accountId, accountId),
        eq(siteMember.userId, userId),
        sql`${siteMember.siteId} = any(${sql.param([...siteIds])}::uuid[])`,
      ),
    );
  return new Map(rows.filter((row) => isCurrent(row.accessUntil, now)).map((row) => [row.siteId, row.role]));
}

/** Puts both tiers together. */
export const standing = (
  userId: UserId,
  accountRole: AccountRole | null,
  siteRole: SiteRole | null,
): Standing => ({
  userId,
  accountRole,
  siteRole,
});
