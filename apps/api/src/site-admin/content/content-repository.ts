import type { Transaction, WriteTx } from '@keyholder/db';
import { content, user } from '@keyholder/db/schema';
import type { ContentId, ContentKind, ContentStatus, Robots, UserId } from '@keyholder/domain';
import { and, eq, getTableColumns, ne, sql } from 'drizzle-orm';
import type { SitePlace } from '../site-place.ts';
import type { Content } from './content-view.ts';

type Db = Pick<Transaction, 'select'>;

/** One page or post of this site; null for anything else. */
export async function readContent(
  db: Db,
  { accountId, siteId }: SitePlace,
  kind: ContentKind,
  id: ContentId,
): Promise<Content | null> {
  const [row] = await db
    .select({ ...getTableColumns(content), editor: user.name })
    .from(content)
    .innerJoin(user, eq(user.id, content.updatedBy))
    .where(
      and(
        eq(content.accountId, accountId),
        eq(content.siteId, siteId),
        eq(content.kind, kind),
        eq(content.id, id),
      ),
    );
  return row ? { ...row, updatedBy: { id: row.updatedBy, name: row.editor } } : null;
}

/** Who has the addresses that begin like this one, but for one entry. Under the account's lock nobody else takes one. */
export async function readSlugs(
  tx: WriteTx,
  { accountId, siteId }: SitePlace,
  kind: ContentKind,
  base: string,
  except?: ContentId,
): Promise<ReadonlyMap<string, ContentId>> {
  const rows = await tx
    .select({ slug: content.slug, id: content.id })
    .from(content)
    .where(
      and(
        eq(content.accountId, accountId),
        eq(content.siteId, siteId),
        eq(content.kind, kind),
        sql`starts_with(${content.slug}, ${base})`,
        except ? ne(content.id, except) : undefined,
      ),
    );
  return new Map(rows.map((row) => [row.slug, row.id]));
}

export interface NewContent {
  readonly id: ContentId;
  readonly kind: ContentKind;
  readonly title: string;
  readonly slug: string;
  readonly body: string;
  readonly robots: Robots;
}

export async function saveNewContent(
  tx: WriteTx,
  place: SitePlace,
  created: NewContent,
  by: UserId,
  now: Date,
): Promise<void> {
  await tx
    .insert(content)
    .values({ ...place, ...created, status: 'draft', createdAt: now, updatedAt: now, updatedBy: by });
}

export interface ContentText {
  readonly title: string;
  readonly slug: string;
  readonly body: string;
}

/** The next version of what it says, or of whether it is public. */
export async function saveContentChange(
  tx: WriteTx,
  { accountId }: SitePlace,
  id: ContentId,
  to: ContentText | { readonly status: ContentStatus; readonly publishedAt: Date | null },
  by: UserId,
  now: Date,
): Promise<void> {
  await tx
    .update(content)
    .set({ ...to, version: sql`${content.version} + 1`, updatedAt: now, updatedBy: by })
    .where(and(eq(content.accountId, accountId), eq(content.id, id)));
}

export async function deleteContentRow(tx: WriteTx, { accountId }: SitePlace, id: ContentId): Promise<void> {
  await tx.delete(content).where(and(eq(content.accountId, accountId), eq(content.id, id)));
}
