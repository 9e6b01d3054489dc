import type { FormAnswer, FormField } from '@keyholder/domain';
import { recordSecurityEvent } from '../../audit/security-events.ts';
import type { Origin } from '../../audit/security-events.ts';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import type { Caller } from '../../http/caller.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../lists/csv.ts';
import { readWholePage } from './list-submissions.ts';
import { findForm } from './submission-repository.ts';
import type { SubmissionFilter } from './submission-view.ts';

const PAGE = 100;
type ExportDeps = Pick<Deps, 'read' | 'cursors' | 'database' | 'log'>;

/** A file of what the filter shows, newest first; of one form with a column for each of its fields [R43]. */
export async function exportSubmissions(
  deps: ExportDeps,
  caller: Caller,
  site: SiteAccess,
  { ip, userAgent, requestId }: Origin,
  filter: SubmissionFilter,
): Promise<{ readonly fileName: string; readonly text: AsyncIterable<string> }> {
  const { form } = filter;
  const asked = form === undefined ? null : await deps.read((db) => findForm(db, site.id, form));
  await recordSecurityEvent(deps, {
    ...{ action: 'submissions.exported', userId: caller.userId, accountId: site.account.id, siteId: site.id },
    detail: { filter, ...(caller.kind === 'api_key' ? { apiKey: caller.keyId } : {}) },
    ...{ ip, userAgent, requestId },
  });
  const now = await deps.read((db) => deps.database.now(db));
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  return {
    fileName: `${site.slug}-submissions-${stamp}.csv`,
    text: submissionFile(deps, site, filter, asked?.fields ?? []),
  };
}

/** Page by page: all submissions of a site are never in memory at once. */
async function* submissionFile(
  deps: ExportDeps,
  site: SiteAccess,
  filter: SubmissionFilter,
  fields: readonly FormField[],
): AsyncGenerator<string> {
  const head = ['submission_id', 'received', 'form', ...fields.map(({ label }) => label)];
  yield BYTE_ORDER_MARK + csvLine([...head, fields.length > 0 ? 'other_answers' : 'answers']);
  const keys = new Set(fields.map(({ key }) => key));
  let cursor: string | undefined;
  do {
    const page = await readWholePage(deps, site, filter, { limit: PAGE, cursor });
    yield page.rows
      .map(({ id, received_at, form_name, answers }) => {
        const known = fields.map(({ key }) => cell(answers.find((answer) => answer.key === key)));
        const others = answers.filter(({ key }) => !keys.has(key));
        const rest = others.map((answer) => `${answer.label}: ${cell(answer)}`).join('\n');
        return csvLine([id, new Date(received_at).toISOString(), form_name, ...known, rest]);
      })
      .join('');
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

const cell = (answer: FormAnswer | undefined): string =>
  answer === undefined ? '' : answer.value === true ? 'yes' : String(answer.value);
