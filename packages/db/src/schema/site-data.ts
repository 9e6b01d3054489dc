import type {
  AccountId,
  Day,
  EmailAddress,
  FormAnswer,
  FormField,
  FormId,
  FormState,
  OrderId,
  OrderLine,
  OrderStatus,
  SiteId,
  SubmissionId,
} from '@keyholder/domain';
import { FORM_STATES, ORDER_STATUSES } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { site } from './account.ts';
import { id, instant } from './columns.ts';
import { oneOf } from './one-of.ts';

/** Of which site a row is; together with its account, so that no row can name a site of another. */
const ofSite = () => ({
  accountId: id('account_id').$type<AccountId>().notNull(),
  siteId: id('site_id').$type<SiteId>().notNull(),
});
const toSite = (name: string, t: { accountId: AnyPgColumn; siteId: AnyPgColumn }) =>
  foreignKey({ name, columns: [t.accountId, t.siteId], foreignColumns: [site.accountId, site.id] });

/** What a site says about itself beside name and domain. Without a row the domain's defaults hold. */
export const siteSettings = pgTable(
  'site_settings',
  {
    ...ofSite(),
    language: text('language').notNull(),
    timezone: text('timezone').notNull(),
    description: text('description').notNull(),
  },
  (t) => [
    primaryKey({ name: 'site_settings_key', columns: [t.accountId, t.siteId] }),
    toSite('site_settings_site', t),
  ],
);

/** What a visit is counted by. */
export const VISIT_DIMENSIONS = ['page', 'referrer'] as const;
export type VisitDimension = (typeof VISIT_DIMENSIONS)[number];

/** Visits of a day by page, and by the host that they came from: counters, because no row is kept about a visitor. */
export const visitCount = pgTable(
  'visit_count',
  {
    ...ofSite(),
    day: date('day', { mode: 'string' }).$type<Day>().notNull(),
    dimension: text('dimension').$type<VisitDimension>().notNull(),
    value: text('value').notNull(),
    visits: bigint('visits', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({
      name: 'visit_count_key',
      columns: [t.accountId, t.siteId, t.dimension, t.day, t.value],
    }),
    toSite('visit_count_site', t),
    check('visit_count_dimension', oneOf(t.dimension, VISIT_DIMENSIONS)),
  ],
);

export const form = pgTable(
  'form',
  {
    ...ofSite(),
    id: id('id').$type<FormId>().notNull(),
    name: text('name').notNull(),
    state: text('state').$type<FormState>().notNull(),
    fields: jsonb('fields').$type<readonly FormField[]>().notNull(),
    /** Where on its site a plain HTML form leads when it was sent. */
    thanksPath: text('thanks_path').notNull(),
    /** Rises with every change: the form's etag. */
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** A deleted form keeps its row, because its submissions speak of it; every list of forms leaves it out. */
    deletedAt: instant('deleted_at'),
  },
  (t) => [
    primaryKey({ name: 'form_key', columns: [t.accountId, t.id] }),
    unique('form_of_site').on(t.accountId, t.siteId, t.id),
    toSite('form_site', t),
    check('form_state', oneOf(t.state, FORM_STATES)),
  ],
);

export const formSubmission = pgTable(
  'form_submission',
  {
    ...ofSite(),
    id: id('id').$type<SubmissionId>().notNull(),
    formId: id('form_id').$type<FormId>().notNull(),
    answers: jsonb('answers').$type<readonly FormAnswer[]>().notNull(),
    /** The answers' text alone, for searching. */
    words: text('words').notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'form_submission_key', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'form_submission_form',
      columns: [t.accountId, t.siteId, t.formId],
      foreignColumns: [form.accountId, form.siteId, form.id],
    }),
    index('form_submission_newest').on(t.accountId, t.siteId, t.receivedAt, t.id),
    index('form_submission_of_form').on(t.accountId, t.formId),
  ],
);

/** An order of a site's shop, as the site's own engine reports it. */
export const siteOrder = pgTable(
  'site_order',
  {
    ...ofSite(),
    id: id('id').$type<OrderId>().notNull(),
    number: text('number').notNull(),
    status: text('status').$type<OrderStatus>().notNull(),
    customerName: text('customer_name').notNull(),
    customerEmail: text('customer_email').$type<EmailAddress>().notNull(),
    currency: text('currency').notNull(),
    total: bigint('total', { mode: 'number' }).notNull(),
    lines: jsonb('lines').$type<readonly OrderLine[]>().notNull(),
    placedAt: instant('placed_at').notNull(),
    /** Rises with every change: the order's etag. */
    version: integer('version').notNull().default(1),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'site_order_key', columns: [t.accountId, t.id] }),
    // A shop reports an order once, however often it tries.
    unique('site_order_number').on(t.accountId, t.siteId, t.number),
    toSite('site_order_site', t),
    index('site_order_newest').on(t.accountId, t.siteId, t.placedAt, t.id),
    check('site_order_status', oneOf(t.status, ORDER_STATUSES)),
    check('site_order_total', sql`${t.total} >= 0`),
  ],
);
