import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RESEND_PAUSE_MS, VALID_MS, decideResend, expiryOf, hasExpired } from './index.ts';
import { SENT, accountInvitation, after, siteInvitation } from './testing/invitations.ts';
import { person, verdict } from './testing/people.ts';

const HOUR = 3_600_000;
const ADMIN = person('admin', null);

describe('a site invitation', () => {
  it('can be accepted until the last millisecond of its 48 hours [R13]', () => {
    expect(hasExpired(siteInvitation(), after(48 * HOUR - 1))).toBe(false);
    expect(hasExpired(siteInvitation(), after(48 * HOUR))).toBe(true);
    expect(hasExpired(siteInvitation(), after(48 * HOUR + 1))).toBe(true);
  });
});

describe('an account invitation', () => {
  it('can be accepted until the last millisecond of its 7 days [R13]', () => {
    expect(hasExpired(accountInvitation(), after(7 * 24 * HOUR - 1))).toBe(false);
    expect(hasExpired(accountInvitation(), after(7 * 24 * HOUR))).toBe(true);
  });
});

describe('the expiry of a link', () => {
  it('is 48 hours or 7 days of real time after any send, across clock changes and leap days', () => {
    expect(VALID_MS).toEqual({ site: 172_800_000, account: 604_800_000 });
    const instant = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, fc.integer({ min: -1e9, max: 1e9 }), (sentAt, late) => {
        const expiresAt = expiryOf('site', sentAt);
        expect(expiresAt.getTime() - sentAt.getTime()).toBe(48 * HOUR);
        expect(hasExpired({ expiresAt }, new Date(expiresAt.getTime() + late))).toBe(late >= 0);
      }),
    );
  });

  it('does not alter the time of the send that it is counted from', () => {
    const sentAt = new Date(SENT);
    expiryOf('account', sentAt);
    expect(sentAt).toEqual(SENT);
  });
});

describe('a resend', () => {
  it('starts a fresh 48 hours now, also when the invitation had expired long ago [R15]', () => {
    const now = after(90 * 24 * HOUR);
    expect(decideResend(ADMIN, siteInvitation(), now)).toEqual({
      allowed: true,
      value: { sentAt: now, expiresAt: new Date(now.getTime() + 48 * HOUR) },
    });
  });

  it('starts a fresh 7 days for the account [R15]', () => {
    const now = after(HOUR);
    expect(decideResend(ADMIN, accountInvitation(), now)).toEqual({
      allowed: true,
      value: { sentAt: now, expiresAt: new Date(now.getTime() + 7 * 24 * HOUR) },
    });
  });

  it.each([
    [0, 30],
    [1, 30],
    [1_000, 29],
    [28_999, 2],
    [29_000, 1],
    [29_999, 1],
  ])('%i ms after the last send has to wait %i more seconds [R15]', (ms, retryAfter) => {
    expect(decideResend(ADMIN, siteInvitation(), after(ms))).toEqual({
      allowed: false,
      refusal: { code: 'rate.limited', facts: { retryAfter } },
    });
  });

  it('is allowed again after exactly 30 seconds [R15]', () => {
    expect(RESEND_PAUSE_MS).toBe(30_000);
    expect(verdict(decideResend(ADMIN, siteInvitation(), after(30_000)))).toBe('allowed');
  });

  it('waits as long as it was told: then it is allowed, a second earlier it is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 29_999 }), (ms) => {
        const decision = decideResend(ADMIN, siteInvitation(), after(ms));
        const wait = decision.allowed ? 0 : Number(decision.refusal.facts?.['retryAfter']) * 1000;
        expect(verdict(decideResend(ADMIN, siteInvitation(), after(ms + wait)))).toBe('allowed');
        expect(verdict(decideResend(ADMIN, siteInvitation(), after(ms + wait - 1000)))).toBe('rate.limited');
      }),
    );
  });

  it('is refused without authority, and before the clock is looked at [R6, R7]', () => {
    expect(verdict(decideResend(person('viewer', 'developer'), siteInvitation(), after(0)))).toBe(
      'permission.denied',
    );
    expect(verdict(decideResend(person(null, 'platform_admin'), siteInvitation('owner'), after(0)))).toBe(
      'role.not_grantable',
    );
  });

  it.each(['accepted', 'declined', 'revoked'] as const)(
    'brings no invitation back that was %s [R16, R18]',
    (state) => {
      expect(verdict(decideResend(ADMIN, siteInvitation('developer', { state }), after(HOUR)))).toBe(
        'invitation.not_pending',
      );
    },
  );
});
