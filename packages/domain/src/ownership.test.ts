import { describe, expect, it } from 'vitest';
import {
  FRESH_SIGN_IN_MS,
  OWNERSHIP_OFFER_MS,
  decideOfferAcceptance,
  decideOfferWithdrawal,
  decideOwnershipOffer,
} from './index.ts';
import type { AccountRole } from './index.ts';
import { ACCOUNT_ROLE_OR_NONE, ACTOR, TARGET, inAccount, verdict } from './testing/people.ts';

const NOW = new Date('2026-11-20T12:00:00.000Z');
const before = (ms: number) => new Date(NOW.getTime() - ms);
const after = (ms: number) => new Date(NOW.getTime() + ms);
const MINUTE = 60_000;
const DAY = 24 * 3_600_000;

describe('an offer of ownership', () => {
  const offered = (by: AccountRole | null, target: AccountRole | null, signedInAt = before(MINUTE)) =>
    decideOwnershipOffer(inAccount(by, ACTOR), inAccount(target, TARGET), signedInAt, NOW);

  it.each(ACCOUNT_ROLE_OR_NONE)('is made by the owner and nobody else: %s [R12]', (role) => {
    expect(verdict(offered(role, 'admin'))).toBe(role === 'owner' ? 'allowed' : 'permission.denied');
  });

  it.each(ACCOUNT_ROLE_OR_NONE)('goes to an admin and nobody else: %s [R12]', (role) => {
    const expected = role === 'admin' ? 'allowed' : role === null ? 'member.not_found' : 'validation.failed';
    expect(verdict(offered('owner', role))).toBe(expected);
  });

  it('lives 7 days [R12]', () => {
    expect(OWNERSHIP_OFFER_MS).toBe(7 * DAY);
    expect(offered('owner', 'admin')).toEqual({
      allowed: true,
      value: { userId: TARGET, expiresAt: after(7 * DAY) },
    });
  });

  it('needs a sign-in of less than 10 minutes ago [R12, A-018]', () => {
    expect(FRESH_SIGN_IN_MS).toBe(10 * MINUTE);
    const at = (ms: number) => verdict(offered('owner', 'admin', before(ms)));
    expect([at(0), at(10 * MINUTE - 1)]).toEqual(['allowed', 'allowed']);
    expect([at(10 * MINUTE), at(30 * MINUTE)]).toEqual(Array(2).fill('auth.reauthentication_required'));
  });

  it('tells who may not make one nothing about their sign-in', () => {
    expect(verdict(offered('admin', 'admin', before(DAY)))).toBe('permission.denied');
  });

  it('is never made to oneself [R8]', () => {
    const self = inAccount('owner', ACTOR);
    expect(verdict(decideOwnershipOffer(self, self, NOW, NOW))).toBe('member.is_yourself');
  });
});

describe('an open offer', () => {
  const offer = { userId: TARGET, expiresAt: after(1) };
  const ended = { userId: TARGET, expiresAt: NOW };

  it.each(ACCOUNT_ROLE_OR_NONE)('is withdrawn by the owner and nobody else: %s [R12]', (role) => {
    expect(verdict(decideOfferWithdrawal(inAccount(role), offer, NOW))).toBe(
      role === 'owner' ? 'allowed' : 'permission.denied',
    );
  });

  it('is accepted by whom it is for, while they are an admin [R12]', () => {
    for (const role of ACCOUNT_ROLE_OR_NONE)
      expect(verdict(decideOfferAcceptance(inAccount(role, TARGET), offer, NOW)), String(role)).toBe(
        role === 'admin' ? 'allowed' : 'not_found',
      );
    expect(verdict(decideOfferAcceptance(inAccount('admin', ACTOR), offer, NOW))).toBe('not_found');
  });

  it('makes them the owner and the former owner an admin [R12]', () => {
    expect(decideOfferAcceptance(inAccount('admin', TARGET), offer, NOW)).toEqual({
      allowed: true,
      value: { newOwner: 'owner', formerOwner: 'admin' },
    });
  });

  it('is gone at the millisecond at which it ends [R12]', () => {
    expect(verdict(decideOfferAcceptance(inAccount('admin', TARGET), ended, NOW))).toBe('not_found');
    expect(verdict(decideOfferWithdrawal(inAccount('owner'), ended, NOW))).toBe('not_found');
  });

  it('is needed for both', () => {
    expect(verdict(decideOfferAcceptance(inAccount('admin', TARGET), null, NOW))).toBe('not_found');
    expect(verdict(decideOfferWithdrawal(inAccount('owner'), null, NOW))).toBe('not_found');
  });
});
