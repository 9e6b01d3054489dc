import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';

export const SPANS = ['7', '30', '90', '365'] as const;
export type Span = (typeof SPANS)[number];

const DAY_MS = 86_400_000;
/** The last days up to today, in UTC: `now` is the server's. */
export const daysOf = (span: Span, now: number) => ({
  from: new Date(now - (Number(span) - 1) * DAY_MS).toISOString().slice(0, 10),
  to: new Date(now).toISOString().slice(0, 10),
});

const read = (site: string, query: { from: string; to: string }) =>
  data(api.v1.sites[':site'].analytics.$get({ param: { site }, query }));
export type Analytics = Awaited<ReturnType<typeof read>>;

export const analyticsQuery = (siteId: string, days: { from: string; to: string }) =>
  queryOptions({
    queryKey: keys.site(siteId, 'analytics', days),
    queryFn: () => read(siteId, days),
    placeholderData: keepPreviousData,
  });
