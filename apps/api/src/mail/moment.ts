import { VALID_MS } from '@keyholder/domain';
import type { InvitationScope } from '@keyholder/domain';

const parts = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
});

/** `Sunday 22 November 2026, 01:14 UTC`. Put together here, because the punctuation of `Intl` changes between versions. */
export function inUtc(instant: string): string {
  const part = Object.fromEntries(
    parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  return `${part['weekday']} ${part['day']} ${part['month']} ${part['year']}, ${part['hour']}:${part['minute']} UTC`;
}

/** `Sunday 22 November 2026`, the day in UTC. */
export const dayInUtc = (instant: string): string => inUtc(instant).split(',')[0]!;

/** `48 hours`, `7 days`: how long a link works. */
export const lifetime = (scope: InvitationScope): string => inWords(VALID_MS[scope]);

/** A number of ms as hours up to three days, then as days. */
export function inWords(ms: number): string {
  const hours = ms / 3_600_000;
  const [count, unit] = hours > 72 ? [hours / 24, 'day'] : [hours, 'hour'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
