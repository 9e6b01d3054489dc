import { describe, expect, it } from 'vitest';
import { accessEndNoticeDue, expiryNoticeDue, expiryOf, nudgeDue } from './index.ts';
import type { InvitationScope, InvitationState } from './index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const sentAt = new Date('2026-11-20T01:14:00.000Z');
const after = (ms: number) => new Date(sentAt.getTime() + ms);
const offer = (scope: InvitationScope, state: InvitationState = 'pending') => ({
  ...{ scope, state, sentAt, expiresAt: expiryOf(scope, sentAt) },
});

describe('a nudge to the invitee', () => {
  it.each([
    ['site', 24 * HOUR - 1, 0, null],
    ['site', 24 * HOUR, 0, 1],
    ['site', 24 * HOUR, 1, null],
    ['site', 48 * HOUR - 1, 0, 1],
    ['site', 48 * HOUR, 0, null],
    ['account', 3 * DAY - 1, 0, null],
    ['account', 3 * DAY, 0, 1],
    ['account', 6 * DAY - 1, 1, null],
    ['account', 6 * DAY, 1, 2],
    ['account', 6 * DAY, 2, null],
    ['account', 7 * DAY - 1, 1, 2],
    ['account', 7 * DAY, 1, null],
  ] as const)('%s, %i ms after the send, %i before: %s [R28]', (scope, ms, nudged, due) => {
    expect(nudgeDue(offer(scope), nudged, after(ms))).toBe(due);
  });

  it('is one, not two, when nothing could be sent for days [R28]', () => {
    expect(nudgeDue(offer('account'), 0, after(6.5 * DAY))).toBe(2);
  });

  it.each(['accepted', 'declined', 'revoked'] as const)(
    'is never for an invitation that was %s [R28]',
    (state) => {
      expect(nudgeDue(offer('site', state), 0, after(25 * HOUR))).toBeNull();
    },
  );

  it('waits anew after a resend [R15, R28]', () => {
    const resent = { ...offer('site'), sentAt: after(20 * HOUR), expiresAt: after(68 * HOUR) };
    expect([nudgeDue(resent, 0, after(43 * HOUR)), nudgeDue(resent, 0, after(44 * HOUR))]).toEqual([null, 1]);
  });
});

describe('the notice to the inviter', () => {
  it('comes when the invitation has expired unanswered, once [R28]', () => {
    expect(expiryNoticeDue(offer('site'), false, after(48 * HOUR - 1))).toBe(false);
    expect(expiryNoticeDue(offer('site'), false, after(48 * HOUR))).toBe(true);
    expect(expiryNoticeDue(offer('site'), true, after(48 * HOUR))).toBe(false);
    expect(expiryNoticeDue(offer('account'), false, after(7 * DAY))).toBe(true);
  });

  it.each(['accepted', 'declined', 'revoked'] as const)('never comes for one that was %s [R28]', (state) => {
    expect(expiryNoticeDue(offer('site', state), false, after(3 * DAY))).toBe(false);
  });

  it('is no news after a week', () => {
    expect(expiryNoticeDue(offer('site'), false, after(9 * DAY))).toBe(false);
  });
});

describe('the notice of the end of access', () => {
  const until = sentAt;
  const before = (ms: number) => new Date(until.getTime() - ms);

  it.each([
    [7 * DAY + 1, [], null],
    [7 * DAY, [], 'week'],
    [7 * DAY, ['week'], null],
    [DAY + 1, ['week'], null],
    [DAY, ['week'], 'day'],
    [DAY, ['week', 'day'], null],
    [1, ['week'], 'day'],
    [0, ['week'], null],
  ] as const)('%i ms before, given %j: %s [R34]', (ms, given, due) => {
    expect(accessEndNoticeDue(until, given, before(ms))).toBe(due);
  });

  it('is one, that of the last day, when the end was set less than a day ahead [R34]', () => {
    expect(accessEndNoticeDue(until, [], before(HOUR))).toBe('day');
    expect(accessEndNoticeDue(until, ['day'], before(HOUR / 2))).toBeNull();
  });
});
