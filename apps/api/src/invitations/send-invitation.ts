import type { NewMail, WriteTx } from '@keyholder/db';
import type { EmailAddress, InvitationId, Offer } from '@keyholder/domain';
import { newMail } from '../mail/new-mail.ts';
import { nextSendNumber, saveSend } from './invitation-repository.ts';
import type { Place } from './invitation-repository.ts';
import { checkSendLimits } from './send-limits.ts';

/** What the mail of an invitation says, besides what the invitation itself holds. */
export interface Names {
  readonly accountName: string;
  readonly siteName: string | null;
  readonly invitedBy: { readonly name: string; readonly email: string };
}

export interface Sendable {
  readonly id: InvitationId;
  readonly place: Place;
  readonly email: EmailAddress;
  readonly role: Offer['role'];
  readonly note: string | null;
  readonly expiresAt: Date;
}

/** Records one more send of an invitation: its nonce, and the mail that will carry the link made from it [R15, R19, R26]. */
export async function sendInvitation(
  tx: WriteTx,
  newNonce: () => Buffer,
  offer: Sendable,
  names: Names,
  now: Date,
): Promise<NewMail> {
  await checkSendLimits(tx, offer.place, offer.email, now);
  const seq = await nextSendNumber(tx, offer.id);
  const mail = newMail('invitation', {
    ref: offer.id,
    generation: seq,
    recipient: offer.email,
    facts: {
      ...names,
      role: offer.role,
      note: offer.note,
      expiresAt: offer.expiresAt.toISOString(),
      resent: seq > 1,
    },
  });
  await saveSend(tx, {
    accountId: offer.place.accountId,
    invitationId: offer.id,
    seq,
    nonce: newNonce(),
    sentAt: now,
    mail,
  });
  return mail;
}
