import { canonicalDomain } from './domain-name.ts';
import type { Brand } from './ids.ts';
import { isSafeText } from './text.ts';

/** A day in UTC, as `2026-11-21`. */
export type Day = Brand<string, 'Day'>;

const DAY_MS = 86_400_000;
/** The longest span that can be looked at in one answer. */
export const LONGEST_SPAN_DAYS = 366;
/** What a site may count apart on one day; what comes after that is counted together. */
export const MOST_PAGES_A_DAY = 2_000;
/** Under which the rest is counted; no page has this address, because one begins with a slash. */
export const OTHER_PAGES = '(other)';

/** The day in UTC that an instant lies in. */
export const dayOf = (instant: Date): Day => instant.toISOString().slice(0, 10) as Day;

/** A day of the calendar between the years 1970 and 9999, or null. */
export function canonicalDay(text: string): Day | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.getTime() >= 0 && dayOf(at) === text ? (text as Day) : null;
}

/** So many days later (or earlier). */
export const dayAfter = (day: Day, days: number): Day =>
  dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS));

/** How many days from the first to the last, both counted; less than 1 when they are the wrong way round. */
export const spanDays = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS) + 1;

/** Every day of a span. */
export const daysBetween = (from: Day, to: Day): readonly Day[] =>
  Array.from({ length: Math.max(0, spanDays(from, to)) }, (_, index) => dayAfter(from, index));

/** Visits that a site could not report at once are taken for two days; a clock may be five minutes ahead. */
const LATEST_MS = 2 * DAY_MS;
const AHEAD_MS = 5 * 60_000;

/** The day that a visit counts for, or null when its time is not one to report now. */
export function visitDay(at: Date, now: Date): Day | null {
  const age = now.getTime() - at.getTime();
  if (age > LATEST_MS || age < -AHEAD_MS) return null;
  return dayOf(age < 0 ? now : at);
}

const LONGEST_PATH = 512;

/**
 * The address of a visited page below its site, or null. Query and fragment are dropped: they make one page many, and
 * may name a person.
 */
export function visitedPath(text: string): string | null {
  const path = text.replace(/[?#].*$/s, '').normalize('NFC');
  return path.startsWith('/') && path.length <= LONGEST_PATH && isSafeText(path) && !/[\s\\]/u.test(path)
    ? path
    : null;
}

/** The host that a visitor came from, or null: of the rest of the address nothing is kept. */
export function referrerHost(text: string): string | null {
  const host = /^https?:\/\//i.test(text) && isSafeText(text) ? URL.parse(text)?.hostname : null;
  return host ? canonicalDomain(host) : null;
}
