import type {
  AccountId,
  ContentId,
  ContentKind,
  ContentStatus,
  RedirectId,
  RedirectStatus,
  Robots,
  SiteId,
  UserId,
} from '@keyholder/domain';
import { CONTENT_KINDS, CONTENT_STATUSES, REDIRECT_STATUSES, ROBOTS } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, pgTable, primaryKey, smallint, text, unique } from 'drizzle-orm/pg-core';
import { site } from './account.ts';
import { id, instant } from './columns.ts';
import { user } from './identity.ts';
import { oneOf } from './one-of.ts';

// What a site's people make in Site Admin. The rows of a deleted site stay with it, and nobody can reach them any more.

/** The site that a row belongs to, which belongs to the row's account. */
const placeColumns = {
  accountId: id('account_id').$type<AccountId>().notNull(),
  siteId: id('site_id').$type<SiteId>().notNull(),
};

/** Who changed it last: the person, also behind an API key. `version` counts the changes; it is the etag. */
const changeColumns = {
  version: integer('version').notNull().default(1),
  updatedAt: instant('updated_at').notNull(),
  updatedBy: id('updated_by')
    .$type<UserId>()
    .notNull()
    .references(() => user.id),
};

/** Pages and posts. What search engines are told about one has a version of its own: other people write it. */
export const content = pgTable(
  'content',
  {
    id: id('id').$type<ContentId>().notNull(),
    ...placeColumns,
    kind: text('kind').$type<ContentKind>().notNull(),
    title: text('title').notNull(),
    slug: text('slug').notNull(),
    body: text('body').notNull(),
    status: text('status').$type<ContentStatus>().notNull(),
    /** Since when it is public; null for a draft. */
    publishedAt: instant('published_at'),
    createdAt: instant('created_at').notNull(),
    ...changeColumns,
    seoTitle: text('seo_title'),
    seoDescription: text('seo_description'),
    robots: text('robots').$type<Robots>().notNull(),
    seoVersion: integer('seo_version').notNull().default(1),
  },
  (t) => [
    primaryKey({ name: 'content_key', columns: [t.accountId, t.id] }),
    unique('content_slug').on(t.accountId, t.siteId, t.kind, t.slug),
    foreignKey({
      name: 'content_site',
      columns: [t.accountId, t.siteId],
      foreignColumns: [site.accountId, site.id],
    }),
    check('content_kind', oneOf(t.kind, CONTENT_KINDS)),
    check('content_status', oneOf(t.status, CONTENT_STATUSES)),
    check('content_published', sql`(${t.status} = 'published') = (${t.publishedAt} is not null)`),
    check('content_robots', oneOf(t.robots, ROBOTS)),
  ],
);

export const redirect = pgTable(
  'redirect',
  {
    id: id('id').$type<RedirectId>().notNull(),
    ...placeColumns,
    path: text('path').notNull(),
    target: text('target').notNull(),
    status: smallint('status').$type<RedirectStatus>().notNull(),
    createdAt: instant('created_at').notNull(),
    ...changeColumns,
  },
  (t) => [
    primaryKey({ name: 'redirect_key', columns: [t.accountId, t.id] }),
    unique('redirect_path').on(t.accountId, t.siteId, t.path),
    foreignKey({
      name: 'redirect_site',
      columns: [t.accountId, t.siteId],
      foreignColumns: [site.accountId, site.id],
    }),
    check('redirect_status', sql`${t.status} in (${sql.raw(REDIRECT_STATUSES.join(', '))})`),
  ],
);

/** Every saved version of a site's code; the newest is the one in force. */
export const siteCode = pgTable(
  'site_code',
  {
    ...placeColumns,
    version: integer('version').notNull(),
    css: text('css').notNull(),
    head: text('head').notNull(),
    body: text('body').notNull(),
    savedAt: instant('saved_at').notNull(),
    savedBy: id('saved_by')
      .$type<UserId>()
      .notNull()
      .references(() => user.id),
  },
  (t) => [
    primaryKey({ name: 'site_code_key', columns: [t.accountId, t.siteId, t.version] }),
    foreignKey({
      name: 'site_code_site',
      columns: [t.accountId, t.siteId],
      foreignColumns: [site.accountId, site.id],
    }),
  ],
);
