import { describe, expect, it } from 'vitest';
import {
  API_KEY_ENDINGS,
  API_KEY_MS,
  KEY_PERMISSIONS,
  SITE_GRANTS,
  SITE_PERMISSIONS,
  decideKeyCreation,
  decideKeyRevocation,
  lendable,
  mayBeCarried,
  stateOfKey,
} from './index.ts';
import type { KeyPermission, SitePermission } from './index.ts';
import { ACTOR, EVERY_ACCOUNT_ROLE, EVERY_SITE_ROLE, TARGET, person, verdict } from './testing/people.ts';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const MAKERS: readonly string[] = ['owner', 'platform_admin', 'developer'];

describe('an API key', () => {
  it('carries every permission of a site but these four, and one that no role has [R44]', () => {
    expect(SITE_PERMISSIONS.filter((permission) => !mayBeCarried(permission))).toEqual([
      'members.manage',
      'api_keys.manage',
      'site.delete',
      'site.transfer',
    ]);
    expect(KEY_PERMISSIONS.filter((one) => !(SITE_PERMISSIONS as readonly string[]).includes(one))).toEqual([
      'access.check',
    ]);
  });

  it('works 90 days unless its maker says otherwise, until, not including, its expiry [R44]', () => {
    expect(API_KEY_MS).toBe(90 * 86_400_000);
    const key = { expiresAt: NOW, revokedAt: null };
    expect(stateOfKey(key, new Date(NOW.getTime() - 1))).toBe('active');
    expect(stateOfKey(key, NOW)).toBe('expired');
    expect(stateOfKey({ ...key, revokedAt: NOW }, new Date(0))).toBe('revoked');
  });

  it('ends for one of these reasons', () => {
    expect(API_KEY_ENDINGS).toEqual([
      'revoked',
      'maker_removed',
      'maker_left',
      'access_ended',
      'site_deleted',
    ]);
  });
});

describe('what a maker can lend', () => {
  it.each(EVERY_SITE_ROLE)('as a %s is what the role grants, and nothing else [R44]', (role) => {
    const held = SITE_GRANTS[role] as readonly SitePermission[];
    expect(lendable(KEY_PERMISSIONS, role)).toEqual(
      KEY_PERMISSIONS.filter((one) => (one === 'access.check' ? MAKERS.includes(role) : held.includes(one))),
    );
  });

  it('without a role is nothing', () => {
    expect(lendable(KEY_PERMISSIONS, null)).toEqual([]);
  });
});

describe('making a key', () => {
  it.each(EVERY_SITE_ROLE)(
    'as a %s takes the management of keys and each permission it carries [R44]',
    (role) => {
      for (const permission of KEY_PERMISSIONS) {
        const lends = lendable([permission], role).length === 1;
        expect(verdict(decideKeyCreation(person('collaborator', role), [permission])), permission).toBe(
          MAKERS.includes(role) ? (lends ? 'allowed' : 'api_key.not_grantable') : 'permission.denied',
        );
      }
    },
  );

  it('is no matter of account roles [R3]', () => {
    for (const role of EVERY_ACCOUNT_ROLE)
      expect(verdict(decideKeyCreation(person(role, null), ['site.view']))).toBe(
        role === 'collaborator' ? 'not_found' : 'permission.denied',
      );
  });

  it('names what is missing, all of it', () => {
    const asked: readonly KeyPermission[] = ['code.read', 'orders.read', 'pages.write'];
    expect(decideKeyCreation(person('member', 'developer'), asked)).toMatchObject({
      refusal: { code: 'api_key.not_grantable', facts: { permissions: ['orders.read', 'pages.write'] } },
    });
  });
});

describe('ending a key', () => {
  it('is open to whoever manages keys there, and to its maker in any role (A-020)', () => {
    for (const role of EVERY_SITE_ROLE) {
      expect(verdict(decideKeyRevocation(person('collaborator', role), ACTOR))).toBe('allowed');
      expect(verdict(decideKeyRevocation(person('collaborator', role), TARGET))).toBe(
        MAKERS.includes(role) ? 'allowed' : 'permission.denied',
      );
    }
    expect(verdict(decideKeyRevocation(person('owner', null), TARGET))).toBe('permission.denied');
  });

  it('of a key that there is not says nothing about it, and a stranger learns nothing of the site', () => {
    expect(verdict(decideKeyRevocation(person('collaborator', 'seo_specialist'), null))).toBe(
      'permission.denied',
    );
    expect(verdict(decideKeyRevocation(person(null, null), ACTOR))).toBe('not_found');
  });
});
