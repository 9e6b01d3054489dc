import { describe, expect, it } from 'vitest';
import {
  FOUNDER_ROLE,
  SITE_CREATOR_ROLE,
  SITE_ONLY_ROLE,
  decideSiteLeave,
  isAccountOwner,
  isOnlyOnSites,
  isSiteOwner,
  maySeeActivity,
  maySeeMembers,
  maySeeSite,
} from './index.ts';
import {
  ACCOUNT_ROLE_OR_NONE,
  EVERY_ACCOUNT_ROLE,
  EVERY_SITE_ROLE,
  SITE_ROLE_OR_NONE,
  person,
  verdict,
} from './testing/people.ts';

describe('leaving a site', () => {
  it.each(EVERY_SITE_ROLE.filter((role) => role !== 'owner'))('is open to a %s at any time [R8]', (role) => {
    for (const owners of [0, 1, 2])
      expect(decideSiteLeave(role, owners)).toEqual({ allowed: true, value: { role } });
  });

  it('is refused to the last Owner, and open to one of two [R10, A-016]', () => {
    expect(verdict(decideSiteLeave('owner', 1))).toBe('site.last_owner');
    expect(verdict(decideSiteLeave('owner', 2))).toBe('allowed');
  });

  it('does not exist for somebody who is not there', () => {
    expect(verdict(decideSiteLeave(null, 2))).toBe('not_found');
  });
});

describe('knowing a site', () => {
  it('takes a role on it, or an account role that sees all sites; a collaborator sees only their own [R2]', () => {
    for (const site of EVERY_SITE_ROLE) expect(maySeeSite(person(null, site))).toBe(true);
    expect(ACCOUNT_ROLE_OR_NONE.filter((role) => maySeeSite(person(role, null)))).toEqual([
      'owner',
      'admin',
      'member',
      'viewer',
    ]);
  });

  it('and its people takes a role on it, or sight of the account’s people', () => {
    for (const site of EVERY_SITE_ROLE) expect(maySeeMembers(person('collaborator', site))).toBe(true);
    expect(ACCOUNT_ROLE_OR_NONE.filter((role) => maySeeMembers(person(role, null)))).toEqual([
      'owner',
      'admin',
      'member',
      'viewer',
    ]);
  });
});

describe('the activity of a site', () => {
  it('is for site Owners, Platform Admins and those who read the audit log of the account [R43]', () => {
    expect(EVERY_SITE_ROLE.filter((role) => maySeeActivity(person('collaborator', role)))).toEqual([
      'owner',
      'platform_admin',
    ]);
    expect(ACCOUNT_ROLE_OR_NONE.filter((role) => maySeeActivity(person(role, null)))).toEqual([
      'owner',
      'admin',
    ]);
  });
});

describe('the roles with a meaning of their own', () => {
  it('are one account owner, one site Owner and one account record that sites keep alive [R1, R2, R10]', () => {
    expect(EVERY_ACCOUNT_ROLE.filter((accountRole) => isAccountOwner({ accountRole }))).toEqual(['owner']);
    expect(EVERY_ACCOUNT_ROLE.filter(isOnlyOnSites)).toEqual(['collaborator']);
    expect(SITE_ROLE_OR_NONE.filter(isSiteOwner)).toEqual(['owner']);
  });

  it('are what founders, site creators and invited outsiders start with [R1, R2, R36]', () => {
    expect([FOUNDER_ROLE, SITE_CREATOR_ROLE, SITE_ONLY_ROLE]).toEqual(['owner', 'owner', 'collaborator']);
  });
});
