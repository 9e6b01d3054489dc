import { isGrantableAccountRole } from './account-membership.ts';
import { allow, refuse } from './decision.ts';
import type { Decision } from './decision.ts';
import type { AccountId, EmailAddress, InvitationId, SiteId, UserId } from './ids.ts';
import { holdsRosterAuthority, mayGrant } from './membership.ts';
import type { Standing } from './membership.ts';
import { accountRoleGrants } from './grant.ts';
import type { AccountRole, SiteRole } from './role.ts';

export const INVITATION_STATES = ['pending', 'accepted', 'declined', 'revoked'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** How long a link works after each send, in ms: 48 hours for a site, 7 days for the account (product.md §3). */
export const VALID_MS = { site: 48 * 3_600_000, account: 7 * 24 * 3_600_000 } as const;
export type InvitationScope = keyof typeof VALID_MS;

/** A link may be sent again at most this often, in ms [R15]. */
export const RESEND_PAUSE_MS = 30_000;

/** What an invitation offers: a role on one site, or a role in the account. */
export type Offer =
  | { readonly scope: 'site'; readonly siteId: SiteId; readonly role: SiteRole }
  | { readonly scope: 'account'; readonly siteId: null; readonly role: AccountRole };

export type Invitation = Offer & {
  readonly id: InvitationId;
  readonly accountId: AccountId;
  readonly email: EmailAddress;
  readonly state: InvitationState;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly invitedBy: UserId;
};

/** When a link sent at `sentAt` stops working: from then on it has expired. */
export const expiryOf = (scope: InvitationScope, sentAt: Date): Date =>
  new Date(sentAt.getTime() + VALID_MS[scope]);

/** Expired is not a state but a pending invitation whose time has passed: valid while `now < expiresAt`, to the ms [R13]. */
export const hasExpired = (invitation: Pick<Invitation, 'expiresAt'>, now: Date): boolean =>
  now >= invitation.expiresAt;

/** May this person send invitations of this scope at all [R6]? */
export const mayInvite = (by: Pick<Standing, 'accountRole' | 'siteRole'>, scope: InvitationScope): boolean =>
  scope === 'site' ? holdsRosterAuthority(by) : accountRoleGrants(by.accountRole, 'team.manage');

/** May this person offer what the invitation offers [R1, R2, R7]? */
export const mayOffer = (
  by: Pick<Standing, 'accountRole' | 'siteRole'>,
  offer: Pick<Offer, 'scope' | 'role'>,
): boolean =>
  mayInvite(by, offer.scope) &&
  (offer.scope === 'site'
    ? mayGrant(by, offer.role as SiteRole)
    : isGrantableAccountRole(offer.role as AccountRole));

/** What is true of the invited address where it is invited to, read under the lock. */
export interface Slot {
  /** The role that the person already holds there, or null. */
  readonly activeRole: SiteRole | AccountRole | null;
  /** The open invitation of that address there, expired or not, or null. */
  readonly pending: Invitation | null;
}

/** May `by` make this offer to an address in this slot [R6, R7, R13, R14]? Seats are judged apart (seat.ts). */
export function decideInvitation(by: Standing, offer: Offer, slot: Slot): Decision<Offer> {
  if (!mayInvite(by, offer.scope)) return refuse('permission.denied');
  if (!mayOffer(by, offer)) return refuse('role.not_grantable', { role: offer.role });
  if (slot.activeRole !== null) return refuse('member.already_active', { role: slot.activeRole });
  if (slot.pending)
    return refuse('invitation.already_pending', {
      invitationId: slot.pending.id,
      actions: ['resend', 'revoke'],
    });
  return allow(offer);
}

/** May `by` send a fresh link at `now` [R15]? Every earlier link stops; works on expired ones. */
export function decideResend(
  by: Standing,
  invitation: Invitation,
  now: Date,
): Decision<{ sentAt: Date; expiresAt: Date }> {
  const refusal = refusedChange(by, invitation);
  if (refusal) return refusal;
  const wait = invitation.sentAt.getTime() + RESEND_PAUSE_MS - now.getTime();
  if (wait > 0) return refuse('rate.limited', { retryAfter: Math.ceil(wait / 1000) });
  return allow({ sentAt: now, expiresAt: expiryOf(invitation.scope, now) });
}

/** May `by` withdraw the invitation [R16]? Immediate and final. */
export function decideRevocation(by: Standing, invitation: Invitation): Decision<true> {
  return refusedChange(by, invitation) ?? allow(true);
}

/** May `by` replace the offered role [R17]? Judged for the role on offer and for the new one. */
export function decideReissue(by: Standing, invitation: Invitation, offer: Offer): Decision<Offer> {
  const refusal = refusedChange(by, invitation);
  if (refusal) return refusal;
  return mayOffer(by, offer) ? allow(offer) : refuse('role.not_grantable', { role: offer.role });
}

function refusedChange(by: Standing, invitation: Invitation): Decision<never> | null {
  if (!mayInvite(by, invitation.scope)) return refuse('permission.denied');
  if (!mayOffer(by, invitation)) return refuse('role.not_grantable', { role: invitation.role });
  if (invitation.state !== 'pending') return refuse('invitation.not_pending', { state: invitation.state });
  return null;
}
