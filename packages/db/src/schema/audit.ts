import type {
  AccountId,
  ActorKind,
  AuditAction,
  AuditTarget,
  SecurityAction,
  SiteId,
  UserId,
} from '@keyholder/domain';
import { ACTOR_KINDS, AUDIT_ACTIONS, AUDIT_TARGETS } from '@keyholder/domain';
import { bigint, check, index, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { account } from './account.ts';
import { bytes, id, instant } from './columns.ts';
import { oneOf } from './one-of.ts';

/** One change, written in the transaction that made it [R41]; append-only, chained per account [R42]. */
export const auditEvent = pgTable(
  'audit_event',
  {
    id: id('id').primaryKey(),
    accountId: id('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    /** 1, 2, 3 … within the account, without gaps. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').$type<ActorKind>().notNull(),
    actorId: id('actor_id'),
    action: text('action').$type<AuditAction>().notNull(),
    siteId: id('site_id').$type<SiteId>(),
    targetKind: text('target_kind').$type<AuditTarget>().notNull(),
    targetId: id('target_id').notNull(),
    /** The person concerned, where there is one: their timeline. */
    userId: id('user_id').$type<UserId>(),
    before: jsonb('before').$type<Record<string, unknown>>(),
    after: jsonb('after').$type<Record<string, unknown>>(),
    reason: text('reason'),
    ip: text('ip'),
    userAgent: text('user_agent'),
    requestId: text('request_id'),
    correlationId: id('correlation_id').notNull(),
    /** HMAC over the previous mac and this event; the key is outside the database. */
    mac: bytes('mac').notNull(),
  },
  (t) => [
    unique('audit_event_seq').on(t.accountId, t.seq),
    index('audit_event_person').on(t.accountId, t.userId, t.seq),
    index('audit_event_site').on(t.accountId, t.siteId, t.seq),
    index('audit_event_target').on(t.accountId, t.targetId, t.seq),
    check('audit_event_actor', oneOf(t.actorKind, ACTOR_KINDS)),
    check('audit_event_action', oneOf(t.action, AUDIT_ACTIONS)),
    check('audit_event_target_kind', oneOf(t.targetKind, AUDIT_TARGETS)),
  ],
);

/**
 * How far each account's chain of events reaches, signed [R42]: events cut off its end leave no other trace. Moves with
 * every command in the command's own transaction, and only forward.
 */
export const auditHead = pgTable('audit_head', {
  accountId: id('account_id')
    .$type<AccountId>()
    .primaryKey()
    .references(() => account.id),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  /** HMAC over account, number and the mac of that event; the key is outside the database. */
  mac: bytes('mac').notNull(),
  at: instant('at').notNull(),
});

/** Sign-ins, refusals and exports: not changes, so apart from them [R43]. */
export const securityEvent = pgTable(
  'security_event',
  {
    id: id('id').primaryKey(),
    accountId: id('account_id').$type<AccountId>(),
    siteId: id('site_id').$type<SiteId>(),
    at: instant('at').notNull(),
    action: text('action').$type<SecurityAction>().notNull(),
    userId: id('user_id').$type<UserId>(),
    detail: jsonb('detail').$type<Record<string, unknown>>(),
    ip: text('ip'),
    userAgent: text('user_agent'),
    requestId: text('request_id'),
  },
  (t) => [
    index('security_event_account').on(t.accountId, t.at),
    index('security_event_user').on(t.userId, t.at),
  ],
);
