import { LONGEST_SPAN_DAYS, dayAfter, dayOf, daysBetween, fail, spanDays } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import type { AnalyticsQuery, AnalyticsView } from './analytics-view.ts';
import { readDays, readMost } from './visit-repository.ts';

const USUAL_DAYS = 30;
const MOST_PAGES = 20;
const MOST_REFERRERS = 10;

/** Visits of a site by day, page and referrer; without days asked for the last thirty, today included. */
export async function readAnalytics(
  deps: Pick<Deps, 'read' | 'database'>,
  site: SiteAccess,
  query: AnalyticsQuery,
): Promise<AnalyticsView> {
  const place = { accountId: site.account.id, siteId: site.id };
  const to = query.to ?? dayOf(await deps.read((db) => deps.database.now(db)));
  const from = query.from ?? dayAfter(to, 1 - USUAL_DAYS);
  const length = spanDays(from, to);
  if (length < 1 || length > LONGEST_SPAN_DAYS)
    return fail('validation.failed', { fields: { to: `Choose 1 to ${LONGEST_SPAN_DAYS} days.` } });
  const before = [dayAfter(from, -length), dayAfter(from, -1)] as const;
  const [counted, pages, referrers] = await Promise.all([
    deps.read((db) => readDays(db, place, before[0], to)),
    deps.read((db) => readMost(db, place, [from, to], 'page', MOST_PAGES)),
    deps.read((db) => readMost(db, place, [from, to], 'referrer', MOST_REFERRERS)),
  ]);
  const days = daysBetween(from, to).map((day) => ({ day, visits: counted.get(day) ?? 0 }));
  const sum = (all: readonly number[]) => all.reduce((total, visits) => total + visits, 0);
  return {
    ...{ from, to, visits: sum(days.map(({ visits }) => visits)) },
    previous: {
      ...{ from: before[0], to: before[1] },
      visits: sum(daysBetween(...before).map((day) => counted.get(day) ?? 0)),
    },
    days,
    pages: pages.map(({ value, visits }) => ({ path: value, visits })),
    referrers: referrers.map(({ value, visits }) => ({ host: value, visits })),
  };
}
