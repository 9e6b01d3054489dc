import type { IntakeTx, Transaction } from '@keyholder/db';
import { site, visitCount } from '@keyholder/db/schema';
import type { VisitDimension } from '@keyholder/db/schema';
import { MOST_PAGES_A_DAY, OTHER_PAGES, isId } from '@keyholder/domain';
import type { AccountId, Day, SiteId } from '@keyholder/domain';
import { and, eq, isNull, sql } from 'drizzle-orm';

/** A site as its visitors meet it. */
export interface LiveSite {
  readonly accountId: AccountId;
  readonly siteId: SiteId;
  readonly domain: string;
}

export async function findLiveSite(
  db: Pick<Transaction, 'select'>,
  siteId: string,
): Promise<LiveSite | null> {
  if (!isId(siteId)) return null;
  const [row] = await db
    .select({ accountId: site.accountId, siteId: site.id, domain: site.domain })
    .from(site)
    .where(and(eq(site.id, siteId as SiteId), isNull(site.deletedAt)));
  return row ?? null;
}

/** Counts one more; what a site counts for the first time on a day goes to the rest once it counts very many. */
export async function saveVisit(
  tx: IntakeTx,
  { accountId, siteId }: LiveSite,
  day: Day,
  dimension: VisitDimension,
  value: string,
): Promise<void> {
  const counted = await tx
    .update(visitCount)
    .set({ visits: sql`${visitCount.visits} + 1` })
    .where(
      and(
        ...[eq(visitCount.accountId, accountId), eq(visitCount.siteId, siteId)],
        ...[eq(visitCount.dimension, dimension), eq(visitCount.day, day), eq(visitCount.value, value)],
      ),
    )
    .returning({ day: visitCount.day });
  if (counted.length > 0) return;
  await tx.execute(sql`
    insert into visit_count (account_id, site_id, day, dimension, value, visits)
    select ${accountId}::uuid, ${siteId}::uuid, ${day}::date, ${dimension},
      case when count(*) < ${MOST_PAGES_A_DAY} then ${value} else ${OTHER_PAGES} end, 1
    from visit_count where account_id = ${accountId} and site_id = ${siteId} and dimension = ${dimension} and day = ${day}
    on conflict on constraint visit_count_key do update set visits = visit_count.visits + 1`);
}

/** Visits by day, of days that have any. */
export async function readDays(
  db: Pick<Transaction, 'execute'>,
  { accountId, siteId }: Pick<LiveSite, 'accountId' | 'siteId'>,
  from: Day,
  to: Day,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.execute<{ day: string; visits: string }>(sql`
    select day::text as day, sum(visits) as visits from visit_count
    where account_id = ${accountId} and site_id = ${siteId} and dimension = 'page' and day between ${from} and ${to}
    group by day`);
  return new Map(rows.map((row) => [row.day, Number(row.visits)]));
}

/** What was visited, or come from, most often in a span of days. */
export async function readMost(
  db: Pick<Transaction, 'execute'>,
  { accountId, siteId }: Pick<LiveSite, 'accountId' | 'siteId'>,
  [from, to]: readonly [Day, Day],
  dimension: VisitDimension,
  most: number,
): Promise<readonly { readonly value: string; readonly visits: number }[]> {
  const rows = await db.execute<{ value: string; visits: string }>(sql`
    select value, sum(visits) as visits from visit_count
    where account_id = ${accountId} and site_id = ${siteId} and dimension = ${dimension}
      and day between ${from} and ${to}
    group by value order by sum(visits) desc, value limit ${most}`);
  return rows.map(({ value, visits }) => ({ value, visits: Number(visits) }));
}
