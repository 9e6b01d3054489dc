import { fail } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import { readForm } from './form-repository.ts';
import { viewForm } from './form-view.ts';
import type { FormView } from './form-view.ts';

/** One form of the site; `not_found` for one of another. */
export async function showForm(deps: Pick<Deps, 'read'>, site: SiteAccess, id: string): Promise<FormView> {
  const row = await deps.read((db) => readForm(db, { accountId: site.account.id, siteId: site.id }, id));
  return row ? viewForm(row) : fail('not_found');
}
