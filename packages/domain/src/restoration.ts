import { allow, refuse } from './decision.ts';
import type { Decision } from './decision.ts';

/** A removed membership can be brought back for this long [R33]. */
export const RESTORABLE_MS = 90 * 24 * 3_600_000;

/** May a membership removed at `removedAt` still be restored at `now` [R33]? Valid while less than 90 days passed. */
export function decideRestoration(removedAt: Date | null, now: Date): Decision<true> {
  if (removedAt === null) return refuse('member.not_found');
  return now.getTime() - removedAt.getTime() < RESTORABLE_MS ? allow(true) : refuse('member.not_restorable');
}
