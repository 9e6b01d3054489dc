import type { Transaction, WriteTx } from '@keyholder/db';
import { siteOrder } from '@keyholder/db/schema';
import { isId } from '@keyholder/domain';
import type { AccountId, OrderId, OrderLine, OrderStatus, SiteId } from '@keyholder/domain';
import { and, eq, sql } from 'drizzle-orm';
import type { OrderRow } from './order-view.ts';

/** Where an order is: never by its id alone. */
export interface OrderPlace {
  readonly accountId: AccountId;
  readonly siteId: SiteId;
}
export type FullOrder = OrderRow & { readonly lines: readonly OrderLine[] };

const columns = {
  id: siteOrder.id,
  number: siteOrder.number,
  status: siteOrder.status,
  customerName: siteOrder.customerName,
  customerEmail: siteOrder.customerEmail,
  currency: siteOrder.currency,
  total: siteOrder.total,
  lines: siteOrder.lines,
  placedAt: siteOrder.placedAt,
  version: siteOrder.version,
  changedAt: siteOrder.changedAt,
};
const at = ({ accountId, siteId }: OrderPlace, id: string) =>
  and(eq(siteOrder.accountId, accountId), eq(siteOrder.siteId, siteId), eq(siteOrder.id, id as OrderId));

/** An order of this site, or null; what is no id names none. */
export async function readOrder(
  db: Pick<Transaction, 'select'>,
  place: OrderPlace,
  id: string,
): Promise<FullOrder | null> {
  if (!isId(id)) return null;
  const [row] = await db.select(columns).from(siteOrder).where(at(place, id));
  return row ?? null;
}

export async function lockOrder(tx: WriteTx, place: OrderPlace, id: string): Promise<FullOrder | null> {
  if (!isId(id)) return null;
  const [row] = await tx.select(columns).from(siteOrder).where(at(place, id)).for('no key update');
  return row ?? null;
}

/** False when the site has an order of this number already. */
export async function saveOrder(tx: WriteTx, place: OrderPlace, order: FullOrder): Promise<boolean> {
  const saved = await tx
    .insert(siteOrder)
    .values({ ...place, ...order })
    .onConflictDoNothing({ target: [siteOrder.accountId, siteOrder.siteId, siteOrder.number] })
    .returning({ id: siteOrder.id });
  return saved.length > 0;
}

export async function saveOrderStatus(
  tx: WriteTx,
  place: OrderPlace,
  id: OrderId,
  { from, to }: { readonly from: OrderStatus; readonly to: OrderStatus },
  now: Date,
): Promise<void> {
  await tx
    .update(siteOrder)
    .set({ status: to, version: sql`${siteOrder.version} + 1`, changedAt: now })
    .where(and(at(place, id), eq(siteOrder.status, from)));
}
