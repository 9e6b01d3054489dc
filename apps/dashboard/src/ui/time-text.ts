import { currentLook } from './preferences.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

const auto = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const plain = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const DATE = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const date = new Intl.DateTimeFormat('en-GB', DATE);
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

const withClock = (hourCycle: 'h12' | 'h23') => {
  const time = { hour: hourCycle === 'h12' ? 'numeric' : '2-digit', minute: '2-digit', hourCycle } as const;
  return {
    absolute: new Intl.DateTimeFormat('en-GB', { weekday: 'long', ...DATE, ...time, timeZoneName: 'short' }),
    dated: new Intl.DateTimeFormat('en-GB', { ...DATE, ...time }),
    shortMoment: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', ...time }),
    clock: new Intl.DateTimeFormat('en-GB', time),
  };
};
const CLOCKS = { h24: withClock('h23'), h12: withClock('h12') };
const preferred = () => CLOCKS[currentLook().clock];

/** "Friday, 20 Nov 2026 at 09:14 UTC", in the viewer's zone with its name. */
export const absoluteText = (at: number): string => preferred().absolute.format(at);
/** "1 Mar 2026". */
export const dateText = (at: number): string => date.format(at);
/** "22 Nov, 09:14". */
export const dayClockText = (at: number): string => `${day.format(at)}, ${preferred().clock.format(at)}`;
/** "Sunday 22 Nov, 09:14". */
export const momentText = (at: number): string => `${weekday.format(at)} ${dayClockText(at)}`;
/** "20 Nov 2026, 09:14". */
export const datedMomentText = (at: number): string => preferred().dated.format(at);
/** "20 Nov 09:14". */
export const shortMomentText = (at: number): string =>
  preferred().shortMoment.format(at).replace(/,| at/, '');
/** The viewer's zone at that time: "UTC", "CET". */
export const zoneText = (at: number): string =>
  CLOCKS.h24.absolute.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
/** "14:02". */
export const clockText = (at: number): string => preferred().clock.format(at);

/** "just now", "12 minutes ago", "yesterday", "104 days ago"; days count by the calendar of the viewer. */
export function agoText(at: number, now: number): string {
  const gone = now - at;
  if (gone < MINUTE) return 'just now';
  if (gone < HOUR) return plain.format(-Math.floor(gone / MINUTE), 'minute');
  const days = calendarDays(at, now);
  if (days === 0 || gone < 6 * HOUR) return plain.format(-Math.floor(gone / HOUR), 'hour');
  return auto.format(-days, 'day');
}

/** "in 46 hours", "in 3 hours", "in 4 min 12 s": hours up to three days, seconds in the last ten minutes. */
export function untilText(at: number, now: number): string {
  const left = Math.max(0, at - now);
  if (left > 3 * DAY) return plain.format(Math.round(left / DAY), 'day');
  if (left > HOUR) return plain.format(Math.round(left / HOUR), 'hour');
  if (left > 10 * MINUTE) return plain.format(Math.round(left / MINUTE), 'minute');
  return `in ${spanText(left)}`;
}

/** "4 min 12 s", "18 s": what is left, for buttons that rest. */
export function spanText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60) return `${Math.ceil(minutes / 60)} h`;
  return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
}

/** "Today", "Yesterday", else "1 Mar 2026": a heading over what happened that day. */
export function dayText(at: number, now: number): string {
  const days = calendarDays(at, now);
  return days === 0 || days === 1 ? sentenceCase(auto.format(-days, 'day')) : dateText(at);
}

function calendarDays(from: number, to: number): number {
  const day = (at: number) => {
    const local = new Date(at);
    return Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / DAY;
  };
  return day(to) - day(from);
}

export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
