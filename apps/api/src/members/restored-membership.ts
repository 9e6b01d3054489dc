import type { NewAuditEvent } from '@keyholder/db';
import type { AccountRole, UserId } from '@keyholder/domain';
import type { NewSiteMember } from './site-member-repository.ts';

/** The event of a site membership that came back. */
export const siteRestored = (userId: UserId, member: NewSiteMember): NewAuditEvent => ({
  action: 'site_member.restored',
  target: { kind: 'person', id: userId },
  siteId: member.siteId,
  userId,
  after: {
    role: member.role,
    joinedAt: member.joinedAt.toISOString(),
    accessUntil: member.accessUntil?.toISOString() ?? null,
  },
});

/** The event of an account record that came back. */
export const accountRestored = (
  userId: UserId,
  member: { readonly role: AccountRole; readonly joinedAt: Date },
): NewAuditEvent => ({
  action: 'account_member.restored',
  target: { kind: 'person', id: userId },
  userId,
  after: { role: member.role, joinedAt: member.joinedAt.toISOString() },
});
