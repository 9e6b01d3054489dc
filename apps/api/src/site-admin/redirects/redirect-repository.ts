import type { Transaction, WriteTx } from '@keyholder/db';
import { redirect, site, user } from '@keyholder/db/schema';
import type { RedirectId, RedirectStatus, UserId } from '@keyholder/domain';
import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { SitePlace } from '../site-place.ts';
import type { RedirectFacts } from './redirect-view.ts';

type Db = Pick<Transaction, 'select'>;

export interface RedirectRule {
  readonly path: string;
  readonly target: string;
  readonly status: RedirectStatus;
}

export async function readRedirect(
  db: Db,
  { accountId, siteId }: SitePlace,
  id: RedirectId,
): Promise<RedirectFacts | null> {
  const [row] = await db
    .select({ ...getTableColumns(redirect), editor: user.name })
    .from(redirect)
    .innerJoin(user, eq(user.id, redirect.updatedBy))
    .where(and(eq(redirect.accountId, accountId), eq(redirect.siteId, siteId), eq(redirect.id, id)));
  return row ? { ...row, updatedBy: { id: row.updatedBy, name: row.editor } } : null;
}

/** What a new redirect is judged by: all others of the site, and the domain by which the site knows itself. */
export async function readSiteRedirects(
  db: Db,
  { accountId, siteId }: SitePlace,
): Promise<{ readonly redirects: Map<string, string>; readonly domain: string }> {
  const rows = await db
    .select({ domain: site.domain, path: redirect.path, target: redirect.target })
    .from(site)
    .leftJoin(redirect, and(eq(redirect.accountId, site.accountId), eq(redirect.siteId, site.id)))
    .where(and(eq(site.accountId, accountId), eq(site.id, siteId)));
  const pairs = rows.flatMap(({ path, target }) =>
    path !== null && target !== null ? [[path, target] as const] : [],
  );
  return { redirects: new Map(pairs), domain: rows[0]?.domain ?? '' };
}

/** Any number in one statement. */
export async function saveNewRedirects(
  tx: WriteTx,
  place: SitePlace,
  created: readonly (RedirectRule & { readonly id: RedirectId })[],
  by: UserId,
  now: Date,
): Promise<void> {
  await tx
    .insert(redirect)
    .values(created.map((one) => ({ ...place, ...one, createdAt: now, updatedAt: now, updatedBy: by })));
}

export async function saveRedirectChange(
  tx: WriteTx,
  { accountId }: SitePlace,
  id: RedirectId,
  to: RedirectRule,
  by: UserId,
  now: Date,
): Promise<void> {
  await tx
    .update(redirect)
    .set({ ...to, version: sql`${redirect.version} + 1`, updatedAt: now, updatedBy: by })
    .where(and(eq(redirect.accountId, accountId), eq(redirect.id, id)));
}

export async function deleteRedirectRow(
  tx: WriteTx,
  { accountId }: SitePlace,
  id: RedirectId,
): Promise<void> {
  await tx.delete(redirect).where(and(eq(redirect.accountId, accountId), eq(redirect.id, id)));
}
