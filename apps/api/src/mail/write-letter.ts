import type { Letter, Occasion } from './letter.ts';
import { accessEnds } from './messages/access-ends.ts';
import { accountDeleted } from './messages/account-deleted.ts';
import { accessRemoved } from './messages/access-removed.ts';
import { alreadyRegistered } from './messages/already-registered.ts';
import { invitationAccepted } from './messages/invitation-accepted.ts';
import { invitationDeclined } from './messages/invitation-declined.ts';
import { invitationExpired } from './messages/invitation-expired.ts';
import { invitationNudge } from './messages/invitation-nudge.ts';
import { invitation } from './messages/invitation.ts';
import { newLinkRequested } from './messages/new-link-requested.ts';
import { ownershipOffered } from './messages/ownership-offered.ts';
import { ownershipHandedOver, ownershipReceived } from './messages/ownership-transferred.ts';
import { passwordReset } from './messages/password-reset.ts';
import { roleChanged } from './messages/role-changed.ts';
import { securityNotice } from './messages/security-notice.ts';
import { selfAssigned } from './messages/self-assigned.ts';
import { sitesAssigned } from './messages/sites-assigned.ts';
import { ssoHint } from './messages/sso-hint.ts';
import { verification } from './messages/verification.ts';
import type { MailFacts, MailKind } from './new-mail.ts';

const WRITERS: { readonly [Kind in MailKind]: (facts: MailFacts[Kind], occasion: Occasion) => Letter } = {
  invitation,
  invitation_nudge: invitationNudge,
  invitation_expired: invitationExpired,
  invitation_accepted: invitationAccepted,
  invitation_declined: invitationDeclined,
  new_link_requested: newLinkRequested,
  role_changed: roleChanged,
  access_removed: accessRemoved,
  account_deleted: accountDeleted,
  access_ends: accessEnds,
  sites_assigned: sitesAssigned,
  self_assigned: selfAssigned,
  ownership_offered: ownershipOffered,
  ownership_received: ownershipReceived,
  ownership_handed_over: ownershipHandedOver,
  security_notice: securityNotice,
  verification,
  password_reset: passwordReset,
  already_registered: alreadyRegistered,
  sso_hint: ssoHint,
};

export const isMailKind = (kind: string): kind is MailKind => Object.hasOwn(WRITERS, kind);

/** Both parts of a mail, from the facts that were frozen with the change. */
export const writeLetter = <Kind extends MailKind>(
  kind: Kind,
  facts: MailFacts[Kind],
  occasion: Occasion,
): Letter => WRITERS[kind](facts, occasion);
