import { SEO_FIELDS } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import { contains } from '../../lists/contains.ts';
import { readPage } from '../../lists/keyset.ts';
import { pageFields, sortField } from '../../lists/query.ts';
import { parseSort } from '../../lists/sort.ts';
import { viewSeo } from './seo-view.ts';
import type { SeoFacts } from './seo-view.ts';

const MISSING = ['any', ...SEO_FIELDS] as const;
const SEO_SORTS = ['page', 'missing'] as const;

export const seoQuery = z.strictObject({
  ...pageFields,
  missing: z.enum(MISSING, { error: `Use ${MISSING.join(', ')}.` }).optional(),
  sort: sortField(SEO_SORTS),
});

const LACKS = {
  any: sql`(c.seo_title is null or c.seo_description is null)`,
  title: sql`c.seo_title is null`,
  description: sql`c.seo_description is null`,
} as const satisfies Record<(typeof MISSING)[number], SQL>;

const SORT_KEYS = {
  page: { key: sql`lower(c.title)`, type: 'text' },
  missing: { key: sql`num_nulls(c.seo_title, c.seo_description)::bigint`, type: 'bigint' },
} as const satisfies Record<(typeof SEO_SORTS)[number], { key: SQL; type: 'text' | 'bigint' }>;

/** Every page of a site with what search engines are told about it. */
export async function listSeo(
  deps: Pick<Deps, 'read' | 'cursors'>,
  site: SiteAccess,
  query: z.infer<typeof seoQuery>,
) {
  const { key, reversed } = parseSort(query.sort);
  const order = { ...SORT_KEYS[key], descending: reversed };
  const page = await readPage<SeoFacts>(
    deps,
    {
      list: JSON.stringify(['seo', site.id, query.q ?? '', query.missing ?? '', query.sort]),
      order,
      matched: sql`
        select c.id, ${order.key} as key, lower(c.title) as name_key from content c
        where c.account_id = ${site.account.id} and c.site_id = ${site.id} and c.kind = 'page'
          and ${query.missing ? LACKS[query.missing] : sql`true`}
          and ${contains([sql`c.title`, sql`c.slug`, sql`c.seo_title`, sql`c.seo_description`], query.q)}`,
      filtered: query.missing !== undefined || Boolean(query.q),
      columns: sql`c.title, c.slug, c.status, c.seo_title as "seoTitle", c.seo_description as "seoDescription",
        c.robots, c.seo_version as "seoVersion"`,
      joins: sql`left join content c on c.account_id = ${site.account.id} and c.id = page.id`,
    },
    query,
  );
  return { items: page.rows.map(viewSeo), nextCursor: page.nextCursor, total: page.total };
}
