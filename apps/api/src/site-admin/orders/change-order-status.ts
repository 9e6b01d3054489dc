import type { CommandContext } from '@keyholder/db';
import { decideOrderStatus, fail, must } from '@keyholder/domain';
import type { OrderStatus } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import type { Caller } from '../../http/caller.ts';
import { requireGranted } from '../../roster/area-rights.ts';
import { requireMatch } from '../etag.ts';
import { lockOrder, saveOrderStatus } from './order-repository.ts';
import { viewOrder } from './order-view.ts';
import type { OrderView } from './order-view.ts';

/** Takes an order one step further; a step that does not follow → `order.status_not_allowed`. */
export function changeOrderStatus(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  caller: Caller,
  site: SiteAccess,
  id: string,
  ifMatch: string | null,
  status: OrderStatus,
): Promise<OrderView> {
  return deps.write(command, site.account.id, async (tx, { now }) => {
    await requireGranted(tx, caller, site, 'orders.write', now);
    const place = { accountId: site.account.id, siteId: site.id };
    const order = (await lockOrder(tx, place, id)) ?? fail('not_found');
    requireMatch(ifMatch, viewOrder(order));
    const step = must(decideOrderStatus(order.status, status));
    if (step.from === step.to) return { unchanged: true, result: viewOrder(order) };
    await saveOrderStatus(tx, place, order.id, step, now);
    const { number } = order;
    return {
      result: viewOrder({ ...order, status: step.to, version: order.version + 1, changedAt: now }),
      events: [
        {
          action: 'order.status_changed',
          target: { kind: 'order', id: order.id },
          siteId: site.id,
          before: { number, status: step.from },
          after: { number, status: step.to },
        },
      ],
    };
  });
}
