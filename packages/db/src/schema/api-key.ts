import type { AccountId, ApiKeyEnding, ApiKeyId, KeyPermission, SiteId, UserId } from '@keyholder/domain';
import { API_KEY_ENDINGS } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { site, siteMember } from './account.ts';
import { bytes, id, instant } from './columns.ts';
import { user } from './identity.ts';
import { oneOf } from './one-of.ts';

/** A key with which a program calls the API of one site [R44]. The key itself is never stored, only a hash of its secret part. */
export const apiKey = pgTable(
  'api_key',
  {
    id: id('id').$type<ApiKeyId>().primaryKey(),
    accountId: id('account_id').$type<AccountId>().notNull(),
    siteId: id('site_id').$type<SiteId>().notNull(),
    createdBy: id('created_by')
      .$type<UserId>()
      .notNull()
      .references(() => user.id),
    name: text('name').notNull(),
    /** The public part, by which a key is found and recognised. */
    prefix: text('prefix').notNull(),
    secretHash: bytes('secret_hash').notNull(),
    permissions: text('permissions').array().$type<KeyPermission[]>().notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
    /** Null where a job ended it. */
    revokedBy: id('revoked_by')
      .$type<UserId>()
      .references(() => user.id),
    ending: text('ending').$type<ApiKeyEnding>(),
    /** The maker while the key is not revoked: its foreign key lets no membership end while such a key is left [R30, R31]. */
    holder: id('holder')
      .$type<UserId>()
      .generatedAlwaysAs(sql`case when revoked_at is null then created_by end`),
  },
  (t) => [
    unique('api_key_prefix').on(t.prefix),
    foreignKey({
      name: 'api_key_site',
      columns: [t.accountId, t.siteId],
      foreignColumns: [site.accountId, site.id],
    }),
    // No cascade: whoever ends a membership names each key that ends with it in its audit event.
    foreignKey({
      name: 'api_key_holder',
      columns: [t.siteId, t.holder],
      foreignColumns: [siteMember.siteId, siteMember.userId],
    }),
    index('api_key_of_site').on(t.siteId, t.holder),
    index('api_key_of_maker').on(t.accountId, t.createdBy),
    check('api_key_prefix_form', sql`${t.prefix} ~ '^[0-9a-z]{8}$'`),
    check('api_key_secret_hash', sql`octet_length(${t.secretHash}) = 32`),
    check('api_key_permissions', sql`cardinality(${t.permissions}) > 0`),
    check('api_key_ending', oneOf(t.ending, API_KEY_ENDINGS)),
    check('api_key_revoked', sql`(${t.revokedAt} is null) = (${t.ending} is null)`),
  ],
);
