import { describe, expect, it } from 'vitest';
import {
  GRANTABLE_ACCOUNT_ROLES,
  decideAccountLeave,
  decideAccountRemoval,
  decideAccountRoleChange,
  isGrantableAccountRole,
  mayManageInAccount,
} from './index.ts';
import type { AccountRole } from './index.ts';
import {
  ACCOUNT_ROLE_OR_NONE,
  ACTOR,
  EVERY_ACCOUNT_ROLE,
  TARGET,
  inAccount,
  verdict,
} from './testing/people.ts';

const manages = (role: AccountRole | null): boolean => role === 'owner' || role === 'admin';

describe('an account role that can be offered or given', () => {
  it('is admin, member or viewer: never owner, never collaborator [R1, R2, A-017]', () => {
    expect(GRANTABLE_ACCOUNT_ROLES).toEqual(['admin', 'member', 'viewer']);
    expect(EVERY_ACCOUNT_ROLE.filter(isGrantableAccountRole)).toEqual(['admin', 'member', 'viewer']);
  });
});

describe('an account role change', () => {
  const expected = (by: AccountRole | null, target: AccountRole | null, role: AccountRole): string => {
    if (!manages(by)) return 'permission.denied';
    if (target === null) return 'member.not_found';
    if (target === 'owner') return 'role.not_manageable';
    return role === 'owner' || role === 'collaborator' ? 'role.not_grantable' : 'allowed';
  };
  const triples = ACCOUNT_ROLE_OR_NONE.flatMap((by) =>
    ACCOUNT_ROLE_OR_NONE.flatMap((target) =>
      EVERY_ACCOUNT_ROLE.map((role) => ({ by, target, role, answer: expected(by, target, role) })),
    ),
  );

  it.each(triples)('by $by of $target to $role: $answer [R1, R2, R9]', ({ by, target, role, answer }) => {
    expect(verdict(decideAccountRoleChange(inAccount(by), inAccount(target, TARGET), role))).toBe(answer);
  });

  it('is refused on oneself, for owner and admins alike [R8, A-016]', () => {
    for (const by of ['owner', 'admin'] as const)
      for (const role of EVERY_ACCOUNT_ROLE)
        expect(verdict(decideAccountRoleChange(inAccount(by), inAccount(by), role))).toBe(
          'member.is_yourself',
        );
  });

  it('says from which role to which', () => {
    expect(decideAccountRoleChange(inAccount('admin'), inAccount('collaborator', TARGET), 'member')).toEqual({
      allowed: true,
      value: { from: 'collaborator', to: 'member' },
    });
  });
});

describe('a removal from the account', () => {
  const expected = (by: AccountRole | null, target: AccountRole | null): string => {
    if (!manages(by)) return 'permission.denied';
    if (target === null) return 'member.not_found';
    return target === 'owner' ? 'account.last_owner' : 'allowed';
  };
  const pairs = ACCOUNT_ROLE_OR_NONE.flatMap((by) =>
    ACCOUNT_ROLE_OR_NONE.map((target) => ({ by, target, answer: expected(by, target) })),
  );

  it.each(pairs)('by $by of $target: $answer [R9, R31]', ({ by, target, answer }) => {
    const decision = decideAccountRemoval(inAccount(by), inAccount(target, TARGET));
    expect(verdict(decision)).toBe(answer);
    if (decision.allowed) expect(decision.value).toEqual({ role: target });
  });

  it('never removes whoever asks for it [R8]', () => {
    for (const by of ['owner', 'admin'] as const)
      expect(verdict(decideAccountRemoval(inAccount(by), inAccount(by)))).toBe('member.is_yourself');
  });

  it('is offered exactly where it would be allowed, and so is the role change', () => {
    for (const targetId of [ACTOR, TARGET])
      for (const by of ACCOUNT_ROLE_OR_NONE)
        for (const target of ACCOUNT_ROLE_OR_NONE) {
          const pair = [inAccount(by), inAccount(target, targetId)] as const;
          expect(mayManageInAccount(...pair)).toBe(decideAccountRemoval(...pair).allowed);
          expect(mayManageInAccount(...pair)).toBe(decideAccountRoleChange(...pair, 'viewer').allowed);
        }
  });
});

describe('leaving the account', () => {
  it.each(['admin', 'member', 'viewer', 'collaborator'] as const)('is open to a %s [R8]', (role) => {
    expect(decideAccountLeave(inAccount(role))).toEqual({ allowed: true, value: { role } });
  });

  it('is refused to its one owner [R1, A-016], and does not exist for outsiders', () => {
    expect(verdict(decideAccountLeave(inAccount('owner')))).toBe('account.last_owner');
    expect(verdict(decideAccountLeave(inAccount(null)))).toBe('not_found');
  });
});
