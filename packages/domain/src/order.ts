import { allow, refuse } from './decision.ts';
import type { Decision } from './decision.ts';

/** Where an order of a site's shop stands. */
export const ORDER_STATUSES = ['new', 'paid', 'shipped', 'delivered', 'cancelled', 'refunded'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** What may follow: money that was paid goes back by a refund, never by cancelling, so that no payment is forgotten. */
const NEXT = {
  new: ['paid', 'cancelled'],
  paid: ['shipped', 'refunded'],
  shipped: ['delivered', 'refunded'],
  delivered: ['refunded'],
  cancelled: [],
  refunded: [],
} as const satisfies Record<OrderStatus, readonly OrderStatus[]>;

/** The statuses that an order can go to from here; none when it is finished. */
export const nextOrderStatuses = (from: OrderStatus): readonly OrderStatus[] => NEXT[from];

/** One step of an order; staying where it is is allowed and changes nothing. Else `order.status_not_allowed`. */
export function decideOrderStatus(
  from: OrderStatus,
  to: OrderStatus,
): Decision<{ readonly from: OrderStatus; readonly to: OrderStatus }> {
  if (from === to || nextOrderStatuses(from).includes(to)) return allow({ from, to });
  return refuse('order.status_not_allowed', { from, allowed: nextOrderStatuses(from) });
}

/** Amounts are whole numbers of a currency's smallest unit; no order is worth more than this many of them. */
export const LARGEST_AMOUNT = 1_000_000_000_000;
export const ORDER_LIMITS = { lines: 100, quantity: 100_000 } as const;

/** One line of an order; `unitPrice` in the smallest unit of the order's currency. */
export interface OrderLine {
  readonly title: string;
  readonly quantity: number;
  readonly unitPrice: number;
}

const NUMBER = /^[A-Za-z0-9][A-Za-z0-9._/#-]{0,39}$/;
/** The number that a shop gave an order, or null: 1–40 letters, digits and `. _ / # -`. */
export const canonicalOrderNumber = (text: string): string | null => (NUMBER.test(text) ? text : null);

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
/** A currency of ISO 4217 in capitals, or null. */
export function canonicalCurrency(text: string): string | null {
  const code = /^[A-Za-z]{3}$/.test(text) ? text.toUpperCase() : '';
  return CURRENCIES.has(code) ? code : null;
}
