import { ORDER_STATUSES, type OrderStatus } from '@keyholder/domain';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { AdminSite } from '../admin-site.ts';
import { orderWords as words } from '../messages/orders.ts';
import { ListTable } from '../list-table.tsx';
import { rowKeyProps } from '../ui/list-keys.ts';
import { moneyText } from '../ui/money.ts';
import { SearchInput } from '../ui/search-input.tsx';
import { Select } from '../ui/select.tsx';
import { rowLinkClass, StackOnly, Td, Th, Tr, Under } from '../ui/table.tsx';
import { Moment } from '../ui/time.tsx';
import { ordersQuery, type OrderFilter } from './order-queries.ts';
import { OrderState } from './order-status.tsx';

const ANY = 'any';

interface OrderListProps {
  site: AdminSite;
  filter: OrderFilter;
  /** Whose drawer is open. */
  current: string | undefined;
  onFilter: (change: Partial<OrderFilter>) => void;
  link: (id: string) => LinkProps;
  onOpen: (id: string) => void;
}

export function OrderList({ site, filter, current, onFilter, link, onOpen }: OrderListProps) {
  const filtered = filter.q !== undefined || filter.status !== undefined;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <SearchInput
          label={words.find}
          value={filter.q ?? ''}
          onChange={(q) => onFilter({ q: q || undefined })}
          className="w-56 max-md:flex-1"
        />
        <div className="w-40 max-md:w-auto">
          <Select<OrderStatus | typeof ANY>
            label={words.statusFilter}
            value={filter.status ?? ANY}
            options={[
              { value: ANY, label: words.anyStatus },
              ...ORDER_STATUSES.map((value) => ({ value, label: words.status[value] })),
            ]}
            onChange={(status) => onFilter({ status: status === ANY ? undefined : status })}
          />
        </div>
      </div>
      <ListTable
        query={ordersQuery(site.id, filter)}
        filtered={filtered}
        caption={words.caption(site.name)}
        empty={words.empty}
        noMatch={words.noMatch}
        onClear={() => onFilter({ q: undefined, status: undefined })}
        head={
          <>
            <Th>{words.number}</Th>
            <Th className="drop">{words.customer}</Th>
            <Th>{words.state}</Th>
            <Th className="end">{words.total}</Th>
            <Th className="drop">{words.placed}</Th>
          </>
        }
        row={(row) => (
          <Tr key={row.id} current={row.id === current} onOpen={() => onOpen(row.id)}>
            <Td>
              <Link {...link(row.id)} className={rowLinkClass} {...rowKeyProps(row.id)}>
                {row.number}
              </Link>
              <StackOnly>{row.customer.name}</StackOnly>
            </Td>
            <Td as="drop" className="[overflow-wrap:anywhere]">
              {row.customer.name}
              <Under>{row.customer.email}</Under>
            </Td>
            <Td>
              <OrderState status={row.status} />
            </Td>
            <Td as="end">{moneyText(row.total, row.currency)}</Td>
            <Td as="drop" muted className="whitespace-nowrap">
              <Moment at={row.placedAt} />
            </Td>
          </Tr>
        )}
      />
    </>
  );
}
