import type { OrderStatus } from '@keyholder/domain';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import { orderWords as words } from '../messages/orders.ts';
import { pagedQuery, setOnly } from '../paged-list.tsx';
import { toast } from '../ui/toasts.tsx';

const orders = api.v1.sites[':site'].orders;

export interface OrderFilter {
  q?: string | undefined;
  status?: OrderStatus | undefined;
}
const readList = (site: string, filter: OrderFilter, cursor?: string) =>
  data(orders.$get({ param: { site }, query: setOnly({ ...filter, cursor }) }));

export const ordersQuery = (siteId: string, filter: OrderFilter) =>
  pagedQuery(keys.site(siteId, 'orders', 'list', filter), (cursor) => readList(siteId, filter, cursor));

const readOne = (site: string, id: string) => data(orders[':id'].$get({ param: { site, id } }));
export type Order = Awaited<ReturnType<typeof readOne>>;
export const orderQuery = (siteId: string, id: string) =>
  queryOptions({ queryKey: keys.site(siteId, 'orders', 'one', id), queryFn: () => readOne(siteId, id) });

/** One step of an order, judged over what was shown (If-Match). */
export function useMoveOrder(siteId: string, order: Order) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (status: OrderStatus) =>
      data(
        orders[':id'].$patch(
          { param: { site: siteId, id: order.id }, json: { status } },
          { headers: { 'if-match': order.etag } },
        ),
      ),
    onSuccess: (next) => {
      client.setQueryData(orderQuery(siteId, order.id).queryKey, next);
      toast(words.marked(next.number, words.status[next.status]));
    },
    onSettled: () => void client.invalidateQueries({ queryKey: keys.site(siteId, 'orders') }),
  });
}
