import type { AuditAction } from './audit.ts';

/** What an endpoint can be told of: `<noun>.<what happened>`, for members of sites and of the account alike. */
export const WEBHOOK_EVENTS = [
  'membership.created',
  'membership.changed',
  'membership.removed',
  'invitation.created',
  'invitation.resent',
  'invitation.accepted',
  'invitation.declined',
  'invitation.revoked',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

const TOLD: Partial<Record<AuditAction, WebhookEvent>> = {
  'account_member.joined': 'membership.created',
  'account_member.restored': 'membership.created',
  'account_member.role_changed': 'membership.changed',
  'account_member.removed': 'membership.removed',
  'account_member.left': 'membership.removed',
  'ownership.transferred': 'membership.changed',
  'site_member.joined': 'membership.created',
  'site_member.assigned': 'membership.created',
  'site_member.restored': 'membership.created',
  'site_member.role_changed': 'membership.changed',
  'site_member.access_until_changed': 'membership.changed',
  'site_member.removed': 'membership.removed',
  'site_member.left': 'membership.removed',
  'site_member.access_ended': 'membership.removed',
  'invitation.created': 'invitation.created',
  'invitation.resent': 'invitation.resent',
  'invitation.accepted': 'invitation.accepted',
  'invitation.declined': 'invitation.declined',
  'invitation.revoked': 'invitation.revoked',
};

/** Which event a recorded change is for the outside, or null when it is none of its business. */
export const webhookEventOf = (action: AuditAction): WebhookEvent | null => TOLD[action] ?? null;

/** The most endpoints of one account. */
export const MOST_WEBHOOKS = 10;
/** After a rotation, for how long messages carry a signature by the former secret too. */
export const WEBHOOK_OVERLAP_MS = 24 * 3_600_000;
/** An endpoint that has answered nothing but failures for this long is switched off. */
export const WEBHOOK_PATIENCE_MS = 3 * 24 * 3_600_000;

/** Whether an endpoint whose failures began at `failingSince`, with no success since, is switched off at `now`. */
export const isBeyondPatience = (failingSince: Date | null, now: Date): boolean =>
  failingSince !== null && now.getTime() - failingSince.getTime() >= WEBHOOK_PATIENCE_MS;

/** How many signatures a message carries: one, and one more while a rotated secret is still honoured. */
export const isOverlapping = (previousUntil: Date | null, now: Date): boolean =>
  previousUntil !== null && now < previousUntil;

const LONGEST_URL = 2_000;

/**
 * Where messages may go: an https address without a name and password in it. `allowLoopback`: outside production also
 * plain http to this very machine. Whether the name leads to a private network is judged at each connection.
 */
export function isWebhookUrl(text: string, allowLoopback: boolean): boolean {
  if (text.length > LONGEST_URL) return false;
  const url = URL.parse(text);
  if (!url || url.username !== '' || url.password !== '' || url.hash !== '') return false;
  if (url.protocol === 'https:') return true;
  return (
    url.protocol === 'http:' && allowLoopback && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  );
}

/** For this long after it was queued a message is tried again and again. */
export const WEBHOOK_GIVE_UP_MS = 48 * 3_600_000;
