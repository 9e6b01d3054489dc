import { accountRoleGrants, fail } from '@keyholder/domain';
import type { SiteId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { AccountAccess } from '../http/access.ts';
import { pageOfInvitations } from './list-invitations.ts';
import type { InvitationFilter, InvitationPage } from './list-invitations.ts';

/** The invitations to all sites of an account, or to one of them. */
export async function listSiteInvitations(
  deps: Pick<Deps, 'read' | 'cursors'>,
  account: AccountAccess,
  { site, ...filter }: InvitationFilter & { readonly site?: SiteId | undefined },
): Promise<InvitationPage> {
  if (!accountRoleGrants(account.role, 'team.read')) fail('permission.denied');
  const here = sql`i.account_id = ${account.id} and ${site === undefined ? sql`i.site_id is not null` : sql`i.site_id = ${site}`}`;
  return pageOfInvitations(deps, here, `site-invitations ${account.id} ${site ?? ''}`, filter);
}
