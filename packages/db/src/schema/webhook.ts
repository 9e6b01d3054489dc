import type { AccountId, UserId, WebhookDeliveryId, WebhookEvent, WebhookId } from '@keyholder/domain';
import { WEBHOOK_EVENTS } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { account } from './account.ts';
import { bytes, id, instant } from './columns.ts';
import { oneOf } from './one-of.ts';

/** Where an account wants its changes told. The secrets are sealed, each bound to its endpoint. */
export const webhook = pgTable(
  'webhook',
  {
    id: id('id').$type<WebhookId>().primaryKey(),
    accountId: id('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    url: text('url').notNull(),
    events: text('events').array().$type<WebhookEvent[]>().notNull(),
    /** Switched off by a person, or by Keyholder after days of failure. */
    disabledAt: instant('disabled_at'),
    disabledBy: text('disabled_by').$type<'person' | 'failing'>(),
    secret: bytes('secret').notNull(),
    previousSecret: bytes('previous_secret'),
    previousUntil: instant('previous_until'),
    /** The first failure since the last success. */
    failingSince: instant('failing_since'),
    createdAt: instant('created_at').notNull(),
    createdBy: id('created_by').$type<UserId>().notNull(),
  },
  (t) => [
    unique('webhook_of_account').on(t.accountId, t.id),
    check('webhook_disabled', sql`(${t.disabledAt} is null) = (${t.disabledBy} is null)`),
    check('webhook_disabled_by', sql`${t.disabledBy} is null or ${t.disabledBy} in ('person', 'failing')`),
    check('webhook_overlap', sql`(${t.previousSecret} is null) = (${t.previousUntil} is null)`),
    check(
      'webhook_events',
      sql`${t.events} <@ array[${sql.raw(WEBHOOK_EVENTS.map((e) => `'${e}'`).join(', '))}]`,
    ),
  ],
);

/** One message to one endpoint. The body is kept as it was signed, so that every attempt sends the same bytes. */
export const webhookDelivery = pgTable(
  'webhook_delivery',
  {
    id: id('id').$type<WebhookDeliveryId>().primaryKey(),
    accountId: id('account_id').$type<AccountId>().notNull(),
    webhookId: id('webhook_id').$type<WebhookId>().notNull(),
    /** The same for every endpoint and every attempt: what a receiver tells repetitions by. */
    messageId: id('message_id').notNull(),
    type: text('type').notNull(),
    body: text('body').notNull(),
    state: text('state').$type<'queued' | 'delivered' | 'failed'>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    /** When it was queued, or put back by a replay: from here on attempts are made for so long. */
    queuedAt: instant('queued_at').notNull(),
    lastAttemptAt: instant('last_attempt_at'),
    /** Of the last attempt: HTTP status, what went wrong, the beginning of the answer, how long it took in ms. */
    status: integer('status'),
    problem: text('problem'),
    response: text('response'),
    durationMs: integer('duration_ms'),
  },
  (t) => [
    foreignKey({
      name: 'webhook_delivery_endpoint',
      columns: [t.accountId, t.webhookId],
      foreignColumns: [webhook.accountId, webhook.id],
    }).onDelete('cascade'),
    index('webhook_delivery_newest').on(t.accountId, t.webhookId, t.createdAt, t.id),
    check('webhook_delivery_state', oneOf(t.state, ['queued', 'delivered', 'failed'])),
  ],
);
