import type {
  AccountId,
  AccountRole,
  EmailAddress,
  InvitationId,
  InvitationState,
  SiteId,
  SiteRole,
  UserId,
} from '@keyholder/domain';
import { GRANTABLE_ACCOUNT_ROLES, INVITATION_STATES, SITE_ROLES } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { account, site } from './account.ts';
import { bytes, id, instant } from './columns.ts';
import { oneOf } from './one-of.ts';
import { user } from './identity.ts';

export const invitation = pgTable(
  'invitation',
  {
    id: id('id').$type<InvitationId>().primaryKey(),
    accountId: id('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    /** Null: an invitation to the account. */
    siteId: id('site_id').$type<SiteId>(),
    email: text('email').$type<EmailAddress>().notNull(),
    role: text('role').$type<SiteRole | AccountRole>().notNull(),
    state: text('state').$type<InvitationState>().notNull(),
    note: text('note'),
    /** Who stands behind the offer now; adoption moves it [R23]. */
    invitedBy: id('invited_by')
      .$type<UserId>()
      .notNull()
      .references(() => user.id),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    answeredAt: instant('answered_at'),
    acceptedBy: id('accepted_by')
      .$type<UserId>()
      .references(() => user.id),
    declineReason: text('decline_reason'),
    newLinkAskedAt: instant('new_link_asked_at'),
  },
  (t) => [
    foreignKey({
      name: 'invitation_site',
      columns: [t.accountId, t.siteId],
      foreignColumns: [site.accountId, site.id],
    }),
    // One open invitation per address and place, expired or not, also for parallel requests [R13].
    uniqueIndex('invitation_pending_site')
      .on(t.siteId, t.email)
      .where(sql`state = 'pending' and site_id is not null`),
    uniqueIndex('invitation_pending_account')
      .on(t.accountId, t.email)
      .where(sql`state = 'pending' and site_id is null`),
    index('invitation_by_account').on(t.accountId, t.state, t.email),
    index('invitation_by_sender')
      .on(t.accountId, t.invitedBy)
      .where(sql`state = 'pending'`),
    index('invitation_by_address').on(t.email),
    // Jobs look for those that are about to expire, or have [R28].
    index('invitation_pending_expiry')
      .on(t.expiresAt)
      .where(sql`state = 'pending'`),
    index('invitation_by_site').on(t.siteId, t.state, t.createdAt),
    check('invitation_state', oneOf(t.state, INVITATION_STATES)),
    check(
      'invitation_role',
      sql`(${t.siteId} is not null and ${oneOf(t.role, SITE_ROLES)}) or (${t.siteId} is null and ${oneOf(t.role, GRANTABLE_ACCOUNT_ROLES)})`,
    ),
    check('invitation_accepted', sql`(${t.state} = 'accepted') = (${t.acceptedBy} is not null)`),
    check('invitation_answered', sql`(${t.state} = 'pending') = (${t.answeredAt} is null)`),
    check('invitation_expiry', sql`${t.expiresAt} > ${t.sentAt}`),
  ],
);

export const MAIL_STATES = ['queued', 'sent', 'failed', 'dropped'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** A mail to one person. It holds facts, never a link: the worker derives the link from the send (security.md 1.8). */
export const mail = pgTable(
  'mail',
  {
    id: id('id').primaryKey(),
    accountId: id('account_id').$type<AccountId>(),
    kind: text('kind').notNull(),
    /** What it is about (an invitation, a person); with `generation` it exists once. */
    ref: id('ref').notNull(),
    generation: integer('generation').notNull(),
    recipient: text('recipient').$type<EmailAddress>().notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    state: text('state').$type<MailState>().notNull().default('queued'),
    /** Why it failed or was dropped, in words for the sender. */
    reason: text('reason'),
    attempt: integer('attempt').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    unique('mail_once').on(t.kind, t.ref, t.generation),
    index('mail_queued')
      .on(t.createdAt)
      .where(sql`state = 'queued'`),
    check('mail_state', oneOf(t.state, MAIL_STATES)),
  ],
);

/** One row per send of an invitation: its nonce makes the link, its mail shows the delivery [R19, R26]. */
export const invitationSend = pgTable(
  'invitation_send',
  {
    id: id('id').primaryKey(),
    accountId: id('account_id').$type<AccountId>().notNull(),
    invitationId: id('invitation_id')
      .$type<InvitationId>()
      .notNull()
      .references(() => invitation.id),
    seq: integer('seq').notNull(),
    nonce: bytes('nonce').notNull(),
    sentAt: instant('sent_at').notNull(),
    mailId: id('mail_id')
      .notNull()
      .references(() => mail.id),
  },
  (t) => [
    unique('invitation_send_seq').on(t.invitationId, t.seq),
    // Sends are counted against the limits of security.md 1.12.
    index('invitation_send_age').on(t.accountId, t.sentAt),
    check('invitation_send_nonce', sql`octet_length(${t.nonce}) = 32`),
  ],
);
