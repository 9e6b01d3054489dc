import type { OrderStatus } from '@keyholder/domain';
import { useState } from 'react';
import { orderWords as words } from '../messages/orders.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { moneyText } from '../ui/money.ts';
import { Facts, Section } from '../ui/panel.tsx';
import { Table, Td, Th, Tr } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { useMoveOrder, type Order } from './order-queries.ts';
import { OrderState } from './order-status.tsx';

/** From these an order does not come back, so they are asked about once. */
const FINAL: ReadonlySet<OrderStatus> = new Set(['cancelled', 'refunded']);

export function OrderDetails({
  siteId,
  order,
  mayWrite,
}: {
  siteId: string;
  order: Order;
  mayWrite: boolean;
}) {
  const move = useMoveOrder(siteId, order);
  const [asked, setAsked] = useState<OrderStatus | null>(null);
  const go = (status: OrderStatus) => !move.isPending && move.mutate(status);
  return (
    <div className="flex flex-col gap-6">
      {move.error && <ProblemNote problem={move.error} />}
      <Facts>
        {[
          [words.state, <OrderState key="state" status={order.status} />],
          [
            words.customer,
            <span key="customer">
              {order.customer.name}
              <a href={`mailto:${encodeURIComponent(order.customer.email)}`} className="block text-13">
                {order.customer.email}
              </a>
            </span>,
          ],
          [words.placed, <Time key="placed" at={order.placedAt} />],
          [words.lastChange, <Time key="changed" at={order.changedAt} />],
          [words.total, <b key="total">{moneyText(order.total, order.currency)}</b>],
        ]}
      </Facts>
      <Section title={words.lines}>
        <Table
          caption={words.linesCaption(order.number)}
          head={
            <>
              <Th>{words.item}</Th>
              <Th className="end">{words.quantity}</Th>
              <Th className="end">{words.unitPrice}</Th>
            </>
          }
        >
          {order.lines.map((line, index) => (
            <Tr key={index}>
              <Td className="[overflow-wrap:anywhere]">{line.title}</Td>
              <Td className="md:text-right">
                {line.quantity} <span className="md:hidden">×</span>
              </Td>
              <Td as="end">{moneyText(line.unitPrice, order.currency)}</Td>
            </Tr>
          ))}
        </Table>
      </Section>
      {mayWrite ? (
        <Section title={words.next}>
          {order.next.length === 0 ? (
            <p className="text-ink-2">{words.finished}</p>
          ) : (
            <div className="flex flex-wrap gap-2">
              {order.next.map((status) => (
                <Button
                  key={status}
                  kind={FINAL.has(status) ? 'danger-quiet' : 'secondary'}
                  busy={move.isPending && move.variables === status}
                  busyLabel={words.marking}
                  onClick={() => (FINAL.has(status) ? setAsked(status) : go(status))}
                >
                  {words.mark[status]}
                </Button>
              ))}
            </div>
          )}
        </Section>
      ) : (
        <p className="text-13 text-ink-3">{words.readOnly}</p>
      )}
      <ConfirmDialog
        open={asked !== null}
        destructive
        title={words.question(asked ?? 'cancelled', order.number)}
        confirm={words.mark[asked ?? 'cancelled']}
        onClose={() => setAsked(null)}
        onConfirm={() => {
          if (asked) go(asked);
          setAsked(null);
        }}
      >
        {words.final}
      </ConfirmDialog>
    </div>
  );
}
