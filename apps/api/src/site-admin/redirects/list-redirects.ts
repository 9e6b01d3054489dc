import { fail } from '@keyholder/domain';
import type { RedirectId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import { contains } from '../../lists/contains.ts';
import { instantKey, readPage } from '../../lists/keyset.ts';
import { pageFields, sortField } from '../../lists/query.ts';
import { parseSort } from '../../lists/sort.ts';
import { placeOf } from '../site-place.ts';
import { readRedirect } from './redirect-repository.ts';
import { viewRedirect } from './redirect-view.ts';
import type { RedirectFacts, RedirectView } from './redirect-view.ts';

const REDIRECT_SORTS = ['path', 'target', 'updated'] as const;

export const redirectQuery = z.strictObject({ ...pageFields, sort: sortField(REDIRECT_SORTS) });

const SORT_KEYS = {
  path: { key: sql`r.path`, type: 'text' },
  target: { key: sql`r.target`, type: 'text' },
  updated: { key: instantKey(sql`r.updated_at`), type: 'bigint' },
} as const satisfies Record<(typeof REDIRECT_SORTS)[number], { key: SQL; type: 'text' | 'bigint' }>;

interface Row extends Omit<RedirectFacts, 'createdAt' | 'updatedAt'> {
  readonly createdAt: string;
  readonly updatedAt: string;
}

export async function listRedirects(
  deps: Pick<Deps, 'read' | 'cursors'>,
  site: SiteAccess,
  query: z.infer<typeof redirectQuery>,
) {
  const { key, reversed } = parseSort(query.sort);
  const order = { ...SORT_KEYS[key], descending: reversed };
  const page = await readPage<Row>(
    deps,
    {
      list: JSON.stringify(['redirects', site.id, query.q ?? '', query.sort]),
      order,
      matched: sql`
        select r.id, ${order.key} as key, r.path as name_key from redirect r
        where r.account_id = ${site.account.id} and r.site_id = ${site.id}
          and ${contains([sql`r.path`, sql`r.target`], query.q)}`,
      filtered: Boolean(query.q),
      columns: sql`r.path, r.target, r.status, r.created_at as "createdAt", r.updated_at as "updatedAt",
        json_build_object('id', u.id, 'name', u.name) as "updatedBy", r.version`,
      joins: sql`left join redirect r on r.account_id = ${site.account.id} and r.id = page.id
        left join "user" u on u.id = r.updated_by`,
    },
    query,
  );
  return {
    items: page.rows.map((row) =>
      viewRedirect({ ...row, createdAt: new Date(row.createdAt), updatedAt: new Date(row.updatedAt) }),
    ),
    nextCursor: page.nextCursor,
    total: page.total,
  };
}

export async function readOneRedirect(
  { read }: Pick<Deps, 'read'>,
  site: SiteAccess,
  id: RedirectId | null,
): Promise<RedirectView> {
  const found = id && (await read((db) => readRedirect(db, placeOf(site), id)));
  return viewRedirect(found ?? fail('not_found'));
}
