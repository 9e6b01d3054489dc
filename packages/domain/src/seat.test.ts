import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PLAN, PLANS, PLAN_KEYS, decideSeat, freeSeats } from './index.ts';
import { SeatBook } from './testing/seat-book.ts';
import { verdict } from './testing/people.ts';

const count = fc.nat({ max: 20 });

describe('a seat', () => {
  it.each([
    { limit: 5, used: 0, reserved: 0, free: 5, answer: 'allowed' },
    { limit: 5, used: 4, reserved: 0, free: 1, answer: 'allowed' },
    { limit: 5, used: 3, reserved: 1, free: 1, answer: 'allowed' },
    { limit: 5, used: 5, reserved: 0, free: 0, answer: 'seat.limit_reached' },
    { limit: 5, used: 4, reserved: 1, free: 0, answer: 'seat.limit_reached' },
    { limit: 5, used: 0, reserved: 5, free: 0, answer: 'seat.limit_reached' },
    { limit: 5, used: 9, reserved: 2, free: 0, answer: 'seat.limit_reached' },
    { limit: 0, used: 0, reserved: 0, free: 0, answer: 'seat.limit_reached' },
    { limit: null, used: 9_000, reserved: 9_000, free: null, answer: 'allowed' },
  ])('with limit $limit, $used used and $reserved reserved: $answer [R24]', ({ free, answer, ...seats }) => {
    expect(freeSeats(seats)).toBe(free);
    expect(verdict(decideSeat(seats, false))).toBe(answer);
  });

  it('is refused exactly when used + reserved >= limit, with the figures [R24]', () => {
    fc.assert(
      fc.property(count, count, count, (limit, used, reserved) => {
        const decision = decideSeat({ limit, used, reserved }, false);
        expect(decision.allowed).toBe(!(used + reserved >= limit));
        if (!decision.allowed) expect(decision.refusal.facts).toEqual({ limit, used, reserved });
      }),
    );
  });

  it('is never asked of somebody who holds one: more sites cost nothing more [R24]', () => {
    fc.assert(
      fc.property(fc.option(count), count, count, (limit, used, reserved) => {
        expect(decideSeat({ limit, used, reserved }, true).allowed).toBe(true);
      }),
    );
  });
});

describe('the seats of an account', () => {
  const address = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const step = fc.oneof(
    fc.record({
      does: fc.constantFrom('invite', 'resend', 'accept', 'expire', 'revoke', 'remove', 'restore'),
      address,
    }),
    fc.record({ does: fc.constant('plan'), limit: fc.option(fc.nat({ max: 6 })) }),
  );

  it('are never exceeded by any sequence of decisions; lowering the plan keeps everybody but lets nobody new in [R24]', () => {
    fc.assert(
      fc.property(fc.option(fc.nat({ max: 6 })), fc.array(step, { maxLength: 60 }), (limit, steps) => {
        const book = new SeatBook(limit);
        for (const next of steps) {
          const before = book.seats();
          if ('limit' in next) book.limit = next.limit;
          else book[next.does](next.address);
          const { used, reserved } = book.seats();
          const most = Math.max(book.limit ?? Infinity, before.used + before.reserved);
          expect(used + reserved).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('let an invited person in who holds the last one: their own reservation is not counted against them [R24]', () => {
    const book = new SeatBook(1);
    book.invite('a');
    expect(book.seats()).toEqual({ limit: 1, used: 0, reserved: 1 });
    book.accept('a');
    expect(book.seats()).toEqual({ limit: 1, used: 1, reserved: 0 });
  });

  it('free the one of an expired invitation, and ask for it again on resend [R24]', () => {
    const book = new SeatBook(1);
    book.invite('a');
    book.expire('a');
    book.invite('b');
    book.resend('a');
    expect(book.seats()).toEqual({ limit: 1, used: 0, reserved: 1 });
  });
});

describe('the plans', () => {
  it('are these, with their limits', () => {
    expect(PLANS).toEqual({
      starter: { label: 'Starter', seatLimit: 5 },
      team: { label: 'Team', seatLimit: 25 },
      agency: { label: 'Agency', seatLimit: 100 },
      enterprise: { label: 'Enterprise', seatLimit: null },
    });
    expect(PLAN_KEYS).toEqual(['starter', 'team', 'agency', 'enterprise']);
    expect(DEFAULT_PLAN).toBe('agency');
  });
});
