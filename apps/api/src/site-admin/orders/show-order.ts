import { fail } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import { readOrder } from './order-repository.ts';
import { viewOrder } from './order-view.ts';
import type { OrderView } from './order-view.ts';

/** One order of the site with its lines; `not_found` for one of another. */
export async function showOrder(deps: Pick<Deps, 'read'>, site: SiteAccess, id: string): Promise<OrderView> {
  const row = await deps.read((db) => readOrder(db, { accountId: site.account.id, siteId: site.id }, id));
  return row ? viewOrder(row) : fail('not_found');
}
