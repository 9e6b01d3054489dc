import type { WriteTx } from '@keyholder/db';
import { newId } from '@keyholder/db';
import { accountMember, invitation, site, siteMember, user } from '@keyholder/db/schema';
import { SITE_ONLY_ROLE, isCurrent } from '@keyholder/domain';
import type { AccountId, EmailAddress, InvitationId, SiteId, UserId } from '@keyholder/domain';
import { and, eq, sql } from 'drizzle-orm';

export interface SiteScope {
  readonly accountId: AccountId;
  readonly siteId: SiteId;
}

export type EndedMember = typeof siteMember.$inferSelect;
export type EndedRecord = Pick<typeof accountMember.$inferSelect, 'userId' | 'role' | 'joinedAt'>;

/** The addresses of those who lose their access at `now`, everybody but one person. */
export async function readAudience(
  tx: WriteTx,
  { siteId }: SiteScope,
  but: UserId,
  now: Date,
): Promise<readonly EmailAddress[]> {
  const rows = await tx
    .select({ userId: siteMember.userId, email: user.email, accessUntil: siteMember.accessUntil })
    .from(siteMember)
    .innerJoin(user, eq(user.id, siteMember.userId))
    .where(eq(siteMember.siteId, siteId))
    .orderBy(siteMember.joinedAt, siteMember.userId);
  return rows.filter((row) => row.userId !== but && isCurrent(row.accessUntil, now)).map((row) => row.email);
}

/** Takes everybody off the site. */
export function deleteTeam(tx: WriteTx, { accountId, siteId }: SiteScope): Promise<EndedMember[]> {
  return tx
    .delete(siteMember)
    .where(and(eq(siteMember.accountId, accountId), eq(siteMember.siteId, siteId)))
    .returning();
}

/** Ends the account records of those of them who were only on sites and are on none now [R2]. */
export function deleteSiteOnlyRecords(
  tx: WriteTx,
  { accountId }: SiteScope,
  team: readonly EndedMember[],
): Promise<EndedRecord[]> {
  return tx
    .delete(accountMember)
    .where(
      and(
        eq(accountMember.accountId, accountId),
        eq(accountMember.role, SITE_ONLY_ROLE),
        sql`${accountMember.userId} = any(${sql.param(team.map((one) => one.userId))}::uuid[])`,
        sql`not exists (select 1 from site_member m where m.account_id = ${accountId} and m.user_id = ${accountMember.userId})`,
      ),
    )
    .returning({ userId: accountMember.userId, role: accountMember.role, joinedAt: accountMember.joinedAt });
}

/** Keeps what was taken away, so that a person's history stays whole; a deleted site is never restored from it [R33]. */
export async function saveEndings(
  tx: WriteTx,
  { accountId, siteId }: SiteScope,
  ended: { readonly team: readonly EndedMember[]; readonly records: readonly EndedRecord[] },
  removed: { readonly at: Date; readonly by: UserId; readonly correlationId: string },
): Promise<void> {
  const rows = [
    ...ended.team.map(({ userId, role, joinedAt, accessUntil, source, sourceBy }) => ({
      id: newId(),
      siteId,
      userId,
      siteRole: role,
      joinedAt,
      accessUntil,
      source,
      sourceBy,
    })),
    ...ended.records.map(({ userId, role, joinedAt }) => ({
      id: newId(),
      userId,
      accountRole: role,
      joinedAt,
    })),
  ];
  await tx.execute(sql`
    insert into removed_member (id, account_id, site_id, user_id, account_role, site_role, joined_at, access_until, source,
      source_by, removed_at, removed_by, correlation_id)
    select r.id, ${accountId}, r."siteId", r."userId", r."accountRole", r."siteRole", r."joinedAt", r."accessUntil",
      r.source, r."sourceBy", ${removed.at.toISOString()}, ${removed.by}, ${removed.correlationId}
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(id uuid, "siteId" uuid, "userId" uuid, "accountRole" text,
      "siteRole" text, "joinedAt" timestamptz, "accessUntil" timestamptz, source text, "sourceBy" uuid)`);
}

/** Ends every open invitation to the site; its link says `revoked` from then on [R16]. */
export function revokeInvitationsToSite(
  tx: WriteTx,
  { accountId, siteId }: SiteScope,
  now: Date,
): Promise<{ id: InvitationId; email: EmailAddress; role: string }[]> {
  return tx
    .update(invitation)
    .set({ state: 'revoked', answeredAt: now })
    .where(
      and(
        eq(invitation.accountId, accountId),
        eq(invitation.siteId, siteId),
        eq(invitation.state, 'pending'),
      ),
    )
    .returning({ id: invitation.id, email: invitation.email, role: invitation.role });
}

/** Its row stays, for all that speaks of it; its slug is free. */
export async function saveSiteDeletion(tx: WriteTx, { siteId }: SiteScope, now: Date): Promise<void> {
  await tx.update(site).set({ deletedAt: now }).where(eq(site.id, siteId));
}
