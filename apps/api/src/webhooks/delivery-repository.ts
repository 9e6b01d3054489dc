import type { Database } from '@keyholder/db';
import type { AccountId, WebhookDeliveryId, WebhookId } from '@keyholder/domain';
import { WEBHOOK_GIVE_UP_MS } from '@keyholder/domain';
import { sql } from 'drizzle-orm';

/** A message that this worker may now try to hand over. */
export interface ClaimedDelivery extends Record<string, unknown> {
  readonly id: WebhookDeliveryId;
  readonly accountId: AccountId;
  readonly webhookId: WebhookId;
  readonly messageId: string;
  readonly body: string;
  readonly attempt: number;
  readonly url: string;
  readonly disabled: boolean;
  readonly secret: Buffer;
  /** Absent once the overlap of a rotation has passed. */
  readonly previousSecret: Buffer | null;
  /** By the database's clock. */
  readonly now: Date | string;
  /** Queued so long ago that this attempt is the last. */
  readonly late: boolean;
}

/** Numbers the attempt and reads what it needs, by the database's clock. What is finished is left out. */
export const claimDeliveries = (
  database: Database,
  ids: readonly string[],
): Promise<readonly ClaimedDelivery[]> =>
  database.read((db) =>
    db.execute<ClaimedDelivery>(sql`
      with claimed as (
        update webhook_delivery set attempts = attempts + 1 where id in ${ids} and state = 'queued' returning *
      )
      select claimed.id, claimed.account_id as "accountId", claimed.webhook_id as "webhookId",
        claimed.message_id as "messageId", claimed.body, claimed.attempts as attempt,
        webhook.url, webhook.disabled_at is not null as disabled, webhook.secret,
        case when webhook.previous_until > clock_timestamp() then webhook.previous_secret end as "previousSecret",
        clock_timestamp() as now,
        claimed.queued_at < clock_timestamp() - ${WEBHOOK_GIVE_UP_MS} * interval '1 millisecond' as late
      from claimed join webhook on webhook.account_id = claimed.account_id and webhook.id = claimed.webhook_id`),
  );

export interface Attempt {
  readonly state: 'queued' | 'delivered' | 'failed';
  readonly status: number | null;
  readonly problem: string | null;
  readonly response: string | null;
  readonly durationMs: number;
}

/** Records how the attempt ended, unless another worker has claimed the message since. Answers since when all fails. */
export const markDelivery = (
  database: Database,
  claimed: ClaimedDelivery,
  { state, status, problem, response, durationMs }: Attempt,
): Promise<Date | null> =>
  database.transaction(async (tx) => {
    await tx.execute(sql`
      update webhook_delivery set state = ${state}, status = ${status}, problem = ${problem}, response = ${response},
        duration_ms = ${durationMs}, last_attempt_at = clock_timestamp()
      where id = ${claimed.id} and attempts = ${claimed.attempt} and state = 'queued'`);
    const [row] = await tx.execute<{ since: Date | string | null }>(sql`
      update webhook set failing_since = case when ${state === 'delivered'} then null
        else coalesce(failing_since, clock_timestamp()) end
      where id = ${claimed.webhookId} returning failing_since as since`);
    return row?.since ? new Date(row.since) : null;
  });
