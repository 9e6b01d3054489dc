import { ORDER_STATUSES, nextOrderStatuses } from '@keyholder/domain';
import type { EmailAddress, OrderId, OrderLine, OrderStatus } from '@keyholder/domain';
import { z } from 'zod';
import { etagOf } from '../etag.ts';

const rowFields = {
  id: z.string(),
  number: z.string(),
  status: z.enum(ORDER_STATUSES),
  customer: z.object({ name: z.string(), email: z.string() }),
  currency: z.string(),
  /** In the currency's smallest unit. */
  total: z.number().int(),
  placedAt: z.string(),
  changedAt: z.string(),
  etag: z.string(),
};
export const orderRowSchema = z.object(rowFields).meta({ ref: 'OrderRow' });
export type OrderRowView = z.infer<typeof orderRowSchema>;

export const orderSchema = z
  .object({
    ...rowFields,
    /** The statuses that may follow. */
    next: z.array(z.enum(ORDER_STATUSES)),
    lines: z.array(z.object({ title: z.string(), quantity: z.number().int(), unitPrice: z.number().int() })),
  })
  .meta({ ref: 'Order' });
export type OrderView = z.infer<typeof orderSchema>;

export interface OrderRow {
  readonly id: OrderId;
  readonly number: string;
  readonly status: OrderStatus;
  readonly customerName: string;
  readonly customerEmail: EmailAddress;
  readonly currency: string;
  readonly total: number;
  readonly placedAt: Date;
  readonly version: number;
  readonly changedAt: Date;
}

export const viewOrderRow = (row: OrderRow): OrderRowView => ({
  id: row.id,
  number: row.number,
  status: row.status,
  customer: { name: row.customerName, email: row.customerEmail },
  currency: row.currency,
  total: row.total,
  placedAt: row.placedAt.toISOString(),
  changedAt: row.changedAt.toISOString(),
  etag: etagOf(row),
});

export const viewOrder = (row: OrderRow & { readonly lines: readonly OrderLine[] }): OrderView => ({
  ...viewOrderRow(row),
  next: [...nextOrderStatuses(row.status)],
  lines: row.lines.map(({ title, quantity, unitPrice }) => ({ title, quantity, unitPrice })),
});
