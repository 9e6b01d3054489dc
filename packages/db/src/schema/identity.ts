import type { EmailAddress, UserId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { bytes, id, instant } from './columns.ts';

/** One person per canonical address. Fields are those that the authentication library wants. */
export const user = pgTable(
  'user',
  {
    id: id('id').$type<UserId>().primaryKey(),
    name: text('name').notNull(),
    email: text('email').$type<EmailAddress>().notNull(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    unique('user_email').on(t.email),
    // Canonical form (security.md 1.4): the application made it; the database only refuses anything else.
    check(
      'user_email_canonical',
      sql`${t.email} ~ '^[a-z0-9!#$&''*+/=?^_\`{|}~.-]{1,64}@[a-z0-9.-]{3,253}$' and length(${t.email}) <= 254`,
    ),
  ],
);

export const session = pgTable(
  'session',
  {
    id: id('id').primaryKey(),
    token: text('token').notNull(),
    userId: id('user_id')
      .$type<UserId>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [unique('session_token').on(t.token), index('session_user').on(t.userId)],
);

export const verification = pgTable(
  'verification',
  {
    id: id('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('verification_identifier').on(t.identifier)],
);

/** The library's `account`: a way to sign in. Our `account` is the tenant (security.md 1.1.4). */
export const credential = pgTable(
  'credential',
  {
    id: id('id').primaryKey(),
    providerAccountId: text('provider_account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: id('user_id')
      .$type<UserId>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    unique('credential_provider').on(t.providerId, t.providerAccountId),
    index('credential_user').on(t.userId),
  ],
);

/**
 * A person's time-based second factor. Until it is confirmed with a code it is only an offer, and nothing asks for it.
 */
export const twoFactor = pgTable('two_factor', {
  userId: id('user_id')
    .$type<UserId>()
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  /** Sealed with a key that is outside the database, for this person alone. */
  secret: bytes('secret').notNull(),
  /** The step of the last code that was taken: none works twice. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
  confirmedAt: instant('confirmed_at'),
  createdAt: instant('created_at').notNull(),
});

/** Each works once, in place of a code. Only keyed digests: the key is outside the database. */
export const recoveryCode = pgTable(
  'recovery_code',
  {
    userId: id('user_id')
      .$type<UserId>()
      .notNull()
      .references(() => twoFactor.userId, { onDelete: 'cascade' }),
    mac: bytes('mac').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [primaryKey({ name: 'recovery_code_key', columns: [t.userId, t.mac] })],
);

/** Somebody who gave the right password and has yet to give a code. No session: it opens nothing but the second step. */
export const pendingSignIn = pgTable(
  'pending_sign_in',
  {
    digest: bytes('digest').primaryKey(),
    userId: id('user_id')
      .$type<UserId>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** Wrong codes so far; too many end it. */
    wrong: integer('wrong').notNull().default(0),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('pending_sign_in_user').on(t.userId),
    index('pending_sign_in_expiry').on(t.expiresAt),
    check('pending_sign_in_digest', sql`octet_length(${t.digest}) = 32`),
  ],
);

/** Counters of rate-limiter-flexible; made UNLOGGED by the migration: losing them in a crash harms nobody. */
export const rateLimit = pgTable('rate_limit', {
  key: text('key').primaryKey(),
  points: integer('points').notNull(),
  expire: bigint('expire', { mode: 'number' }),
});

/** Answers kept for 24 h under an Idempotency-Key, sealed (security.md 1.7). */
export const idempotency = pgTable(
  'idempotency',
  {
    principal: text('principal').notNull(),
    route: text('route').notNull(),
    key: text('key').notNull(),
    requestHash: bytes('request_hash').notNull(),
    answer: bytes('answer'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'idempotency_key', columns: [t.principal, t.route, t.key] }),
    index('idempotency_age').on(t.createdAt),
  ],
);
