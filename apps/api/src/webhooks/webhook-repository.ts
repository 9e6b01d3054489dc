import type { Transaction, WriteTx } from '@keyholder/db';
import { webhook, webhookDelivery } from '@keyholder/db/schema';
import type { AccountId, UserId, WebhookDeliveryId, WebhookEvent, WebhookId } from '@keyholder/domain';
import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import type { DeliveryRow, WebhookRow } from './webhook-view.ts';

const columns = {
  id: webhook.id,
  url: webhook.url,
  events: webhook.events,
  disabledAt: webhook.disabledAt,
  disabledBy: webhook.disabledBy,
  previousUntil: webhook.previousUntil,
  failingSince: webhook.failingSince,
  createdAt: webhook.createdAt,
};

type Reader = Pick<Transaction, 'select'>;
const mine = (accountId: AccountId, id: WebhookId) =>
  and(eq(webhook.accountId, accountId), eq(webhook.id, id));

export async function readWebhooks(tx: Reader, accountId: AccountId, id?: WebhookId): Promise<WebhookRow[]> {
  const last = tx
    .select({
      at: webhookDelivery.createdAt,
      state: webhookDelivery.state,
      status: webhookDelivery.status,
    })
    .from(webhookDelivery)
    .where(and(eq(webhookDelivery.accountId, webhook.accountId), eq(webhookDelivery.webhookId, webhook.id)))
    .orderBy(desc(webhookDelivery.createdAt), desc(webhookDelivery.id))
    .limit(1)
    .as('last');
  const rows = await tx
    .select({ ...columns, at: last.at, state: last.state, status: last.status })
    .from(webhook)
    .leftJoinLateral(last, sql`true`)
    .where(id === undefined ? eq(webhook.accountId, accountId) : mine(accountId, id))
    .orderBy(asc(webhook.createdAt), asc(webhook.id));
  return rows.map(({ at, state, status, ...row }) => ({
    ...row,
    last: at && state ? { at, state, status } : null,
  }));
}

export async function countWebhooks(tx: WriteTx, accountId: AccountId): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(webhook).where(eq(webhook.accountId, accountId));
  return row?.n ?? 0;
}

export async function readSecret(tx: Reader, accountId: AccountId, id: WebhookId): Promise<Buffer | null> {
  const [row] = await tx.select({ secret: webhook.secret }).from(webhook).where(mine(accountId, id));
  return row?.secret ?? null;
}

export interface NewWebhook {
  readonly id: WebhookId;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly secret: Buffer;
  readonly createdBy: UserId;
}
export async function saveNewWebhook(
  tx: WriteTx,
  accountId: AccountId,
  made: NewWebhook,
  now: Date,
): Promise<void> {
  await tx.insert(webhook).values({ ...made, events: [...made.events], accountId, createdAt: now });
}

export interface WebhookChange {
  readonly url?: string;
  readonly events?: WebhookEvent[];
  readonly disabledAt?: Date | null;
  readonly disabledBy?: 'person' | 'failing' | null;
  readonly failingSince?: null;
}
export async function saveWebhookChange(
  tx: WriteTx,
  accountId: AccountId,
  id: WebhookId,
  change: WebhookChange,
): Promise<void> {
  await tx.update(webhook).set(change).where(mine(accountId, id));
}

/** The secret until now goes on being honoured until `overlap`. */
export async function saveRotation(
  tx: WriteTx,
  accountId: AccountId,
  id: WebhookId,
  secret: Buffer,
  overlap: Date,
): Promise<void> {
  await tx
    .update(webhook)
    .set({ secret, previousSecret: sql`${webhook.secret}`, previousUntil: overlap })
    .where(mine(accountId, id));
}

export async function saveWebhookRemoval(tx: WriteTx, accountId: AccountId, id: WebhookId): Promise<void> {
  await tx.delete(webhook).where(mine(accountId, id));
}

const deliveryColumns = {
  id: webhookDelivery.id,
  messageId: webhookDelivery.messageId,
  type: webhookDelivery.type,
  body: webhookDelivery.body,
  state: webhookDelivery.state,
  attempts: webhookDelivery.attempts,
  createdAt: webhookDelivery.createdAt,
  lastAttemptAt: webhookDelivery.lastAttemptAt,
  status: webhookDelivery.status,
  problem: webhookDelivery.problem,
  response: webhookDelivery.response,
  durationMs: webhookDelivery.durationMs,
};
const ofWebhook = (accountId: AccountId, id: WebhookId) =>
  and(eq(webhookDelivery.accountId, accountId), eq(webhookDelivery.webhookId, id));

export interface DeliveryFilter {
  readonly state: DeliveryRow['state'] | undefined;
  /** `created_at` and id of the last row of the page before. */
  readonly behind: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}
/** Newest first. */
export async function readDeliveries(
  tx: Reader,
  accountId: AccountId,
  id: WebhookId,
  { state, behind, limit }: DeliveryFilter,
): Promise<DeliveryRow[]> {
  return tx
    .select(deliveryColumns)
    .from(webhookDelivery)
    .where(
      and(
        ofWebhook(accountId, id),
        state && eq(webhookDelivery.state, state),
        behind
          ? sql`(${webhookDelivery.createdAt}, ${webhookDelivery.id}) < (${behind.at}::timestamptz, ${behind.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(webhookDelivery.createdAt), desc(webhookDelivery.id))
    .limit(limit);
}

export async function countDeliveries(
  tx: Reader,
  accountId: AccountId,
  id: WebhookId,
  state: DeliveryRow['state'] | undefined,
): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(webhookDelivery)
    .where(and(ofWebhook(accountId, id), state && eq(webhookDelivery.state, state)));
  return row?.n ?? 0;
}

export async function readDelivery(
  tx: Reader,
  accountId: AccountId,
  id: WebhookId,
  delivery: WebhookDeliveryId,
): Promise<DeliveryRow | null> {
  const [row] = await tx
    .select(deliveryColumns)
    .from(webhookDelivery)
    .where(and(ofWebhook(accountId, id), eq(webhookDelivery.id, delivery)));
  return row ?? null;
}

/** Puts a delivery back to where it began: its patience starts anew. */
export async function saveReplay(
  tx: WriteTx,
  accountId: AccountId,
  delivery: WebhookDeliveryId,
  now: Date,
): Promise<void> {
  await tx
    .update(webhookDelivery)
    .set({ state: 'queued', queuedAt: now })
    .where(and(eq(webhookDelivery.accountId, accountId), eq(webhookDelivery.id, delivery)));
}
