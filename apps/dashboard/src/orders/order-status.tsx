import type { OrderStatus } from '@keyholder/domain';
import { orderWords as words } from '../messages/orders.ts';
import type { Tone } from '../ui/note.tsx';
import { StatusPill } from '../ui/status-pill.tsx';

const TONE = {
  new: 'info',
  paid: 'info',
  shipped: 'neutral',
  delivered: 'ok',
  cancelled: 'neutral',
  refunded: 'neutral',
} as const satisfies Record<OrderStatus, Tone>;

export const OrderState = ({ status }: { status: OrderStatus }) => (
  <StatusPill tone={TONE[status]}>{words.status[status]}</StatusPill>
);
