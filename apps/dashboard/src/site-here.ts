import type { SiteRole } from '@keyholder/domain';

/** What features need to know of the site they are shown on; `useSite()` of the pages gives more. */
export interface SiteHere {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly account: { readonly id: string; readonly slug: string; readonly name: string };
  readonly canManageMembers: boolean;
  readonly grantableRoles: readonly SiteRole[];
}
