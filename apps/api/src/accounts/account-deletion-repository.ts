import type { WriteTx } from '@keyholder/db';
import {
  account,
  accountMember,
  accountPolicy,
  apiKey,
  invitation,
  ownershipOffer,
  site,
  siteMember,
  ssoConnection,
  user,
  webhook,
} from '@keyholder/db/schema';
import type { AccountId, EmailAddress, UserId } from '@keyholder/domain';
import { and, eq, isNull } from 'drizzle-orm';

/** The addresses of everybody in the account. */
export async function readEverybody(tx: WriteTx, accountId: AccountId): Promise<readonly EmailAddress[]> {
  const rows = await tx
    .select({ email: user.email })
    .from(accountMember)
    .innerJoin(user, eq(user.id, accountMember.userId))
    .where(eq(accountMember.accountId, accountId))
    .orderBy(accountMember.joinedAt, accountMember.userId);
  return rows.map((row) => row.email);
}

/** Every way into the account and its sites ends here, in a number of statements that does not grow with it. */
export async function endEverything(tx: WriteTx, accountId: AccountId, by: UserId, now: Date) {
  const apiKeys = await tx
    .update(apiKey)
    .set({ revokedAt: now, revokedBy: by, ending: 'site_deleted' })
    .where(and(eq(apiKey.accountId, accountId), isNull(apiKey.revokedAt)))
    .returning({ id: apiKey.id, siteId: apiKey.siteId, name: apiKey.name, prefix: apiKey.prefix });
  await tx.delete(ownershipOffer).where(eq(ownershipOffer.accountId, accountId));
  const siteMembers = await tx
    .delete(siteMember)
    .where(eq(siteMember.accountId, accountId))
    .returning({ siteId: siteMember.siteId, userId: siteMember.userId, role: siteMember.role });
  const people = await tx
    .delete(accountMember)
    .where(eq(accountMember.accountId, accountId))
    .returning({ userId: accountMember.userId, role: accountMember.role });
  const invitations = await tx
    .update(invitation)
    .set({ state: 'revoked', answeredAt: now })
    .where(and(eq(invitation.accountId, accountId), eq(invitation.state, 'pending')))
    .returning({
      id: invitation.id,
      siteId: invitation.siteId,
      email: invitation.email,
      role: invitation.role,
    });
  const sites = await tx
    .update(site)
    .set({ deletedAt: now })
    .where(and(eq(site.accountId, accountId), isNull(site.deletedAt)))
    .returning({ id: site.id, name: site.name, slug: site.slug, domain: site.domain });
  const connections = await tx
    .delete(ssoConnection)
    .where(eq(ssoConnection.accountId, accountId))
    .returning({ id: ssoConnection.id, name: ssoConnection.name });
  // With their secrets and what still waits for them: nobody is told of the end of what told them.
  const webhooks = await tx
    .delete(webhook)
    .where(eq(webhook.accountId, accountId))
    .returning({ id: webhook.id, url: webhook.url });
  await tx.delete(accountPolicy).where(eq(accountPolicy.accountId, accountId));
  return { apiKeys, siteMembers, people, invitations, sites, connections, webhooks };
}
export type Ended = Awaited<ReturnType<typeof endEverything>>;

/** The row and its slugs stay: the audit log speaks of the account, and its old address must lead to nobody else. */
export async function saveAccountDeletion(tx: WriteTx, accountId: AccountId, now: Date): Promise<void> {
  await tx.update(account).set({ deletedAt: now }).where(eq(account.id, accountId));
}
