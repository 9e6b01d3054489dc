import { fail } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import { readSubmission } from './submission-repository.ts';
import { viewSubmission } from './submission-view.ts';
import type { SubmissionView } from './submission-view.ts';

/** One submission of the site with all its answers; `not_found` for one of another. */
export async function showSubmission(
  deps: Pick<Deps, 'read'>,
  site: SiteAccess,
  id: string,
): Promise<SubmissionView> {
  const place = { accountId: site.account.id, siteId: site.id };
  const row = await deps.read((db) => readSubmission(db, place, id));
  return row ? viewSubmission(row, row.answers) : fail('not_found');
}
