import { WEBHOOK_EVENTS } from '@keyholder/domain';
import type { WebhookEvent } from '@keyholder/domain';
import { z } from 'zod';
import { listOf } from '../http/openapi.ts';
import { pageFields } from '../lists/query.ts';

const time = z.string().meta({ format: 'date-time' });

export const webhookSchema = z
  .object({
    id: z.string(),
    url: z.string(),
    events: z.array(z.enum(WEBHOOK_EVENTS)),
    state: z.enum(['active', 'disabled']),
    disabledAt: time.nullable(),
    disabledBy: z.enum(['person', 'failing']).nullable(),
    failingSince: time.nullable(),
    /** Until when messages are signed with the former secret too. */
    rotatedUntil: time.nullable(),
    createdAt: time,
    lastDelivery: z
      .object({
        at: time,
        state: z.enum(['queued', 'delivered', 'failed']),
        status: z.number().int().nullable(),
      })
      .nullable(),
  })
  .meta({ ref: 'Webhook' });
export type WebhookView = z.infer<typeof webhookSchema>;
export const webhookList = listOf(webhookSchema).meta({ ref: 'WebhookList' });

export const secretSchema = z.object({ secret: z.string() }).meta({ ref: 'WebhookSecret' });
export const webhookWithSecretSchema = webhookSchema
  .extend({ secret: z.string() })
  .meta({ ref: 'WebhookWithSecret' });

export const deliverySchema = z
  .object({
    id: z.string(),
    messageId: z.string(),
    type: z.string(),
    state: z.enum(['queued', 'delivered', 'failed']),
    attempts: z.number().int(),
    createdAt: time,
    lastAttemptAt: time.nullable(),
    status: z.number().int().nullable(),
    problem: z.string().nullable(),
    /** The beginning of what the endpoint answered, as text. */
    response: z.string().nullable(),
    durationMs: z.number().int().nullable(),
    payload: z.string(),
  })
  .meta({ ref: 'WebhookDelivery' });
export type DeliveryView = z.infer<typeof deliverySchema>;
export const deliveryList = listOf(deliverySchema).meta({ ref: 'WebhookDeliveryList' });

export const deliveryQuery = z.strictObject({
  limit: pageFields.limit,
  cursor: pageFields.cursor,
  state: z.enum(['queued', 'delivered', 'failed']).optional(),
});
export type DeliveryQuery = z.infer<typeof deliveryQuery>;

export interface WebhookRow {
  readonly id: string;
  readonly url: string;
  readonly events: WebhookEvent[];
  readonly disabledAt: Date | null;
  readonly disabledBy: 'person' | 'failing' | null;
  readonly previousUntil: Date | null;
  readonly failingSince: Date | null;
  readonly createdAt: Date;
  readonly last: {
    readonly at: Date;
    readonly state: DeliveryView['state'];
    readonly status: number | null;
  } | null;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const viewWebhook = (row: WebhookRow, now: Date): WebhookView => ({
  id: row.id,
  url: row.url,
  events: row.events,
  state: row.disabledAt === null ? 'active' : 'disabled',
  disabledAt: iso(row.disabledAt),
  disabledBy: row.disabledBy,
  failingSince: iso(row.failingSince),
  rotatedUntil:
    row.previousUntil !== null && row.previousUntil > now ? row.previousUntil.toISOString() : null,
  createdAt: row.createdAt.toISOString(),
  lastDelivery: row.last && { ...row.last, at: row.last.at.toISOString() },
});

export interface DeliveryRow {
  readonly id: string;
  readonly messageId: string;
  readonly type: string;
  readonly body: string;
  readonly state: DeliveryView['state'];
  readonly attempts: number;
  readonly createdAt: Date;
  readonly lastAttemptAt: Date | null;
  readonly status: number | null;
  readonly problem: string | null;
  readonly response: string | null;
  readonly durationMs: number | null;
}

export const viewDelivery = (row: DeliveryRow): DeliveryView => ({
  id: row.id,
  messageId: row.messageId,
  type: row.type,
  state: row.state,
  attempts: row.attempts,
  createdAt: row.createdAt.toISOString(),
  lastAttemptAt: iso(row.lastAttemptAt),
  status: row.status,
  problem: row.problem,
  response: row.response,
  durationMs: row.durationMs,
  payload: row.body,
});
