import type { EmailAddress, OrderId, OrderStatus } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import { contains } from '../../lists/contains.ts';
import { instantKey, readPage } from '../../lists/keyset.ts';
import type { OrderListQuery } from './order-request.ts';
import { viewOrderRow } from './order-view.ts';

interface Row {
  id: OrderId;
  number: string;
  status: OrderStatus;
  customer_name: string;
  customer_email: EmailAddress;
  currency: string;
  total_amount: string;
  placed_at: string;
  version: number;
  changed_at: string;
}

/** The orders of a site, newest first; `q` finds by number and customer. */
export async function listOrders(
  deps: Pick<Deps, 'read' | 'cursors'>,
  site: SiteAccess,
  query: OrderListQuery,
) {
  const { q, status } = query;
  const page = await readPage<Row>(
    deps,
    {
      list: JSON.stringify(['orders', site.id, q ?? '', status ?? '']),
      order: { key: instantKey(sql`o.placed_at`), type: 'bigint', descending: true },
      matched: sql`select o.id, ${instantKey(sql`o.placed_at`)} as key, '' as name_key from site_order o
        where o.account_id = ${site.account.id} and o.site_id = ${site.id}
          and ${status ? sql`o.status = ${status}` : sql`true`}
          and ${contains([sql`o.number`, sql`o.customer_name`, sql`o.customer_email`], q)}`,
      filtered: true,
      // Not called `total`: that is how many orders there are.
      columns: sql`o.number, o.status, o.customer_name, o.customer_email, o.currency, o.total as total_amount,
        o.placed_at, o.version, o.changed_at`,
      joins: sql`left join site_order o on o.account_id = ${site.account.id} and o.id = page.id`,
    },
    query,
  );
  return {
    items: page.rows.map((row) =>
      viewOrderRow({
        ...{ id: row.id, number: row.number, status: row.status, currency: row.currency },
        ...{ customerName: row.customer_name, customerEmail: row.customer_email, version: row.version },
        total: Number(row.total_amount),
        placedAt: new Date(row.placed_at),
        changedAt: new Date(row.changed_at),
      }),
    ),
    nextCursor: page.nextCursor,
    total: page.total,
  };
}
