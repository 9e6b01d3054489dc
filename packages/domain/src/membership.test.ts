import { describe, expect, it } from 'vitest';
import {
  decideAccessUntil,
  decideRoleChange,
  decideSiteRemoval,
  holdsRosterAuthority,
  mayGrant,
  mayManage,
} from './index.ts';
import {
  ACCOUNT_ROLE_OR_NONE,
  ACTOR,
  EVERY_ACCOUNT_ROLE,
  EVERY_SITE_ROLE,
  TARGET,
  person,
  verdict,
} from './testing/people.ts';
import { differences, expected, hasAuthority, standings } from './testing/site-rules.ts';

describe('roster authority', () => {
  it("is with the site's Owners and Platform Admins and the account's owner and admins, and nobody else [R6]", () => {
    const holders = standings().filter(holdsRosterAuthority);
    expect(holders).toEqual(standings().filter((who) => hasAuthority(who.accountRole, who.siteRole)));
    expect(EVERY_SITE_ROLE.filter((role) => holdsRosterAuthority(person(null, role)))).toEqual([
      'owner',
      'platform_admin',
    ]);
    expect(EVERY_ACCOUNT_ROLE.filter((role) => holdsRosterAuthority(person(role, null)))).toEqual([
      'owner',
      'admin',
    ]);
  });

  it('of a Platform Admin covers every role but Owner, other Platform Admins included [R7]', () => {
    expect(
      EVERY_SITE_ROLE.filter((role) => mayGrant(person('collaborator', 'platform_admin'), role)),
    ).toEqual([
      'platform_admin',
      'developer',
      'content_editor',
      'marketing_manager',
      'seo_specialist',
      'support_agent',
    ]);
  });

  it.each([
    person('owner', null),
    person('admin', null),
    person('admin', 'support_agent'),
    person('collaborator', 'owner'),
  ])('of $accountRole / $siteRole covers all seven roles [R7]', (by) => {
    expect(EVERY_SITE_ROLE.filter((role) => mayGrant(by, role))).toEqual(EVERY_SITE_ROLE);
  });
});

describe('a role change on a site', () => {
  it('is allowed in 85 of the 7 × 7 × 7 cases of actor, target and new role, and refused in all others [R6, R7]', () => {
    const allowed = new Map<string, number>();
    for (const actor of EVERY_SITE_ROLE)
      for (const current of EVERY_SITE_ROLE)
        for (const role of EVERY_SITE_ROLE)
          if (
            decideRoleChange(person('collaborator', actor), person('collaborator', current, TARGET), role)
              .allowed
          )
            allowed.set(actor, (allowed.get(actor) ?? 0) + 1);
    expect([...allowed]).toEqual([
      ['owner', 49],
      ['platform_admin', 36],
    ]);
  });

  it('answers as R6–R9 say for every actor, target and new role in both tiers [R6, R7, R8, R9]', () => {
    expect(
      differences((by, target, role) => [
        verdict(decideRoleChange(by, target, role)),
        expected(by, target, role),
      ]),
    ).toEqual([]);
  });

  it('is refused in every direction on oneself, also for the account owner [R8, A-011]', () => {
    expect(
      differences(
        (by, target, role) => [verdict(decideRoleChange(by, target, role)), expected(by, target, role)],
        ACTOR,
      ),
    ).toEqual([]);
    for (const by of standings().filter(holdsRosterAuthority))
      for (const role of EVERY_SITE_ROLE)
        expect(verdict(decideRoleChange(by, by, role))).toBe('member.is_yourself');
  });

  it('says from which role to which', () => {
    expect(
      decideRoleChange(
        person('member', 'owner'),
        person('collaborator', 'developer', TARGET),
        'support_agent',
      ),
    ).toEqual({
      allowed: true,
      value: { from: 'developer', to: 'support_agent' },
    });
  });

  it('judges both the current and the new role of somebody under a Platform Admin [R7, A-015]', () => {
    const p = person('collaborator', 'platform_admin');
    expect(verdict(decideRoleChange(p, person('collaborator', 'owner', TARGET), 'developer'))).toBe(
      'role.not_manageable',
    );
    expect(verdict(decideRoleChange(p, person('collaborator', 'developer', TARGET), 'owner'))).toBe(
      'role.not_grantable',
    );
    expect(verdict(decideRoleChange(p, person('collaborator', 'platform_admin', TARGET), 'developer'))).toBe(
      'allowed',
    );
  });

  it("never touches the account owner's role on a site, not even for an account admin [R9, A-015]", () => {
    for (const by of [person('admin', 'owner'), person('admin', null), person('collaborator', 'owner')])
      expect(verdict(decideRoleChange(by, person('owner', 'support_agent', TARGET), 'developer'))).toBe(
        'role.not_manageable',
      );
  });

  it('tells somebody without authority nothing about the person, not even that nobody is there', () => {
    expect(
      verdict(decideRoleChange(person('viewer', 'developer'), person(null, null, TARGET), 'developer')),
    ).toBe('permission.denied');
  });
});

describe('a removal from a site', () => {
  it('answers as R6–R9 say for every actor and target in both tiers [R6, R7, R8, R9]', () => {
    expect(
      differences((by, target) => [verdict(decideSiteRemoval(by, target)), expected(by, target, null)]),
    ).toEqual([]);
    expect(
      differences(
        (by, target) => [verdict(decideSiteRemoval(by, target)), expected(by, target, null)],
        ACTOR,
      ),
    ).toEqual([]);
  });

  it('takes an Owner away for account owner and admins, last Owner or not [R10]', () => {
    const owner = person('collaborator', 'owner', TARGET);
    expect(decideSiteRemoval(person('owner', null), owner)).toEqual({
      allowed: true,
      value: { role: 'owner' },
    });
    expect(decideSiteRemoval(person('admin', null), owner)).toEqual({
      allowed: true,
      value: { role: 'owner' },
    });
  });
});

describe('the end of access to a site', () => {
  it('is set by whoever may remove the person, never by themselves [R34]', () => {
    expect(
      differences((by, target) => [verdict(decideAccessUntil(by, target)), expected(by, target, null)]),
    ).toEqual([]);
    expect(verdict(decideAccessUntil(person('admin', 'developer'), person('admin', 'developer')))).toBe(
      'member.is_yourself',
    );
  });
});

describe('whether a row can be managed', () => {
  it('agrees with what a removal would answer, so that no control is shown in vain [R6, R8, R9]', () => {
    for (const targetId of [ACTOR, TARGET])
      for (const by of standings())
        for (const account of ACCOUNT_ROLE_OR_NONE)
          for (const siteRole of EVERY_SITE_ROLE) {
            const target = { ...person(account, siteRole, targetId), siteRole };
            expect(mayManage(by, target)).toBe(decideSiteRemoval(by, target).allowed);
          }
  });
});
