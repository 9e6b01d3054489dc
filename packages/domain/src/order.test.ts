import { describe, expect, it } from 'vitest';
import {
  ORDER_STATUSES,
  canonicalCurrency,
  canonicalOrderNumber,
  decideOrderStatus,
  nextOrderStatuses,
} from './index.ts';
import type { OrderStatus } from './index.ts';
import { verdict } from './testing/people.ts';

/** Every step that an order can take, written out. */
const STEPS: Record<OrderStatus, readonly OrderStatus[]> = {
  new: ['paid', 'cancelled'],
  paid: ['shipped', 'refunded'],
  shipped: ['delivered', 'refunded'],
  delivered: ['refunded'],
  cancelled: [],
  refunded: [],
};

describe('an order', () => {
  it.each(ORDER_STATUSES)('that is %s goes only to what follows, or stays', (from) => {
    expect(nextOrderStatuses(from)).toEqual(STEPS[from]);
    for (const to of ORDER_STATUSES)
      expect(verdict(decideOrderStatus(from, to))).toBe(
        from === to || STEPS[from].includes(to) ? 'allowed' : 'order.status_not_allowed',
      );
  });

  it('that was paid is never cancelled, because its money goes back by a refund', () => {
    for (const from of ['paid', 'shipped', 'delivered'] as const) {
      expect(STEPS[from]).toContain('refunded');
      expect(STEPS[from]).not.toContain('cancelled');
    }
  });

  it('has a number without spaces, and a currency that there is', () => {
    for (const good of ['1', 'A/1', 'NW-2026.7_#3', 'x'.repeat(40)])
      expect(canonicalOrderNumber(good)).toBe(good);
    for (const odd of ['', '-1', 'A 1', 'Ä1', 'x'.repeat(41), '1\n'])
      expect(canonicalOrderNumber(odd)).toBeNull();
    expect(['eur', 'USD', 'XYZ', 'EU', '€', ''].map(canonicalCurrency)).toEqual([
      'EUR',
      'USD',
      null,
      null,
      null,
      null,
    ]);
  });
});
