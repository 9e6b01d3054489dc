import { hasExpired } from './invitation.ts';
import type { Invitation } from './invitation.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long after its newest send an unanswered invitation is brought to mind, in ms [R28]. */
export const NUDGE_AFTER_MS = { site: [24 * HOUR_MS], account: [3 * DAY_MS, 6 * DAY_MS] } as const;

/** Who is told of an invitation that expired longer ago than this (ms) hears nothing new. */
export const EXPIRY_NEWS_MS = 7 * DAY_MS;

type Waiting = Pick<Invitation, 'scope' | 'state' | 'sentAt' | 'expiresAt'>;

/**
 * Which nudge the invitee is due at `now`, counted from 1, or null [R28]. `nudged`: how many they had, or skipped because
 * a later one was due already. Each goes once in the life of an invitation; a resend starts the time anew.
 */
export function nudgeDue(invitation: Waiting, nudged: number, now: Date): number | null {
  if (invitation.state !== 'pending' || hasExpired(invitation, now)) return null;
  const waited = now.getTime() - invitation.sentAt.getTime();
  const due = NUDGE_AFTER_MS[invitation.scope].filter((after) => waited >= after).length;
  return due > nudged ? due : null;
}

/** Whether the inviter is to hear at `now` that nobody answered [R28]; once in the life of an invitation. */
export function expiryNoticeDue(invitation: Waiting, told: boolean, now: Date): boolean {
  if (told || invitation.state !== 'pending' || !hasExpired(invitation, now)) return false;
  return now.getTime() - invitation.expiresAt.getTime() < EXPIRY_NEWS_MS;
}

/** How long before the end of access the person is told, in ms [R34]. */
export const ACCESS_END_NOTICE_MS = { week: 7 * DAY_MS, day: DAY_MS } as const;
export type AccessEndNotice = keyof typeof ACCESS_END_NOTICE_MS;

/**
 * Which notice of the end of their access a person is due at `now`, or null [R34]. `given`: those they had for this very
 * date, because a moved date is another end. A week's notice that comes on the last day is none.
 */
export function accessEndNoticeDue(
  accessUntil: Date,
  given: readonly AccessEndNotice[],
  now: Date,
): AccessEndNotice | null {
  const left = accessUntil.getTime() - now.getTime();
  if (left <= 0 || given.includes('day')) return null;
  if (left <= ACCESS_END_NOTICE_MS.day) return 'day';
  return left <= ACCESS_END_NOTICE_MS.week && !given.includes('week') ? 'week' : null;
}
