import type { Transaction, WriteTx } from '@keyholder/db';
import { accountMember, siteMember, user } from '@keyholder/db/schema';
import type { MembershipSource } from '@keyholder/db/schema';
import { SITE_ROLES, isSiteOwner } from '@keyholder/domain';
import type {
  AccountId,
  AccountRole,
  EmailAddress,
  SiteId,
  SiteRole,
  Standing,
  UserId,
} from '@keyholder/domain';
import { and, count, eq, inArray, sql } from 'drizzle-orm';

/** One site, always with the account it belongs to (security.md 1.3.4). */
export interface SiteScope {
  readonly accountId: AccountId;
  readonly siteId: SiteId;
}

/** A membership as it stands, its access ended or not. */
export interface SiteMember {
  readonly userId: UserId;
  readonly name: string;
  readonly email: EmailAddress;
  readonly accountRole: AccountRole;
  readonly role: SiteRole;
  readonly joinedAt: Date;
  readonly lastActiveAt: Date | null;
  readonly accessUntil: Date | null;
  readonly version: number;
  readonly changedAt: Date;
}

const inScope = ({ accountId, siteId }: SiteScope, userId: UserId) =>
  and(eq(siteMember.accountId, accountId), eq(siteMember.siteId, siteId), eq(siteMember.userId, userId));

/** One person on one site, or null. The account lock already keeps others from changing them. */
export async function readSiteMember(
  tx: Transaction,
  scope: SiteScope,
  userId: UserId,
): Promise<SiteMember | null> {
  const [row] = await tx
    .select({
      userId: siteMember.userId,
      name: user.name,
      email: user.email,
      accountRole: accountMember.role,
      role: siteMember.role,
      joinedAt: siteMember.joinedAt,
      lastActiveAt: siteMember.lastActiveAt,
      accessUntil: siteMember.accessUntil,
      version: siteMember.version,
      changedAt: siteMember.changedAt,
    })
    .from(siteMember)
    .innerJoin(user, eq(user.id, siteMember.userId))
    .innerJoin(
      accountMember,
      and(eq(accountMember.accountId, siteMember.accountId), eq(accountMember.userId, siteMember.userId)),
    )
    .where(inScope(scope, userId));
  return row ?? null;
}

/** Somebody as a target: their record is what is judged, also when their access has ended [R34]. */
export const recordedStanding = (userId: UserId, member: SiteMember | null): Standing => ({
  userId,
  accountRole: member?.accountRole ?? null,
  siteRole: member?.role ?? null,
});

const OWNER_ROLES = SITE_ROLES.filter(isSiteOwner);

/** The Owners who can enter the site at `now` [R10]. */
export async function countOwners(tx: Transaction, { siteId }: SiteScope, now: Date): Promise<number> {
  const [row] = await tx
    .select({ owners: count() })
    .from(siteMember)
    .where(and(eq(siteMember.siteId, siteId), inArray(siteMember.role, OWNER_ROLES), current(now)));
  return row?.owners ?? 0;
}

/** The Owners of each of these sites at `now`, but one person. */
export function readOwnersOf(
  tx: Transaction,
  siteIds: readonly SiteId[],
  but: UserId,
  now: Date,
): Promise<{ siteId: SiteId; email: EmailAddress }[]> {
  return tx
    .select({ siteId: siteMember.siteId, email: user.email })
    .from(siteMember)
    .innerJoin(user, eq(user.id, siteMember.userId))
    .where(
      and(
        sql`${siteMember.siteId} = any(${sql.param([...siteIds])}::uuid[])`,
        inArray(siteMember.role, OWNER_ROLES),
        sql`${siteMember.userId} <> ${but}`,
        current(now),
      ),
    );
}

const current = (now: Date) =>
  sql`(${siteMember.accessUntil} is null or ${siteMember.accessUntil} > ${now.toISOString()}::timestamptz)`;

/** Writes a decided change over exactly the record that was judged; false when it is another by now. */
export async function saveSiteMemberChange(
  tx: WriteTx,
  scope: SiteScope,
  from: SiteMember,
  to: { readonly role: SiteRole; readonly accessUntil: Date | null },
  by: UserId,
  now: Date,
): Promise<boolean> {
  const changed = await tx
    .update(siteMember)
    .set({ ...to, version: sql`${siteMember.version} + 1`, changedAt: now, changedBy: by })
    .where(
      and(inScope(scope, from.userId), eq(siteMember.role, from.role), eq(siteMember.version, from.version)),
    )
    .returning({ userId: siteMember.userId });
  return changed.length === 1;
}

/** A membership that was taken away, whole. */
export type EndedSiteMember = typeof siteMember.$inferSelect;

/** Takes a person off one site, or off all sites of the account without one. */
export function deleteSiteMembers(
  tx: WriteTx,
  { accountId, siteId }: { readonly accountId: AccountId; readonly siteId?: SiteId },
  userId: UserId,
): Promise<EndedSiteMember[]> {
  return tx
    .delete(siteMember)
    .where(
      and(
        eq(siteMember.accountId, accountId),
        eq(siteMember.userId, userId),
        siteId === undefined ? undefined : eq(siteMember.siteId, siteId),
      ),
    )
    .returning();
}

export interface NewSiteMember {
  readonly siteId: SiteId;
  readonly role: SiteRole;
  readonly joinedAt: Date;
  readonly accessUntil: Date | null;
  /** What is known from before, where a membership comes back. */
  readonly lastActiveAt?: Date | null;
  readonly source: MembershipSource;
  readonly sourceBy: UserId | null;
}

/**
 * Puts a person on any number of sites in one statement and says on how many they are now. A record whose access has
 * ended is replaced; one that still opens the door is never touched, so fewer than asked means somebody was faster.
 */
export async function saveNewSiteMembers(
  tx: WriteTx,
  accountId: AccountId,
  userId: UserId,
  members: readonly NewSiteMember[],
  by: UserId,
  now: Date,
): Promise<number> {
  const at = now.toISOString();
  const saved = await tx.execute(sql`
    insert into site_member (account_id, site_id, user_id, role, joined_at, access_until, last_active_at, source, source_by, changed_at, changed_by)
    select ${accountId}, n."siteId", ${userId}, n.role, n."joinedAt", n."accessUntil", n."lastActiveAt", n.source, n."sourceBy", ${at}, ${by}
    from jsonb_to_recordset(${JSON.stringify(members)}::text::jsonb)
      as n("siteId" uuid, role text, "joinedAt" timestamptz, "accessUntil" timestamptz, "lastActiveAt" timestamptz, source text, "sourceBy" uuid)
    on conflict (site_id, user_id) do update set role = excluded.role, joined_at = excluded.joined_at,
      access_until = excluded.access_until, source = excluded.source, source_by = excluded.source_by,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by, version = site_member.version + 1
    where site_member.access_until <= ${at}::timestamptz
    returning 1`);
  return saved.length;
}
