import { CONTENT_STATUSES } from '@keyholder/domain';
import type { ContentKind } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import { contains } from '../../lists/contains.ts';
import { instantKey, readPage } from '../../lists/keyset.ts';
import { pageFields, sortField } from '../../lists/query.ts';
import { parseSort } from '../../lists/sort.ts';
import { viewContentRow } from './content-view.ts';
import type { ContentFacts } from './content-view.ts';

const CONTENT_SORTS = ['title', 'updated', 'published'] as const;

export const contentQuery = z.strictObject({
  ...pageFields,
  status: z.enum(CONTENT_STATUSES, { error: `Use ${CONTENT_STATUSES.join(' or ')}.` }).optional(),
  sort: sortField(CONTENT_SORTS),
});
type ContentQuery = z.infer<typeof contentQuery>;

const SORT_KEYS = {
  title: { key: sql`lower(c.title)`, type: 'text' },
  updated: { key: instantKey(sql`c.updated_at`), type: 'bigint' },
  published: { key: instantKey(sql`c.published_at`), type: 'bigint' },
} as const satisfies Record<(typeof CONTENT_SORTS)[number], { key: SQL; type: 'text' | 'bigint' }>;

interface Row extends Omit<ContentFacts, 'publishedAt' | 'createdAt' | 'updatedAt'> {
  readonly publishedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The pages or posts of a site, without their bodies. */
export async function listContent(
  deps: Pick<Deps, 'read' | 'cursors'>,
  site: SiteAccess,
  kind: ContentKind,
  query: ContentQuery,
) {
  const { key, reversed } = parseSort(query.sort);
  const order = { ...SORT_KEYS[key], descending: reversed };
  const page = await readPage<Row>(
    deps,
    {
      list: JSON.stringify([kind, site.id, query.q ?? '', query.status ?? '', query.sort]),
      order,
      matched: sql`
        select c.id, ${order.key} as key, lower(c.title) as name_key from content c
        where c.account_id = ${site.account.id} and c.site_id = ${site.id} and c.kind = ${kind}
          and ${query.status ? sql`c.status = ${query.status}` : sql`true`}
          and ${contains([sql`c.title`, sql`c.slug`], query.q)}`,
      filtered: query.status !== undefined || Boolean(query.q),
      columns: sql`c.kind, c.title, c.slug, c.status, c.published_at as "publishedAt", c.created_at as "createdAt",
        c.updated_at as "updatedAt", json_build_object('id', u.id, 'name', u.name) as "updatedBy", c.version`,
      joins: sql`left join content c on c.account_id = ${site.account.id} and c.id = page.id
        left join "user" u on u.id = c.updated_by`,
    },
    query,
  );
  return {
    items: page.rows.map((row) =>
      viewContentRow({
        ...row,
        publishedAt: row.publishedAt === null ? null : new Date(row.publishedAt),
        createdAt: new Date(row.createdAt),
        updatedAt: new Date(row.updatedAt),
      }),
    ),
    nextCursor: page.nextCursor,
    total: page.total,
  };
}
