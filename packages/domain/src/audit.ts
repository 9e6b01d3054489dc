/** Every change that the audit log can record [R41]: a closed list. */
export const AUDIT_ACTIONS = [
  'account.created',
  'account.renamed',
  'account.plan_changed',
  'ownership.offered',
  'ownership.withdrawn',
  'ownership.transferred',
  'site.created',
  'site.updated',
  'site.deleted',
  'account_member.joined',
  'account_member.role_changed',
  'account_member.removed',
  'account_member.left',
  'account_member.restored',
  'site_member.joined',
  'site_member.assigned',
  'site_member.role_changed',
  'site_member.access_until_changed',
  'site_member.access_ended',
  'site_member.removed',
  'site_member.left',
  'site_member.restored',
  'invitation.created',
  'invitation.resent',
  'invitation.revoked',
  'invitation.accepted',
  'invitation.declined',
  'invitation.adopted',
  'invitation.new_link_requested',
  'page.created',
  'page.updated',
  'page.published',
  'page.unpublished',
  'page.deleted',
  'post.created',
  'post.updated',
  'post.published',
  'post.unpublished',
  'post.deleted',
  'seo.updated',
  'redirect.created',
  'redirect.updated',
  'redirect.deleted',
  'code.updated',
  'form.created',
  'form.updated',
  'form.deleted',
  'order.created',
  'order.status_changed',
  'site.settings_changed',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Who did it: a person, an API key, or Keyholder itself (jobs). */
export const ACTOR_KINDS = ['person', 'api_key', 'system'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** What it was done to. */
export const AUDIT_TARGETS = [
  'account',
  'site',
  'person',
  'invitation',
  'page',
  'post',
  'redirect',
  'form',
  'order',
] as const;
export type AuditTarget = (typeof AUDIT_TARGETS)[number];

/** Events that are not changes, kept apart from them [R43]. */
export const SECURITY_ACTIONS = [
  'sign_in.succeeded',
  'sign_in.failed',
  'sign_out',
  'password.reset',
  'permission.refused',
  'invitation.wrong_person',
  'rate.limited',
  'members.exported',
  'audit.exported',
  'submissions.exported',
] as const;
export type SecurityAction = (typeof SECURITY_ACTIONS)[number];
