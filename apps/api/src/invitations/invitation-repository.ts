import type { NewMail, Transaction, WriteTx } from '@keyholder/db';
import { newId } from '@keyholder/db';
import { invitation, invitationSend, user } from '@keyholder/db/schema';
import type {
  AccountId,
  AccountRole,
  EmailAddress,
  Invitation,
  InvitationId,
  InvitationState,
  Offer,
  SiteId,
  SiteRole,
  UserId,
} from '@keyholder/domain';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';

/** Where an invitation leads: one site of an account, or the account itself. */
export type Place =
  | { readonly scope: 'site'; readonly accountId: AccountId; readonly siteId: SiteId }
  | { readonly scope: 'account'; readonly accountId: AccountId; readonly siteId: null };

type Row = typeof invitation.$inferSelect;

/** A row as the domain knows it. */
export function invitationOf(row: Row): Invitation {
  const offer: Offer =
    row.siteId === null
      ? { scope: 'account', siteId: null, role: row.role as AccountRole }
      : { scope: 'site', siteId: row.siteId, role: row.role as SiteRole };
  const { id, accountId, email, state, sentAt, expiresAt, invitedBy } = row;
  return { ...offer, id, accountId, email, state, sentAt, expiresAt, invitedBy };
}

export type LockedInvitation = Invitation & {
  readonly note: string | null;
  readonly newLinkAskedAt: Date | null;
};

const inPlace = (place: Place) =>
  and(
    eq(invitation.accountId, place.accountId),
    place.scope === 'site' ? eq(invitation.siteId, place.siteId) : isNull(invitation.siteId),
  );

/** One invitation of this place for update, or null: an id of another place names nothing here. */
export async function lockInvitation(
  tx: WriteTx,
  place: Place,
  id: InvitationId,
): Promise<LockedInvitation | null> {
  const [row] = await tx
    .select()
    .from(invitation)
    .where(and(eq(invitation.id, id), inPlace(place)))
    .for('update');
  return row ? { ...invitationOf(row), note: row.note, newLinkAskedAt: row.newLinkAskedAt } : null;
}

/** The open invitation of an address in this place, expired or not [R13]. */
export async function lockPending(
  tx: WriteTx,
  place: Place,
  email: EmailAddress,
): Promise<Invitation | null> {
  const [row] = await tx
    .select()
    .from(invitation)
    .where(and(inPlace(place), eq(invitation.email, email), eq(invitation.state, 'pending')))
    .for('update');
  return row ? invitationOf(row) : null;
}

/** One command sends at most so many again: other commands of the account wait for it. */
const MOST_RESENT = 200;

/** The open invitations of this place whose time has passed, oldest first and at most 200, for update. */
export async function lockExpired(
  tx: WriteTx,
  place: Place,
  now: Date,
): Promise<readonly LockedInvitation[]> {
  const rows = await tx
    .select()
    .from(invitation)
    .where(
      and(
        inPlace(place),
        eq(invitation.state, 'pending'),
        sql`${invitation.expiresAt} <= ${now.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(invitation.createdAt)
    .limit(MOST_RESENT)
    .for('update');
  return rows.map((row) => ({ ...invitationOf(row), note: row.note, newLinkAskedAt: row.newLinkAskedAt }));
}

export interface NewInvitation {
  readonly id: InvitationId;
  readonly place: Place;
  readonly email: EmailAddress;
  readonly role: Offer['role'];
  readonly note: string | null;
  readonly invitedBy: UserId;
  readonly sentAt: Date;
  readonly expiresAt: Date;
}

export async function saveInvitation(tx: WriteTx, offer: NewInvitation): Promise<void> {
  await tx.insert(invitation).values({
    id: offer.id,
    accountId: offer.place.accountId,
    siteId: offer.place.siteId,
    email: offer.email,
    role: offer.role,
    state: 'pending',
    note: offer.note,
    invitedBy: offer.invitedBy,
    createdAt: offer.sentAt,
    sentAt: offer.sentAt,
    expiresAt: offer.expiresAt,
  });
}

/** The number that the next send of an invitation gets: 1 for the first. */
export async function nextSendNumber(tx: Transaction, id: InvitationId): Promise<number> {
  const [row] = await tx
    .select({ last: sql<number | null>`max(${invitationSend.seq})` })
    .from(invitationSend)
    .where(eq(invitationSend.invitationId, id));
  return (row?.last ?? 0) + 1;
}

/** A send with the nonce that its link is made from. Its mail must be recorded in the same command. */
export async function saveSend(
  tx: WriteTx,
  send: {
    accountId: AccountId;
    invitationId: InvitationId;
    seq: number;
    nonce: Buffer;
    sentAt: Date;
    mail: NewMail;
  },
): Promise<void> {
  const { mail, ...row } = send;
  await tx.insert(invitationSend).values({ id: newId(), ...row, mailId: mail.id });
}

export async function saveResend(
  tx: WriteTx,
  id: InvitationId,
  sentAt: Date,
  expiresAt: Date,
): Promise<void> {
  await tx.update(invitation).set({ sentAt, expiresAt }).where(eq(invitation.id, id));
}

/** Closes an open invitation; the trigger refuses a second answer. */
export async function saveAnswer(
  tx: WriteTx,
  id: InvitationId,
  answer: {
    state: Exclude<InvitationState, 'pending'>;
    answeredAt: Date;
    acceptedBy?: UserId;
    declineReason?: string | null;
  },
): Promise<void> {
  await tx.update(invitation).set(answer).where(eq(invitation.id, id));
}

export async function saveNewLinkRequest(tx: WriteTx, id: InvitationId, at: Date): Promise<void> {
  await tx.update(invitation).set({ newLinkAskedAt: at }).where(eq(invitation.id, id));
}

/** The account of an invitation and the nonces of its sends, newest first: what a token is checked against. */
export async function readSends(
  db: Pick<Transaction, 'select'>,
  id: InvitationId,
): Promise<readonly { readonly accountId: AccountId; readonly seq: number; readonly nonce: Buffer }[]> {
  return db
    .select({ accountId: invitationSend.accountId, seq: invitationSend.seq, nonce: invitationSend.nonce })
    .from(invitationSend)
    .where(eq(invitationSend.invitationId, id))
    .orderBy(desc(invitationSend.seq));
}

/** Name and address of a person, for the mails that speak of them. */
export async function readPerson(
  tx: Pick<Transaction, 'select'>,
  id: UserId,
): Promise<{ readonly name: string; readonly email: EmailAddress }> {
  const [row] = await tx.select({ name: user.name, email: user.email }).from(user).where(eq(user.id, id));
  return row!;
}
