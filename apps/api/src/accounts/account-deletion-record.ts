import type { NewAuditEvent } from '@keyholder/db';
import type { AccountId } from '@keyholder/domain';
import type { Ended } from './account-deletion-repository.ts';
import type { AccountSettings } from './account-repository.ts';

const reason = 'the account was deleted';

/** One event for the account, then one for each thing that ended with it, under one correlation id [R31, R41]. */
export const deletionEvents = (
  id: AccountId,
  { name, slug, plan }: AccountSettings,
  ended: Ended,
): [NewAuditEvent, ...NewAuditEvent[]] => [
  { action: 'account.deleted', target: { kind: 'account', id }, before: { name, slug, plan } },
  ...ended.sites.map((site): NewAuditEvent => ({
    action: 'site.deleted',
    target: { kind: 'site', id: site.id },
    siteId: site.id,
    before: { name: site.name, slug: site.slug, domain: site.domain },
    reason,
  })),
  ...ended.siteMembers.map(({ siteId, userId, role }): NewAuditEvent => ({
    action: 'site_member.removed',
    target: { kind: 'person', id: userId },
    siteId,
    userId,
    before: { role },
    reason,
  })),
  ...ended.people.map(({ userId, role }): NewAuditEvent => ({
    action: 'account_member.removed',
    target: { kind: 'person', id: userId },
    userId,
    before: { role },
    reason,
  })),
  ...ended.invitations.map((one): NewAuditEvent => ({
    action: 'invitation.revoked',
    target: { kind: 'invitation', id: one.id },
    siteId: one.siteId,
    before: { email: one.email, role: one.role },
    reason,
  })),
  ...ended.apiKeys.map(({ id: key, siteId, name: label, prefix }): NewAuditEvent => ({
    action: 'api_key.revoked',
    target: { kind: 'api_key', id: key },
    siteId,
    before: { name: label, prefix },
    reason,
  })),
  ...ended.connections.map((one): NewAuditEvent => ({
    action: 'sso.connection_deleted',
    target: { kind: 'account', id },
    before: { name: one.name },
    reason,
  })),
  ...ended.webhooks.map((one): NewAuditEvent => ({
    action: 'webhook.deleted',
    target: { kind: 'webhook', id: one.id },
    before: { url: one.url },
    reason,
  })),
];
