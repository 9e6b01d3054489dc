import type { AccountId, AccountRole, Plan, SiteId, SiteRole, UserId } from '@keyholder/domain';
import { ACCOUNT_ROLES, PLAN_KEYS, SITE_ROLES } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { oneOf } from './one-of.ts';
import { user } from './identity.ts';

/** How somebody came to be on a site; shown on the person's page. */
export const MEMBERSHIP_SOURCES = ['invited', 'assigned', 'self_assigned', 'copied', 'created'] as const;
export type MembershipSource = (typeof MEMBERSHIP_SOURCES)[number];

export const account = pgTable(
  'account',
  {
    id: id('id').$type<AccountId>().primaryKey(),
    name: text('name').notNull(),
    slug: text('slug').notNull(),
    plan: text('plan').$type<Plan>().notNull(),
    createdAt: instant('created_at').notNull(),
    /** A deleted account keeps its row and its slug: the audit log speaks of it, and its address leads nobody elsewhere. */
    deletedAt: instant('deleted_at'),
  },
  (t) => [unique('account_slug').on(t.slug), check('account_plan', oneOf(t.plan, PLAN_KEYS))],
);

/** Every slug that leads to an account: the one it has, which a trigger puts here, and the last few that it had. */
export const claimedSlug = pgTable(
  'claimed_slug',
  {
    slug: text('slug').primaryKey(),
    accountId: id('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    claimedAt: instant('claimed_at').notNull(),
  },
  (t) => [index('claimed_slug_account').on(t.accountId)],
);

export const accountMember = pgTable(
  'account_member',
  {
    accountId: id('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    userId: id('user_id')
      .$type<UserId>()
      .notNull()
      .references(() => user.id),
    role: text('role').$type<AccountRole>().notNull(),
    joinedAt: instant('joined_at').notNull(),
    lastActiveAt: instant('last_active_at'),
  },
  (t) => [
    primaryKey({ name: 'account_member_key', columns: [t.accountId, t.userId] }),
    uniqueIndex('account_member_one_owner')
      .on(t.accountId)
      .where(sql`role = 'owner'`),
    index('account_member_user').on(t.userId),
    check('account_member_role', oneOf(t.role, ACCOUNT_ROLES)),
  ],
);

export const site = pgTable(
  'site',
  {
    id: id('id').$type<SiteId>().primaryKey(),
    accountId: id('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    name: text('name').notNull(),
    slug: text('slug').notNull(),
    domain: text('domain').notNull(),
    createdAt: instant('created_at').notNull(),
    /** A deleted site keeps its row, because the audit log and past invitations speak of it; every query leaves it out. */
    deletedAt: instant('deleted_at'),
  },
  (t) => [
    // A deleted site gives its slug back.
    uniqueIndex('site_slug')
      .on(t.accountId, t.slug)
      .where(sql`deleted_at is null`),
    unique('site_of_account').on(t.accountId, t.id),
  ],
);

export const siteMember = pgTable(
  'site_member',
  {
    accountId: id('account_id').$type<AccountId>().notNull(),
    siteId: id('site_id').$type<SiteId>().notNull(),
    userId: id('user_id').$type<UserId>().notNull(),
    role: text('role').$type<SiteRole>().notNull(),
    joinedAt: instant('joined_at').notNull(),
    accessUntil: instant('access_until'),
    lastActiveAt: instant('last_active_at'),
    source: text('source').$type<MembershipSource>().notNull(),
    /** Who invited, assigned or copied; null where the person themselves did. */
    sourceBy: id('source_by').$type<UserId>(),
    /** Rises with every change: the member's etag. */
    version: integer('version').notNull().default(1),
    changedAt: instant('changed_at').notNull(),
    changedBy: id('changed_by').$type<UserId>(),
  },
  (t) => [
    primaryKey({ name: 'site_member_key', columns: [t.siteId, t.userId] }),
    // No cascade: a removal names every row for its audit event (security.md 1.4).
    foreignKey({
      name: 'site_member_site',
      columns: [t.accountId, t.siteId],
      foreignColumns: [site.accountId, site.id],
    }),
    foreignKey({
      name: 'site_member_person',
      columns: [t.accountId, t.userId],
      foreignColumns: [accountMember.accountId, accountMember.userId],
    }),
    // The account's list of people sums up whole accounts by person; its covering index is in the migration `guards`.
    index('site_member_owners')
      .on(t.siteId)
      .where(sql`role = 'owner'`),
    index('site_member_of_user').on(t.userId),
    // Jobs look for access that ends soon or has ended [R34].
    index('site_member_access_end')
      .on(t.accessUntil)
      .where(sql`access_until is not null`),
    check('site_member_role', oneOf(t.role, SITE_ROLES)),
    check('site_member_source', oneOf(t.source, MEMBERSHIP_SOURCES)),
  ],
);

/** Memberships that were taken away, kept so that they can be restored for 90 days [R33]. `siteId` null: the account record. */
export const removedMember = pgTable(
  'removed_member',
  {
    id: id('id').primaryKey(),
    accountId: id('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    siteId: id('site_id').$type<SiteId>(),
    userId: id('user_id')
      .$type<UserId>()
      .notNull()
      .references(() => user.id),
    accountRole: text('account_role').$type<AccountRole>(),
    siteRole: text('site_role').$type<SiteRole>(),
    joinedAt: instant('joined_at').notNull(),
    accessUntil: instant('access_until'),
    lastActiveAt: instant('last_active_at'),
    source: text('source').$type<MembershipSource>(),
    sourceBy: id('source_by').$type<UserId>(),
    removedAt: instant('removed_at').notNull(),
    removedBy: id('removed_by').$type<UserId>(),
    /** All rows of one removal share it, so that a removal from the account comes back whole. */
    correlationId: id('correlation_id').notNull(),
    restoredAt: instant('restored_at'),
  },
  (t) => [
    index('removed_member_lookup').on(t.accountId, t.userId, t.removedAt),
    check(
      'removed_member_kind',
      sql`(${t.siteId} is null) = (${t.siteRole} is null) and (${t.siteId} is null) = (${t.accountRole} is not null)`,
    ),
  ],
);

/** What is told or recorded about the end of a membership, once each: a week and a day before it, and when it came [R34]. */
export const ACCESS_END_STEPS = ['week', 'day', 'ended'] as const;
export type AccessEndStep = (typeof ACCESS_END_STEPS)[number];

/** The steps taken for one end of access. A moved date is another end, so all of it happens again for that one. */
export const accessEndStep = pgTable(
  'access_end_step',
  {
    id: id('id').primaryKey(),
    accountId: id('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    siteId: id('site_id').$type<SiteId>().notNull(),
    userId: id('user_id').$type<UserId>().notNull(),
    accessUntil: instant('access_until').notNull(),
    step: text('step').$type<AccessEndStep>().notNull(),
    takenAt: instant('taken_at').notNull(),
  },
  (t) => [
    unique('access_end_step_once').on(t.siteId, t.userId, t.accessUntil, t.step),
    check('access_end_step_known', oneOf(t.step, ACCESS_END_STEPS)),
  ],
);
