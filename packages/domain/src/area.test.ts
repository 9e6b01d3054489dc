import { describe, expect, it } from 'vitest';
import { SITE_GRANTS, SITE_PERMISSIONS, decideArea, permissionsOf, surfaceOf } from './index.ts';
import type { SitePermission } from './index.ts';
import { EVERY_ACCOUNT_ROLE, EVERY_SITE_ROLE, verdict } from './testing/people.ts';

const signedIn = { carried: null };

describe('an area of Site Admin', () => {
  it.each(EVERY_SITE_ROLE)('opens to a %s exactly as the table of roles says [R4]', (siteRole) => {
    const by = { accountRole: 'collaborator' as const, siteRole, ...signedIn };
    for (const needs of SITE_PERMISSIONS)
      expect(verdict(decideArea(by, needs)), needs).toBe(
        (SITE_GRANTS[siteRole] as readonly SitePermission[]).includes(needs)
          ? 'allowed'
          : 'permission.denied',
      );
  });

  it.each(EVERY_ACCOUNT_ROLE)(
    'stays closed to an account %s without a role on the site [R3]',
    (accountRole) => {
      const by = { accountRole, siteRole: null, ...signedIn };
      for (const needs of SITE_PERMISSIONS)
        expect(verdict(decideArea(by, needs)), needs).toBe(
          accountRole === 'collaborator' ? 'not_found' : 'permission.denied',
        );
    },
  );

  it('is not there for somebody who belongs to nothing', () => {
    expect(verdict(decideArea({ accountRole: null, siteRole: null, ...signedIn }, 'site.view'))).toBe(
      'not_found',
    );
  });

  it('names itself and the caller’s role when it refuses (http-api.md, Site Admin areas)', () => {
    expect(
      decideArea({ accountRole: 'member', siteRole: 'support_agent', ...signedIn }, 'orders.write'),
    ).toEqual({
      allowed: false,
      refusal: { code: 'permission.denied', facts: { surface: 'orders', role: 'support_agent' } },
    });
  });
});

describe('what a caller may do', () => {
  it('with a key is what it carries as far as its maker still may [R44]', () => {
    const carried = ['pages.read', 'pages.write', 'code.write'] as const;
    expect(permissionsOf({ siteRole: 'owner', carried })).toEqual([
      'pages.read',
      'pages.write',
      'code.write',
    ]);
    expect(permissionsOf({ siteRole: 'content_editor', carried })).toEqual(['pages.read', 'pages.write']);
    expect(permissionsOf({ siteRole: 'support_agent', carried })).toEqual([]);
    expect(permissionsOf({ siteRole: null, carried })).toEqual([]);
  });

  it('with a key that carries nothing is nothing, whoever made it [R44]', () => {
    expect(permissionsOf({ siteRole: 'owner', carried: [] })).toEqual([]);
  });
});

describe('a permission', () => {
  it('belongs to the area that bears its noun; what only Owners may do stands under the settings', () => {
    const areas = SITE_PERMISSIONS.map((permission) => [permission, surfaceOf(permission).key]);
    expect(Object.fromEntries(areas)).toEqual({
      'site.view': 'overview',
      'members.read': 'members',
      'members.manage': 'members',
      'pages.read': 'pages',
      'pages.write': 'pages',
      'pages.publish': 'pages',
      'posts.read': 'posts',
      'posts.write': 'posts',
      'posts.publish': 'posts',
      'seo.read': 'seo',
      'seo.write': 'seo',
      'redirects.read': 'redirects',
      'redirects.write': 'redirects',
      'analytics.read': 'analytics',
      'forms.read': 'forms',
      'forms.write': 'forms',
      'submissions.read': 'submissions',
      'orders.read': 'orders',
      'orders.write': 'orders',
      'code.read': 'code',
      'code.write': 'code',
      'api_keys.manage': 'api-keys',
      'activity.read': 'activity',
      'settings.read': 'settings',
      'settings.write': 'settings',
      'site.delete': 'settings',
      'site.transfer': 'settings',
    });
  });
});
