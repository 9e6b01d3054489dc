import { API_KEY_MS } from '@keyholder/domain';

const DAY_MS = 24 * 3_600_000;

/** How long a key works, as the form offers it; the first is what holds when nobody says otherwise. */
export const SPANS = ['90', '30', '7', '365', 'date'] as const;
export type Span = (typeof SPANS)[number];

/** The last second of a day that an `<input type="date">` holds, in the viewer's zone; null when there is none. */
function endOfDay(day: string): Date | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  return new Date(year, month - 1, date, 23, 59, 59);
}

/** When a key ends: undefined for the usual time, null when the day that was chosen is none, or over. */
export function expiryOf(span: Span, day: string, now: number): string | undefined | null {
  if (span === 'date') {
    const end = endOfDay(day);
    return end && end.getTime() > now ? end.toISOString() : null;
  }
  const ms = Number(span) * DAY_MS;
  return ms === API_KEY_MS ? undefined : new Date(now + ms).toISOString();
}
