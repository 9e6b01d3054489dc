import { describe, expect, it } from 'vitest';
import { decideAccountRestoration, decideRoleChange, decideSiteRestoration } from './index.ts';
import type { AccountRole, Removed, SiteRole, UserId } from './index.ts';
import {
  ACCOUNT_ROLE_OR_NONE,
  ACTOR,
  EVERY_ACCOUNT_ROLE,
  EVERY_SITE_ROLE,
  SITE_ROLE_OR_NONE,
  TARGET,
  inAccount,
  person,
  verdict,
} from './testing/people.ts';

const now = new Date('2026-05-27T14:05:00.000Z');
const OTHER = '0190f000-0000-7000-8000-00000000000c' as UserId;
const removed = <Role extends SiteRole | AccountRole>(
  role: Role,
  removedBy: UserId | null = OTHER,
): Removed<Role> => ({
  role,
  removedAt: new Date(now.getTime() - 86_400_000),
  removedBy,
});

describe('bringing somebody back to a site', () => {
  it('takes exactly the authority that could have given them the role [R7, R33]', () => {
    for (const accountRole of ACCOUNT_ROLE_OR_NONE)
      for (const siteRole of SITE_ROLE_OR_NONE)
        for (const role of EVERY_SITE_ROLE) {
          const by = person(accountRole, siteRole);
          const asChange = verdict(decideRoleChange(by, person('member', 'support_agent', TARGET), role));
          expect(verdict(decideSiteRestoration(by, person(null, null, TARGET), removed(role), now))).toBe(
            asChange,
          );
        }
  });

  it('tells somebody without authority nothing about who was there [R6]', () => {
    const by = person('viewer', 'developer');
    for (const target of [
      person(null, null, TARGET),
      person('member', 'owner', TARGET),
      person('viewer', 'developer'),
    ])
      for (const record of [null, removed('developer')])
        expect(verdict(decideSiteRestoration(by, target, record, now))).toBe('permission.denied');
  });

  it('is never done for oneself [R8], nor to the account owner [R9]', () => {
    expect(
      verdict(decideSiteRestoration(person('admin', null), person('admin', null), removed('owner'), now)),
    ).toBe('member.is_yourself');
    expect(
      verdict(
        decideSiteRestoration(person('admin', null), person('owner', null, TARGET), removed('owner'), now),
      ),
    ).toBe('role.not_manageable');
  });

  it('finds nobody who was never removed, and leaves alone who is there', () => {
    const by = person('owner', null);
    expect(verdict(decideSiteRestoration(by, person(null, null, TARGET), null, now))).toBe(
      'member.not_found',
    );
    expect(
      verdict(decideSiteRestoration(by, person('member', 'developer', TARGET), removed('owner'), now)),
    ).toBe('member.already_active');
  });

  it('does not fetch back who left of their own accord, nor anybody after 90 days [R33]', () => {
    const by = person('owner', null);
    const late = new Date(now.getTime() + 89 * 86_400_000);
    expect(
      verdict(decideSiteRestoration(by, person(null, null, TARGET), removed('developer', TARGET), now)),
    ).toBe('member.not_restorable');
    expect(
      verdict(
        decideSiteRestoration(
          by,
          person(null, null, TARGET),
          removed('developer'),
          new Date(late.getTime() - 1),
        ),
      ),
    ).toBe('allowed');
    expect(verdict(decideSiteRestoration(by, person(null, null, TARGET), removed('developer'), late))).toBe(
      'member.not_restorable',
    );
  });
});

describe('bringing somebody back to the account', () => {
  it('is for who manages the team, and never makes a second owner [R1, R33]', () => {
    for (const by of ACCOUNT_ROLE_OR_NONE)
      for (const role of EVERY_ACCOUNT_ROLE) {
        const expected =
          by !== 'owner' && by !== 'admin'
            ? 'permission.denied'
            : role === 'owner'
              ? 'role.not_grantable'
              : 'allowed';
        expect(
          verdict(decideAccountRestoration(inAccount(by), inAccount(null, TARGET), removed(role), now)),
        ).toBe(expected);
      }
  });

  it('leaves alone who belongs to the account, oneself included [R8]', () => {
    const by = inAccount('owner');
    expect(verdict(decideAccountRestoration(by, inAccount('owner', ACTOR), removed('admin'), now))).toBe(
      'member.is_yourself',
    );
    expect(verdict(decideAccountRestoration(by, inAccount('viewer', TARGET), removed('admin'), now))).toBe(
      'member.already_active',
    );
    expect(verdict(decideAccountRestoration(by, inAccount(null, TARGET), null, now))).toBe(
      'member.not_found',
    );
    expect(
      verdict(decideAccountRestoration(by, inAccount(null, TARGET), removed('admin', TARGET), now)),
    ).toBe('member.not_restorable');
  });
});
