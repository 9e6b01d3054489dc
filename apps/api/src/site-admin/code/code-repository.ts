import type { Transaction, WriteTx } from '@keyholder/db';
import { siteCode, user } from '@keyholder/db/schema';
import type { SiteCode, UserId } from '@keyholder/domain';
import { and, count, desc, eq, getTableColumns, lt, lte } from 'drizzle-orm';
import type { SitePlace } from '../site-place.ts';
import type { CodeVersion } from './code-view.ts';

type Db = Pick<Transaction, 'select'>;

/** The newest `limit` versions of a site's code, or those before one of them. */
export async function readVersions(
  db: Db,
  place: SitePlace,
  limit: number,
  before?: number,
): Promise<readonly CodeVersion[]> {
  const rows = await db
    .select({ ...getTableColumns(siteCode), name: user.name })
    .from(siteCode)
    .innerJoin(user, eq(user.id, siteCode.savedBy))
    .where(and(ofSite(place), before === undefined ? undefined : lt(siteCode.version, before)))
    .orderBy(desc(siteCode.version))
    .limit(limit);
  return rows.map(({ name, savedBy, ...row }) => ({ ...row, savedBy: { id: savedBy, name } }));
}

export async function readNewest(db: Db, place: SitePlace): Promise<CodeVersion | null> {
  const [newest] = await readVersions(db, place, 1);
  return newest ?? null;
}

export async function countVersions(db: Db, place: SitePlace): Promise<number> {
  const [row] = await db.select({ total: count() }).from(siteCode).where(ofSite(place));
  return row?.total ?? 0;
}

export async function saveVersion(
  tx: WriteTx,
  place: SitePlace,
  version: number,
  { css, head, body }: SiteCode,
  by: UserId,
  now: Date,
): Promise<void> {
  await tx.insert(siteCode).values({ ...place, version, css, head, body, savedAt: now, savedBy: by });
}

/** Takes away this version and those before it. */
export async function deleteVersions(tx: WriteTx, place: SitePlace, upTo: number): Promise<void> {
  await tx.delete(siteCode).where(and(ofSite(place), lte(siteCode.version, upTo)));
}

const ofSite = ({ accountId, siteId }: SitePlace) =>
  and(eq(siteCode.accountId, accountId), eq(siteCode.siteId, siteId));
