import type { NewMail } from '@keyholder/db';
import { newId } from '@keyholder/db';
import type { AccountRole, EmailAddress, SiteRole } from '@keyholder/domain';

export interface Person {
  readonly name: string;
  readonly email: string;
}

export interface Place {
  readonly accountName: string;
  /** Absent: the account itself. */
  readonly siteName: string | null;
}

export interface InvitationFacts extends Place {
  readonly role: SiteRole | AccountRole;
  readonly invitedBy: Person;
  readonly note: string | null;
  /** RFC 3339, UTC. */
  readonly expiresAt: string;
  readonly resent: boolean;
}

interface OwnershipFacts {
  readonly accountName: string;
  readonly from: Person;
  readonly to: Person;
}

/** What was changed about how somebody signs in. */
export type SecurityChange =
  | 'password_changed'
  | 'second_factor_on'
  | 'second_factor_off'
  | 'recovery_codes_renewed'
  | 'recovery_code_used';

/** The facts that each kind of mail is written from, frozen when the change is made. Never a link or a token. */
export interface MailFacts {
  readonly invitation: InvitationFacts;
  /** To the invitee who has not answered [R28]. */
  readonly invitation_nudge: Omit<InvitationFacts, 'note' | 'resent'> & {
    /** The how-maniest. */
    readonly nudge: number;
  };
  /** To the inviter, when nobody answered in time [R28]. */
  readonly invitation_expired: Place & {
    readonly email: string;
    readonly role: SiteRole | AccountRole;
    /** RFC 3339, UTC. */
    readonly expiresAt: string;
    readonly path: string;
  };
  readonly invitation_accepted: Place & {
    readonly person: Person;
    readonly role: SiteRole | AccountRole;
    readonly path: string;
  };
  readonly invitation_declined: Place & {
    readonly email: string;
    readonly role: SiteRole | AccountRole;
    readonly reason: string | null;
  };
  readonly new_link_requested: Place & {
    readonly email: string;
    readonly role: SiteRole | AccountRole;
    readonly path: string;
  };
  readonly role_changed: Place & {
    readonly from: SiteRole | AccountRole;
    readonly to: SiteRole | AccountRole;
    readonly changedBy: Person;
  };
  readonly access_removed: Place & { readonly removedBy: Person };
  /** To somebody whose access has an end date that comes near [R34]. */
  readonly access_ends: {
    readonly accountName: string;
    readonly siteName: string;
    readonly role: SiteRole;
    /** RFC 3339, UTC. */
    readonly accessUntil: string;
    readonly path: string;
  };
  readonly sites_assigned: {
    readonly accountName: string;
    readonly assignedBy: Person;
    readonly sites: readonly { readonly name: string; readonly role: SiteRole; readonly path: string }[];
  };
  /** To a site's Owners: somebody of the account gave themselves a role [R3]. */
  readonly self_assigned: {
    readonly accountName: string;
    readonly siteName: string;
    readonly role: SiteRole;
    readonly person: Person;
  };
  /** To the admin to whom the owner offers the account [R12]. */
  readonly ownership_offered: {
    readonly accountName: string;
    readonly owner: Person;
    /** RFC 3339, UTC. */
    readonly expiresAt: string;
    readonly path: string;
  };
  /** To both, once it was accepted. */
  readonly ownership_received: OwnershipFacts;
  readonly ownership_handed_over: OwnershipFacts;
  /** To whoever signs in another way now: if it was not them, they hear of it. */
  readonly security_notice: {
    readonly change: SecurityChange;
    /** RFC 3339, UTC. */
    readonly at: string;
    readonly path: string;
  };
  /** To everybody who was in an account that was deleted. */
  readonly account_deleted: {
    readonly accountName: string;
    readonly siteCount: number;
    readonly deletedBy: Person;
    /** RFC 3339, UTC. */
    readonly deletedAt: string;
  };
  readonly verification: Record<string, never>;
  readonly password_reset: Record<string, never>;
  /** Somebody signed up with the address of a person who is here already. */
  readonly already_registered: { readonly path: string };
  /** A reset was asked for by somebody whom their company's provider signs in. */
  readonly sso_hint: { readonly path: string };
}
export type MailKind = keyof MailFacts;

/**
 * A mail to record with a change. `ref` is what it is about (for `invitation` the invitation, else the person or event);
 * with `generation` (for `invitation` the number of the send) it is written at most once.
 */
export const newMail = <Kind extends MailKind>(
  kind: Kind,
  mail: {
    readonly ref: string;
    readonly generation: number;
    readonly recipient: EmailAddress;
    readonly facts: MailFacts[Kind];
  },
): NewMail => ({
  id: newId(),
  kind,
  ref: mail.ref,
  generation: mail.generation,
  recipient: mail.recipient,
  data: { ...mail.facts },
});
