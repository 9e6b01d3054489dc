import type { AccountId, InvitationId, SsoConnectionId, UserId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { account } from './account.ts';
import { bytes, id, instant } from './columns.ts';
import { session, user } from './identity.ts';
import { invitation } from './invitation.ts';

/** An identity provider of one account. Its issuer never changes: identities are bound to it (security.md 1.1.10). */
export const ssoConnection = pgTable(
  'sso_connection',
  {
    id: id('id').$type<SsoConnectionId>().primaryKey(),
    accountId: id('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    name: text('name').notNull(),
    issuer: text('issuer').notNull(),
    clientId: text('client_id').notNull(),
    /** Sealed with a key that is outside the database. */
    clientSecret: bytes('client_secret').notNull(),
    /** Passwords are refused for the connection's proven domains. */
    enforced: boolean('enforced').notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique('sso_connection_of_account').on(t.accountId, t.id)],
);

/** A domain that an account claims; `verifiedAt` is when its DNS proved it. An unproven claim blocks nobody. */
export const ssoDomain = pgTable(
  'sso_domain',
  {
    accountId: id('account_id').$type<AccountId>().notNull(),
    connectionId: id('connection_id').$type<SsoConnectionId>().notNull(),
    domain: text('domain').notNull(),
    createdAt: instant('created_at').notNull(),
    verifiedAt: instant('verified_at'),
  },
  (t) => [
    primaryKey({ name: 'sso_domain_key', columns: [t.accountId, t.domain] }),
    foreignKey({
      name: 'sso_domain_connection',
      columns: [t.accountId, t.connectionId],
      foreignColumns: [ssoConnection.accountId, ssoConnection.id],
    }).onDelete('cascade'),
    // Of any number of accounts that claim a domain, one has proven it.
    uniqueIndex('sso_domain_proven')
      .on(t.domain)
      .where(sql`verified_at is not null`),
    index('sso_domain_of_connection').on(t.connectionId),
  ],
);

/** Who somebody is at a provider: connection, issuer and subject, never an address. */
export const ssoIdentity = pgTable(
  'sso_identity',
  {
    connectionId: id('connection_id')
      .$type<SsoConnectionId>()
      .notNull()
      .references(() => ssoConnection.id, { onDelete: 'cascade' }),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    userId: id('user_id')
      .$type<UserId>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    linkedAt: instant('linked_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'sso_identity_key', columns: [t.connectionId, t.issuer, t.subject] }),
    // A provider that hands an address to somebody new must not hand over the person with it.
    unique('sso_identity_person').on(t.connectionId, t.userId),
    index('sso_identity_of_user').on(t.userId),
  ],
);

/** One way to the provider and back. The row is named by a digest: what the browser holds derives state, nonce and verifier. */
export const ssoAttempt = pgTable(
  'sso_attempt',
  {
    digest: bytes('digest').primaryKey(),
    connectionId: id('connection_id')
      .$type<SsoConnectionId>()
      .notNull()
      .references(() => ssoConnection.id, { onDelete: 'cascade' }),
    next: text('next').notNull(),
    /** The invitation in progress: the only way to a new person. */
    invitationId: id('invitation_id')
      .$type<InvitationId>()
      .references(() => invitation.id, { onDelete: 'cascade' }),
    /** Who confirms that it is still them, when somebody is signed in already. */
    confirms: id('confirms')
      .$type<UserId>()
      .references(() => user.id, { onDelete: 'cascade' }),
    startedAt: instant('started_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    index('sso_attempt_expiry').on(t.expiresAt),
    check('sso_attempt_digest', sql`octet_length(${t.digest}) = 32`),
  ],
);

/** An identity that came back for somebody who is here already, and who has yet to say so by signing in. */
export const ssoPendingLink = pgTable(
  'sso_pending_link',
  {
    digest: bytes('digest').primaryKey(),
    connectionId: id('connection_id')
      .$type<SsoConnectionId>()
      .notNull()
      .references(() => ssoConnection.id, { onDelete: 'cascade' }),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    userId: id('user_id')
      .$type<UserId>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    next: text('next').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [index('sso_pending_link_expiry').on(t.expiresAt)],
);

/** Sessions that a provider vouched for. Without a new sign-in at the provider they confirm nothing (security.md 1.1.7). */
export const ssoSession = pgTable(
  'sso_session',
  {
    sessionId: id('session_id')
      .primaryKey()
      .references(() => session.id, { onDelete: 'cascade' }),
    connectionId: id('connection_id')
      .$type<SsoConnectionId>()
      .notNull()
      .references(() => ssoConnection.id, { onDelete: 'cascade' }),
    fresh: boolean('fresh').notNull(),
  },
  (t) => [index('sso_session_of_connection').on(t.connectionId)],
);
