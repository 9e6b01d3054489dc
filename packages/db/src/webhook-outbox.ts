import { webhookEventOf } from '@keyholder/domain';
import type { AccountId, AuditAction, WebhookEvent } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { SignedEvent } from './audit-chain.ts';
import type { Transaction } from './connect.ts';
import { newId } from './ids.ts';

/** Puts a job for each delivery of an account into the queue, inside the transaction. */
export type EnqueueWebhooks = (
  tx: Transaction,
  accountId: AccountId,
  deliveryIds: readonly string[],
) => Promise<void>;

/**
 * Writes down what the account's endpoints are to be told of these changes, in the transaction of the changes: an
 * endpoint hears of nothing that did not happen, and misses nothing that did.
 */
export async function recordWebhooks(
  tx: Transaction,
  enqueue: EnqueueWebhooks,
  accountId: AccountId,
  events: readonly SignedEvent[],
): Promise<void> {
  const messages = events.flatMap((event) => {
    const type = webhookEventOf(event.action as AuditAction);
    return type === null ? [] : [{ messageId: event.id, type, body: webhookBody(type, event) }];
  });
  if (messages.length === 0) return;
  const endpoints = await tx.execute<{ id: string; events: string[] }>(
    sql`select id, events from webhook where account_id = ${accountId} and disabled_at is null`,
  );
  const rows = endpoints.flatMap((endpoint) =>
    messages
      .filter(({ type }) => endpoint.events.includes(type))
      .map((message) => ({ id: newId(), webhookId: endpoint.id, ...message })),
  );
  await saveDeliveries(tx, enqueue, accountId, rows, events[0]?.at ?? '');
}

export interface NewDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly messageId: string;
  readonly type: string;
  readonly body: string;
}

/** `at`: RFC 3339, UTC. */
export async function saveDeliveries(
  tx: Transaction,
  enqueue: EnqueueWebhooks,
  accountId: AccountId,
  rows: readonly NewDelivery[],
  at: string,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into webhook_delivery (id, account_id, webhook_id, message_id, type, body, state, created_at, queued_at)
    select d.id, ${accountId}, d."webhookId", d."messageId", d.type, d.body, 'queued', ${at}::timestamptz, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as d(id uuid, "webhookId" uuid, "messageId" uuid, type text, body text)`);
  await enqueue(
    tx,
    accountId,
    rows.map(({ id }) => id),
  );
}

/**
 * `{type, timestamp, data}` as Standard Webhooks have it: `timestamp` is when it happened; `data` holds ids, roles, times
 * and of an invitation its address, which is how the account knows the person. Never a link or a note.
 */
const webhookBody = (type: WebhookEvent, event: SignedEvent): string =>
  JSON.stringify({
    type,
    timestamp: event.at,
    data: {
      eventId: event.id,
      action: event.action,
      accountId: event.account_id,
      siteId: event.site_id,
      userId: event.user_id,
      invitationId: event.target_kind === 'invitation' ? event.target_id : null,
      actor: { kind: event.actor_kind, id: event.actor_id },
      before: told(event.before),
      after: told(event.after),
      correlationId: event.correlation_id,
    },
  });

/** What an event says about a change is for the account's own people; this much of it goes out. */
const TOLD: readonly string[] = [
  'role',
  'email',
  'state',
  'accessUntil',
  'expiresAt',
  'joinedAt',
  'replaces',
];
const told = (facts: Readonly<Record<string, unknown>> | null): Record<string, unknown> | null =>
  facts && Object.fromEntries(Object.entries(facts).filter(([name]) => TOLD.includes(name)));
