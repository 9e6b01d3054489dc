import { ORDER_STATUSES } from '@keyholder/domain';
import { useQuery } from '@tanstack/react-query';
import { useMayHere } from '../admin-site.ts';
import { ItemDrawer } from '../item-drawer.tsx';
import { orderWords as words } from '../messages/orders.ts';
import { OrderDetails } from '../orders/order-details.tsx';
import { OrderList } from '../orders/order-list.tsx';
import { orderQuery } from '../orders/order-queries.ts';
import { usePageTitle } from '../page-title.ts';
import { focusRowSoon } from '../ui/focus-row.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { useArea } from '../use-area.ts';

export function AdminOrdersPage() {
  const { site, search, item, link, open, close, show } = useArea('orders');
  usePageTitle(words.title, site.name);
  return (
    <>
      <PageHeader title={words.title} />
      <OrderList
        site={site}
        filter={{ q: search.q, status: ORDER_STATUSES.find((status) => status === search.status) }}
        current={item}
        onFilter={show}
        link={link}
        onOpen={(id) => void open(id)}
      />
      {item !== undefined && (
        <OneOrder key={item} id={item} onClose={() => void close().then(() => focusRowSoon(item))} />
      )}
    </>
  );
}

function OneOrder({ id, onClose }: { id: string; onClose: () => void }) {
  const { site } = useArea('orders');
  const mayWrite = useMayHere()('orders.write');
  const query = useQuery(orderQuery(site.id, id));
  usePageTitle(query.data?.number, words.title, site.name);
  return (
    <ItemDrawer
      query={query}
      title={query.data ? `${words.number} ${query.data.number}` : words.number}
      gone={words.gone}
      back={words.back}
      onClose={onClose}
    >
      {(order) => <OrderDetails siteId={site.id} order={order} mayWrite={mayWrite} />}
    </ItemDrawer>
  );
}
