import type { FormField, FormId, FormState } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import { contains } from '../../lists/contains.ts';
import { readPage } from '../../lists/keyset.ts';
import type { FormListQuery } from './form-request.ts';
import { viewForm } from './form-view.ts';

interface Row {
  id: FormId;
  site_id: string;
  name: string;
  state: FormState;
  fields: readonly FormField[];
  thanks_path: string;
  version: number;
  created_at: string;
  changed_at: string;
  submissions: number;
  last_submission_at: string | null;
}

/** The forms of a site by name, with what came in by each. */
export async function listForms(
  deps: Pick<Deps, 'read' | 'cursors'>,
  site: SiteAccess,
  query: FormListQuery,
) {
  const page = await readPage<Row>(
    deps,
    {
      list: JSON.stringify(['forms', site.id, query.q ?? '']),
      order: { key: sql`lower(f.name)`, type: 'text', descending: false },
      matched: sql`select f.id, lower(f.name) as key, f.name as name_key from form f
        where f.account_id = ${site.account.id} and f.site_id = ${site.id} and f.deleted_at is null
          and ${contains([sql`f.name`], query.q)}`,
      filtered: true,
      columns: sql`f.site_id, f.name, f.state, f.fields, f.thanks_path, f.version, f.created_at, f.changed_at,
        came.submissions, came.last_submission_at`,
      joins: sql`left join form f on f.account_id = ${site.account.id} and f.id = page.id
        left join lateral (
          select count(*)::int as submissions, max(s.received_at) as last_submission_at from form_submission s
          where s.account_id = f.account_id and s.form_id = f.id
        ) came on true`,
    },
    query,
  );
  return {
    items: page.rows.map((row) =>
      viewForm({
        ...{ id: row.id, siteId: row.site_id, name: row.name, state: row.state, fields: row.fields },
        ...{ thanksPath: row.thanks_path, version: row.version, submissions: row.submissions },
        createdAt: new Date(row.created_at),
        changedAt: new Date(row.changed_at),
        lastSubmissionAt: row.last_submission_at === null ? null : new Date(row.last_submission_at),
      }),
    ),
    nextCursor: page.nextCursor,
    total: page.total,
  };
}
