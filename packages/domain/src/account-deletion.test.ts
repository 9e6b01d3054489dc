import { describe, expect, it } from 'vitest';
import { FRESH_SIGN_IN_MS, decideAccountDeletion } from './index.ts';
import type { AccountRole, UserId } from './index.ts';
import { EVERY_ACCOUNT_ROLE, verdict } from './testing/people.ts';

const NOW = new Date('2026-11-20T12:00:00.000Z');
const FRESH = { signedInAt: new Date(NOW.getTime() - FRESH_SIGN_IN_MS + 1), now: NOW };
const TYPED = { slug: 'bright-lines', confirm: 'bright-lines' };
const by = (accountRole: AccountRole | null) => ({ userId: 'u-1' as UserId, accountRole });

describe('an account', () => {
  it.each(EVERY_ACCOUNT_ROLE)('is deleted by its owner alone: %s [product.md §2.1]', (role) => {
    expect(verdict(decideAccountDeletion(by(role), FRESH, TYPED))).toBe(
      role === 'owner' ? 'allowed' : 'permission.denied',
    );
  });

  it('is not there for somebody who does not belong to it', () => {
    expect(verdict(decideAccountDeletion(by(null), FRESH, TYPED))).toBe('not_found');
  });

  it('is deleted only within 10 minutes of signing in (security.md 1.1.7)', () => {
    const stale = { signedInAt: new Date(NOW.getTime() - FRESH_SIGN_IN_MS), now: NOW };
    expect(verdict(decideAccountDeletion(by('owner'), stale, TYPED))).toBe('auth.reauthentication_required');
  });

  it.each(['', 'bright', 'Bright-Lines', 'bright-lines '])('is not deleted by typing %j', (confirm) => {
    expect(verdict(decideAccountDeletion(by('owner'), FRESH, { ...TYPED, confirm }))).toBe(
      'validation.failed',
    );
  });
});
