import { newId } from '@keyholder/db';
import type { CommandContext } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { OrderId } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import type { Caller } from '../../http/caller.ts';
import { requireGranted } from '../../roster/area-rights.ts';
import { saveOrder } from './order-repository.ts';
import type { NewOrder } from './order-request.ts';
import { viewOrder } from './order-view.ts';
import type { OrderView } from './order-view.ts';

/** Takes over an order that the site's own shop reports. A number that is known → `order.number_taken`. */
export function createOrder(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  caller: Caller,
  site: SiteAccess,
  { number, customer, currency, total, lines, placedAt }: NewOrder,
): Promise<OrderView> {
  return deps.write(command, site.account.id, async (tx, { now }) => {
    await requireGranted(tx, caller, site, 'orders.write', now);
    const order = {
      ...{ id: newId<OrderId>(), number, status: 'new' as const, currency, total, lines, version: 1 },
      ...{ customerName: customer.name, customerEmail: customer.email },
      ...{ placedAt: placedAt ?? now, changedAt: now },
    };
    const saved = await saveOrder(tx, { accountId: site.account.id, siteId: site.id }, order);
    if (!saved) return fail('order.number_taken', { number });
    return {
      result: viewOrder(order),
      events: [
        {
          // Without the customer: what is never deleted holds as little about people as it can.
          action: 'order.created',
          target: { kind: 'order', id: order.id },
          siteId: site.id,
          after: { number, status: order.status, total, currency },
        },
      ],
    };
  });
}
