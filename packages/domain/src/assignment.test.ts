import { describe, expect, it } from 'vitest';
import { decideAssignment } from './index.ts';
import type { SiteRole, Standing } from './index.ts';
import { EVERY_ACCOUNT_ROLE, person, verdict } from './testing/people.ts';
import { differences, handlesOwners, hasAuthority } from './testing/site-rules.ts';

describe('an assignment', () => {
  const assigned = (by: Standing, target: Standing, role: SiteRole): string => {
    if (!hasAuthority(by.accountRole, by.siteRole)) return 'permission.denied';
    if (target.accountRole === null) return 'member.not_found';
    if (role === 'owner' && !handlesOwners(by.accountRole, by.siteRole)) return 'role.not_grantable';
    return target.siteRole === null ? 'allowed' : 'member.already_active';
  };

  it('gives a person of the account any role that the actor may give, on a site they are not on [R35, R7]', () => {
    expect(
      differences((by, target, role) => [
        verdict(decideAssignment(by, target, role)),
        assigned(by, target, role),
      ]),
    ).toEqual([]);
  });

  it('lets account owner and admins give themselves a role, and nobody else [R3]', () => {
    const able = EVERY_ACCOUNT_ROLE.filter(
      (role) => decideAssignment(person(role, null), person(role, null), 'owner').allowed,
    );
    expect(able).toEqual(['owner', 'admin']);
  });
});
