import { allow, refuse } from './decision.ts';
import type { Decision } from './decision.ts';

/** What each plan allows [R24]; null is without limit. */
export const PLANS = {
  starter: { label: 'Starter', seatLimit: 5 },
  team: { label: 'Team', seatLimit: 25 },
  agency: { label: 'Agency', seatLimit: 100 },
  enterprise: { label: 'Enterprise', seatLimit: null },
} as const satisfies Record<string, { label: string; seatLimit: number | null }>;
export type Plan = keyof typeof PLANS;
export const PLAN_KEYS = Object.keys(PLANS) as readonly Plan[];
export const DEFAULT_PLAN: Plan = 'agency';

/** The account's seats at one instant, counted under the account lock [R24]. */
export interface Seats {
  readonly limit: number | null;
  /** Distinct people in the account, collaborators included. */
  readonly used: number;
  /** Distinct addresses with a pending, unexpired invitation that are not people of the account yet. */
  readonly reserved: number;
}

/** Free seats, or null without a limit. Never below 0: lowering the plan keeps everybody. */
export const freeSeats = ({ limit, used, reserved }: Seats): number | null =>
  limit === null ? null : Math.max(0, limit - used - reserved);

/**
 * May an address be invited, sent to again, restored or accepted [R24]? `holdsSeat`: it is a person of the account
 * already, or holds a reservation that `seats` counts; that costs nothing more. When accepting, hand in the seats
 * without the own reservation.
 */
export function decideSeat(seats: Seats, holdsSeat: boolean): Decision<true> {
  if (holdsSeat || freeSeats(seats) !== 0) return allow(true);
  return refuse('seat.limit_reached', { limit: seats.limit, used: seats.used, reserved: seats.reserved });
}
