import type { WriteTx } from '@keyholder/db';
import { content } from '@keyholder/db/schema';
import type { ContentId, Robots } from '@keyholder/domain';
import { and, eq, sql } from 'drizzle-orm';
import type { SitePlace } from '../site-place.ts';

export interface PageSeo {
  readonly seoTitle: string | null;
  readonly seoDescription: string | null;
  readonly robots: Robots;
}

/** The next version of what search engines are told; that of the page itself stays, because other people write it. */
export async function saveSeo(
  tx: WriteTx,
  { accountId }: SitePlace,
  id: ContentId,
  to: PageSeo,
): Promise<void> {
  await tx
    .update(content)
    .set({ ...to, seoVersion: sql`${content.seoVersion} + 1` })
    .where(and(eq(content.accountId, accountId), eq(content.id, id)));
}
