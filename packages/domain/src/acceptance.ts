import { allow, refuse } from './decision.ts';
import type { Decision } from './decision.ts';
import { hasExpired, mayOffer } from './invitation.ts';
import type { Invitation } from './invitation.ts';
import type { Standing } from './membership.ts';

/** Who presses the button [R21]: nobody signed in, the invited person, or somebody else. */
export type Visitor = 'nobody' | 'invited' | 'other';

/** What a link shows at one instant (http-api.md, lookup). */
export type LinkState = 'open' | 'expired' | 'superseded' | 'revoked' | 'declined' | 'accepted';

/** Everything that decides about a link whose mac has matched, read under the lock. */
export interface PresentedLink {
  readonly invitation: Invitation;
  /** Whether the link is that of the newest send [R15, R19]. */
  readonly newest: boolean;
  /** How the one who invited stands now, or null when they left: they must still be able to make the offer [R23]. */
  readonly sender: Standing | null;
}

/** What the link is worth at `now`: the final states first, then the link's age, then the clock. */
export function linkState({ invitation, newest, sender }: PresentedLink, now: Date): LinkState {
  if (invitation.state !== 'pending') return invitation.state;
  if (sender === null || !mayOffer(sender, invitation)) return 'revoked';
  if (!newest) return 'superseded';
  return hasExpired(invitation, now) ? 'expired' : 'open';
}

export type Acceptance =
  /** The invited person is known and signed in: join. */
  | { readonly kind: 'join' }
  /** Nobody has this address yet: create the person, then join. */
  | { readonly kind: 'create_and_join' }
  /** It was accepted before, by this person. */
  | { readonly kind: 'already_accepted' };

/** May this visitor accept at `now` [R13, R15, R16, R18, R21, R22]? `known`: a verified person has the invited address. */
export function decideAcceptance(
  link: PresentedLink,
  visitor: Visitor,
  known: boolean,
  now: Date,
): Decision<Acceptance> {
  const state = linkState(link, now);
  if (state === 'accepted') {
    if (visitor === 'nobody') return refuse('invitation.sign_in_required');
    return visitor === 'invited' ? allow({ kind: 'already_accepted' }) : refuse('invitation.wrong_person');
  }
  if (state !== 'open') return refuse(`invitation.${state}`);
  if (visitor === 'other') return refuse('invitation.wrong_person');
  if (visitor === 'invited') return allow({ kind: 'join' });
  return known ? refuse('invitation.sign_in_required') : allow({ kind: 'create_and_join' });
}

/** May the holder of this link say no at `now` [R18]? An answered or dead invitation cannot be declined. */
export function decideDecline(link: PresentedLink, now: Date): Decision<true> {
  const state = linkState(link, now);
  if (state === 'open' || state === 'expired') return allow(true);
  return state === 'accepted' ? refuse('invitation.not_pending', { state }) : refuse(`invitation.${state}`);
}

/** May the holder of this link ask for a new one? While the invitation still stands: an open link may have met a full account. */
export function decideNewLinkRequest(link: PresentedLink, now: Date): Decision<true> {
  const state = linkState(link, now);
  if (state === 'expired' || state === 'superseded' || state === 'open') return allow(true);
  return state === 'accepted' ? refuse('invitation.not_pending', { state }) : refuse(`invitation.${state}`);
}
