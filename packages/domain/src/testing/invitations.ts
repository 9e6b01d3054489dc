import { expiryOf } from '../index.ts';
import type { AccountId, EmailAddress, Invitation, InvitationId, SiteId, SiteRole } from '../index.ts';
import { ACTOR } from './people.ts';

export const SENT = new Date('2026-05-27T14:05:00.000Z');
const SITE = '0190f000-0000-7000-8000-0000000000c1' as SiteId;

const sent = {
  id: '0190f000-0000-7000-8000-0000000000e1' as InvitationId,
  accountId: '0190f000-0000-7000-8000-0000000000d1' as AccountId,
  email: 'alex@yourteam.test' as EmailAddress,
  state: 'pending',
  sentAt: SENT,
  invitedBy: ACTOR,
} as const;

export const siteOffer = (role: SiteRole) => ({ scope: 'site', siteId: SITE, role }) as const;
export const accountOffer = <Role extends string>(role: Role) =>
  ({ scope: 'account', siteId: null, role }) as const;

export const siteInvitation = (
  role: SiteRole = 'developer',
  over: { state?: Invitation['state']; sentAt?: Date } = {},
): Invitation => ({
  ...sent,
  ...siteOffer(role),
  expiresAt: expiryOf('site', over.sentAt ?? SENT),
  ...over,
});

export const accountInvitation = (over: { state?: Invitation['state']; sentAt?: Date } = {}): Invitation => ({
  ...sent,
  ...accountOffer('viewer'),
  expiresAt: expiryOf('account', over.sentAt ?? SENT),
  ...over,
});

/** The instant so many milliseconds after the link was sent. */
export const after = (ms: number): Date => new Date(SENT.getTime() + ms);
