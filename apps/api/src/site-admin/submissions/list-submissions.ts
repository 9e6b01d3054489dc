import type { FormAnswer, SubmissionId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import { contains } from '../../lists/contains.ts';
import { instantKey, readPage } from '../../lists/keyset.ts';
import type { PageRequest } from '../../lists/keyset.ts';
import { viewSubmissionRow } from './submission-view.ts';
import type { SubmissionFilter, SubmissionListQuery } from './submission-view.ts';

interface Row {
  id: SubmissionId;
  form_id: string;
  form_name: string;
  received_at: string;
  words: string;
  answers: readonly FormAnswer[];
}

/** Enough for the preview: answers may be long. */
const PREVIEWED = sql`left(s.words, 1000) as words, '[]'::jsonb as answers`;
const WHOLE = sql`'' as words, s.answers`;

/** Newest first. */
export function pageOfSubmissions(
  deps: Pick<Deps, 'read' | 'cursors'>,
  { account, id }: SiteAccess,
  { q, form, from, to }: SubmissionFilter,
  page: PageRequest,
  content: SQL,
) {
  const since = from ? sql`s.received_at >= ${from.toISOString()}::timestamptz` : sql`true`;
  const until = to ? sql`s.received_at < ${to.toISOString()}::timestamptz` : sql`true`;
  return readPage<Row>(
    deps,
    {
      list: JSON.stringify(['submissions', id, q ?? '', form ?? '', from ?? '', to ?? '']),
      order: { key: instantKey(sql`s.received_at`), type: 'bigint', descending: true },
      matched: sql`select s.id, ${instantKey(sql`s.received_at`)} as key, '' as name_key from form_submission s
        where s.account_id = ${account.id} and s.site_id = ${id}
          and ${form ? sql`s.form_id = ${form}::uuid` : sql`true`} and ${since} and ${until}
          and ${contains([sql`s.words`], q)}`,
      filtered: true,
      columns: sql`f.id as form_id, f.name as form_name, s.received_at, ${content}`,
      joins: sql`left join form_submission s on s.account_id = ${account.id} and s.id = page.id
        left join form f on f.account_id = s.account_id and f.id = s.form_id`,
    },
    page,
  );
}

export const rowOf = (row: Row) => ({
  id: row.id,
  formId: row.form_id,
  formName: row.form_name,
  receivedAt: new Date(row.received_at),
});

/** What came in on a site, newest first, with the beginning of its answers. */
export async function listSubmissions(
  deps: Pick<Deps, 'read' | 'cursors'>,
  site: SiteAccess,
  { limit, cursor, ...filter }: SubmissionListQuery,
) {
  const page = await pageOfSubmissions(deps, site, filter, { limit, cursor }, PREVIEWED);
  return {
    items: page.rows.map((row) => viewSubmissionRow(rowOf(row), row.words)),
    nextCursor: page.nextCursor,
    total: page.total,
  };
}

/** One page with whole answers, for files. */
export const readWholePage = (
  deps: Pick<Deps, 'read' | 'cursors'>,
  site: SiteAccess,
  filter: SubmissionFilter,
  page: PageRequest,
) => pageOfSubmissions(deps, site, filter, page, WHOLE);
