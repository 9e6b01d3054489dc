import { count } from './plural.ts';

const rules = new Intl.NumberFormat('en', {
  style: 'percent',
  maximumFractionDigits: 0,
  signDisplay: 'exceptZero',
});

export const analyticsWords = {
  title: 'Analytics',
  span: 'Span',
  spans: { '7': 'Last 7 days', '30': 'Last 30 days', '90': 'Last 90 days', '365': 'Last 365 days' } as const,
  days: 'Days are those of UTC.',
  visits: (n: number) => count(n, 'visit', 'visits'),
  compared: (now: number, before: number, days: number) =>
    before === 0
      ? now === 0
        ? `None in the ${days} days before either.`
        : `None in the ${days} days before.`
      : `${rules.format((now - before) / before)} against ${count(before, 'visit', 'visits')} in the ${days} days before.`,
  perDay: 'Visits by day',
  chart: (from: string, to: string, most: number) =>
    `Visits by day from ${from} to ${to}, at most ${most.toLocaleString('en')} on a day. The same numbers are in the table.`,
  byDay: 'By day',
  byDayCaption: 'Visits by day, newest first',
  byPage: 'Most visited',
  byPageCaption: 'Visits by page, most first',
  byReferrer: 'Where visitors came from',
  byReferrerCaption: 'Visits by the host that led here, most first',
  day: 'Day',
  page: 'Page',
  host: 'Host',
  visitsHead: 'Visits',
  empty: 'No visits in this span.',
  howTo: 'The pages of the site report each visit to this address:',
} as const;
