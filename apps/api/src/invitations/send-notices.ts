import type { Transaction } from '@keyholder/db';
import { expiryNoticeDue, nudgeDue } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import { newMail } from '../mail/new-mail.ts';
import { recordNotices } from '../mail/record-notices.ts';
import type { Notice } from '../mail/record-notices.ts';
import { readExpiredUntold, readToNudge } from './notice-repository.ts';
import type { Unanswered } from './notice-repository.ts';

/** So many mails are recorded in one transaction. */
const BATCH = 200;
/** Nudges are told apart by the send that they follow, and there are fewer than this to each. */
const NUDGES_A_SEND = 10;

type NoticeDeps = Pick<Deps, 'database' | 'enqueueMails'>;

/** Reminds everybody who has not answered for long enough; they get the link they have, for as long as it works [R28]. */
export const nudgeInvitees = (deps: NoticeDeps): Promise<void> =>
  inBatches(deps, readToNudge, (invitation, now) => {
    const due = nudgeDue(invitation, invitation.nudged, now);
    return due === null ? null : nudge(invitation, due);
  });

/** Tells every inviter once that nobody answered in time [R28]. */
export const tellInviters = (deps: NoticeDeps): Promise<void> =>
  inBatches(deps, readExpiredUntold, (invitation, now) =>
    expiryNoticeDue(invitation, false, now) ? expired(invitation) : null,
  );

/** Reads, decides and records until nothing is due; what another process records at the same time is left to it. */
async function inBatches(
  { database, enqueueMails }: NoticeDeps,
  read: (tx: Transaction, now: Date, most: number) => Promise<readonly Unanswered[]>,
  decide: (invitation: Unanswered, now: Date) => Notice | null,
): Promise<void> {
  let again = true;
  while (again)
    again = await database.transaction(async (tx) => {
      const now = await database.now(tx);
      const found = await read(tx, now, BATCH);
      const notices = found.flatMap((invitation) => decide(invitation, now) ?? []);
      const recorded = await recordNotices(tx, enqueueMails, notices, now);
      return found.length === BATCH && recorded > 0;
    });
}

const nudge = (invitation: Unanswered, number: number): Notice => ({
  accountId: invitation.accountId,
  mail: newMail('invitation_nudge', {
    ref: invitation.id,
    generation: invitation.sends * NUDGES_A_SEND + number,
    recipient: invitation.email,
    facts: {
      ...placeOf(invitation),
      role: invitation.role,
      invitedBy: invitation.invitedBy,
      expiresAt: invitation.expiresAt.toISOString(),
      nudge: number,
    },
  }),
});

const expired = (invitation: Unanswered): Notice => ({
  accountId: invitation.accountId,
  mail: newMail('invitation_expired', {
    ref: invitation.id,
    generation: 1,
    recipient: invitation.invitedBy.email,
    facts: {
      ...placeOf(invitation),
      email: invitation.email,
      role: invitation.role,
      expiresAt: invitation.expiresAt.toISOString(),
      path: pathTo(invitation),
    },
  }),
});

const placeOf = ({ account, site }: Unanswered) => ({
  accountName: account.name,
  siteName: site?.name ?? null,
});

/** Where the inviter finds the invitation with *Resend* and *Revoke*. */
const pathTo = ({ account, site, id }: Unanswered): string =>
  site ? `/${account.slug}/sites/${site.slug}/invitations/${id}` : `/${account.slug}/members?tab=pending`;
