import type { NewAuditEvent, WriteTx } from '@keyholder/db';
import { isOnlyOnSites } from '@keyholder/domain';
import type { AccountId, AccountRole, EmailAddress, InvitationId, SiteId, UserId } from '@keyholder/domain';
import { deleteAccountMember, isOnNoSite } from './account-member-repository.ts';
import type { EndedAccountMember } from './account-member-repository.ts';
import type { EndedSiteMember } from './site-member-repository.ts';

/** Taken away by somebody else, or given up. */
export type Ending = 'removed' | 'left';

/** The event of one site membership that ended, with all that a restoration would bring back. */
export const siteEnding = (
  ending: Ending,
  member: EndedSiteMember,
  reason: string | null,
): NewAuditEvent => ({
  action: `site_member.${ending}`,
  target: { kind: 'person', id: member.userId },
  siteId: member.siteId,
  userId: member.userId,
  before: {
    role: member.role,
    joinedAt: member.joinedAt.toISOString(),
    accessUntil: member.accessUntil?.toISOString() ?? null,
  },
  reason,
});

/** The event of an account record that ended. */
export const accountEnding = (
  ending: Ending,
  userId: UserId,
  member: EndedAccountMember,
  reason: string | null,
): NewAuditEvent => ({
  action: `account_member.${ending}`,
  target: { kind: 'person', id: userId },
  userId,
  before: { role: member.role, joinedAt: member.joinedAt.toISOString() },
  reason,
});

/** The event of an open invitation that ended because the person it was for is no longer wanted there. */
export const invitationEnding = (
  userId: UserId,
  email: EmailAddress,
  one: { readonly id: InvitationId; readonly siteId: SiteId | null; readonly role: string },
  reason: string,
): NewAuditEvent => ({
  action: 'invitation.revoked',
  target: { kind: 'invitation', id: one.id },
  siteId: one.siteId,
  userId,
  before: { email, role: one.role },
  reason,
});

/** Who is only on sites belongs to the account no longer than to their last site [R2]. Answers the record that went. */
export async function endSiteOnlyRecord(
  tx: WriteTx,
  accountId: AccountId,
  userId: UserId,
  role: AccountRole | null,
): Promise<EndedAccountMember | null> {
  if (role === null || !isOnlyOnSites(role) || !(await isOnNoSite(tx, accountId, userId))) return null;
  return deleteAccountMember(tx, accountId, userId);
}
