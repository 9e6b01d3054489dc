import { describe, expect, it } from 'vitest';
import { ACTOR_KINDS, AUDIT_ACTIONS, AUDIT_TARGETS, SECURITY_ACTIONS } from './index.ts';

describe('the audit log', () => {
  it('records these changes and no others: the list is closed [R41]', () => {
    expect(AUDIT_ACTIONS).toEqual([
      'account.created',
      'account.renamed',
      'account.plan_changed',
      'account.slug_changed',
      'account.policies_changed',
      'account.deleted',
      'ownership.offered',
      'ownership.withdrawn',
      'ownership.transferred',
      'sso.connection_created',
      'sso.connection_changed',
      'sso.connection_deleted',
      'sso.domain_added',
      'sso.domain_verified',
      'sso.domain_removed',
      'sso.enforced',
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
      'api_key.created',
      'api_key.revoked',
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
      'webhook.created',
      'webhook.updated',
      'webhook.disabled',
      'webhook.secret_rotated',
      'webhook.deleted',
      'webhook.test_sent',
      'webhook.delivery_replayed',
    ]);
  });

  it('names people, API keys and Keyholder itself as actors [R41]', () => {
    expect(ACTOR_KINDS).toEqual(['person', 'api_key', 'system']);
    expect(AUDIT_TARGETS).toEqual([
      'account',
      'site',
      'person',
      'invitation',
      'api_key',
      'page',
      'post',
      'redirect',
      'form',
      'order',
      'webhook',
    ]);
  });

  it('keeps what is not a change apart from the changes [R43]', () => {
    expect(
      SECURITY_ACTIONS.filter((action) => (AUDIT_ACTIONS as readonly string[]).includes(action)),
    ).toEqual([]);
    expect(SECURITY_ACTIONS).toEqual(
      expect.arrayContaining([
        'sign_in.succeeded',
        'permission.refused',
        'members.exported',
        'audit.exported',
      ]),
    );
  });

  it('names every action once', () => {
    const all = [...AUDIT_ACTIONS, ...SECURITY_ACTIONS];
    expect(new Set(all).size).toBe(all.length);
  });
});
