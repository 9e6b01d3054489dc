import type { AccountStanding } from './account-membership.ts';
import { allow, refuse } from './decision.ts';
import type { Decision } from './decision.ts';
import type { UserId } from './ids.ts';
import { accountRoleGrants } from './grant.ts';
import type { AccountRole } from './role.ts';

/** How long an offer of ownership lives, in ms [R12]. */
export const OWNERSHIP_OFFER_MS = 7 * 24 * 3_600_000;
/** How long after signing in somebody counts as having just confirmed their password, in ms [R12]. */
export const FRESH_SIGN_IN_MS = 10 * 60_000;

/** What the two people become when an offer is accepted [R12]. */
export const NEW_OWNER_ROLE = 'owner' satisfies AccountRole;
export const FORMER_OWNER_ROLE = 'admin' satisfies AccountRole;

/** The one open offer that an account may have. */
export interface OwnershipOffer {
  /** To whom. */
  readonly userId: UserId;
  readonly expiresAt: Date;
}

/** Whether the person has signed in recently enough for what cannot be taken back. */
export const isFreshSignIn = (signedInAt: Date, now: Date): boolean =>
  now.getTime() - signedInAt.getTime() < FRESH_SIGN_IN_MS;

/** Whether an offer can still be accepted: until, not including, its end. */
export const isOfferOpen = (offer: Pick<OwnershipOffer, 'expiresAt'>, now: Date): boolean =>
  now < offer.expiresAt;

/** Whether somebody with this role may receive the ownership [R12]; an offer ends with the role. */
export const mayReceiveOwnership = (role: AccountRole | null): boolean => role === FORMER_OWNER_ROLE;

/** May `by`, who signed in at `signedInAt`, offer the account to `target` [R1, R12]? */
export function decideOwnershipOffer(
  by: AccountStanding,
  target: AccountStanding,
  signedInAt: Date,
  now: Date,
): Decision<OwnershipOffer> {
  if (!accountRoleGrants(by.accountRole, 'account.transfer')) return refuse('permission.denied');
  if (!isFreshSignIn(signedInAt, now)) return refuse('auth.reauthentication_required');
  if (by.userId === target.userId) return refuse('member.is_yourself');
  if (target.accountRole === null) return refuse('member.not_found');
  if (!mayReceiveOwnership(target.accountRole))
    return refuse('validation.failed', { fields: { userId: 'Choose an admin of the account.' } });
  return allow({ userId: target.userId, expiresAt: new Date(now.getTime() + OWNERSHIP_OFFER_MS) });
}

/** May `by` take the open offer back [R12]? */
export function decideOfferWithdrawal(
  by: AccountStanding,
  offer: OwnershipOffer | null,
  now: Date,
): Decision<OwnershipOffer> {
  if (!accountRoleGrants(by.accountRole, 'account.transfer')) return refuse('permission.denied');
  return offer && isOfferOpen(offer, now) ? allow(offer) : refuse('not_found');
}

/** May `by` accept it [R12]? An offer to somebody else, or one that ended, is none. */
export function decideOfferAcceptance(
  by: AccountStanding,
  offer: OwnershipOffer | null,
  now: Date,
): Decision<{ newOwner: AccountRole; formerOwner: AccountRole }> {
  const mine = offer !== null && offer.userId === by.userId && isOfferOpen(offer, now);
  if (!mine || !mayReceiveOwnership(by.accountRole)) return refuse('not_found');
  return allow({ newOwner: NEW_OWNER_ROLE, formerOwner: FORMER_OWNER_ROLE });
}
