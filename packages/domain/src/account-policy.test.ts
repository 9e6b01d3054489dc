import { describe, expect, it } from 'vitest';
import {
  DEFAULT_POLICIES,
  FRESH_SIGN_IN_MS,
  accountRoleGrants,
  decidePolicyChange,
  isOutsideDomains,
} from './index.ts';
import type { AccountPolicies, PolicyChange, UserId } from './index.ts';
import { EVERY_ACCOUNT_ROLE, verdict } from './testing/people.ts';

const NOW = new Date('2026-11-20T12:00:00.000Z');
const DAY = 24 * 3_600_000;
const sarah = {
  userId: 'u-1' as UserId,
  accountRole: 'owner' as const,
  signedInAt: new Date(NOW.getTime() - FRESH_SIGN_IN_MS + 1),
  hasSecondFactor: true,
};
const changed = (change: PolicyChange, from: AccountPolicies = DEFAULT_POLICIES) => {
  const decision = decidePolicyChange(sarah, from, change, NOW);
  if (!decision.allowed) throw new Error(decision.refusal.code);
  return decision.value;
};
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY);

describe('the policies of an account', () => {
  it.each(EVERY_ACCOUNT_ROLE)('can be changed by who has its settings: %s', (accountRole) => {
    const expected = accountRoleGrants(accountRole, 'account.settings') ? 'allowed' : 'permission.denied';
    expect(verdict(decidePolicyChange({ ...sarah, accountRole }, DEFAULT_POLICIES, {}, NOW))).toBe(expected);
  });

  it('need a sign-in of the last 10 minutes (security.md 1.1.7)', () => {
    const signedInAt = new Date(NOW.getTime() - FRESH_SIGN_IN_MS);
    expect(verdict(decidePolicyChange({ ...sarah, signedInAt }, DEFAULT_POLICIES, {}, NOW))).toBe(
      'auth.reauthentication_required',
    );
  });

  it('keep what is not named', () => {
    expect(changed({ powerfulSites: 8 })).toEqual({ ...DEFAULT_POLICIES, powerfulSites: 8 });
  });
});

describe('a second factor that everybody needs', () => {
  it('is needed once the time given is over', () => {
    expect(changed({ secondFactor: { required: true, graceDays: 14 } })).toMatchObject({
      secondFactorRequiredFrom: inDays(14),
      secondFactorGraceDays: 14,
    });
  });

  it('is not asked for by somebody who has none', () => {
    const without = { ...sarah, hasSecondFactor: false };
    const ask = { secondFactor: { required: true } };
    expect(verdict(decidePolicyChange(without, DEFAULT_POLICIES, ask, NOW))).toBe('validation.failed');
    const off = { secondFactor: { required: false } };
    expect(verdict(decidePolicyChange(without, DEFAULT_POLICIES, off, NOW))).toBe('allowed');
  });

  it('begins on the same day when it is asked for again, and counts another time given from its start', () => {
    const from = { ...DEFAULT_POLICIES, secondFactorRequiredFrom: inDays(3), secondFactorGraceDays: 7 };
    expect(changed({ secondFactor: { required: true } }, from)).toEqual(from);
    expect(changed({ secondFactor: { required: true, graceDays: 14 } }, from)).toMatchObject({
      secondFactorRequiredFrom: inDays(10),
    });
    expect(changed({ secondFactor: { required: false } }, from).secondFactorRequiredFrom).toBeNull();
  });
});

describe('an address outside the own domains', () => {
  it.each([
    ['tom@yourteam.com', ['yourteam.com'], false],
    ['tom@mail.yourteam.com', ['yourteam.com'], false],
    ['tom@notyourteam.com', ['yourteam.com'], true],
    ['tom@yourteam.com.evil.example', ['yourteam.com'], true],
    ['tom@b.example', ['a.example', 'b.example'], false],
    ['tom@anywhere.example', [], false],
  ])('%s of %j: %s', (email, domains, outside) => {
    expect(isOutsideDomains(email, domains)).toBe(outside);
  });
});
