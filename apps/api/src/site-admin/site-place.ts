import type { AccountId, SiteId } from '@keyholder/domain';
import type { SiteAccess } from '../http/access.ts';

/** Where a row belongs: every statement of an area names both. */
export interface SitePlace {
  readonly accountId: AccountId;
  readonly siteId: SiteId;
}

export const placeOf = (site: Pick<SiteAccess, 'id' | 'account'>): SitePlace => ({
  accountId: site.account.id,
  siteId: site.id,
});
