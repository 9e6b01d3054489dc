import { isGrantableAccountRole } from './account-membership.ts';
import type { AccountStanding } from './account-membership.ts';
import { allow, refuse } from './decision.ts';
import type { Decision } from './decision.ts';
import type { UserId } from './ids.ts';
import { holdsRosterAuthority, isAccountOwner, isOnlyOnSites, mayGrant } from './membership.ts';
import type { Standing } from './membership.ts';
import { accountRoleGrants } from './grant.ts';
import type { AccountRole, SiteRole } from './role.ts';

/** A removed membership can be brought back for this long [R33]. */
export const RESTORABLE_MS = 90 * 24 * 3_600_000;

/** May a membership removed at `removedAt` still be restored at `now` [R33]? Valid while less than 90 days passed. */
export function decideRestoration(removedAt: Date | null, now: Date): Decision<true> {
  if (removedAt === null) return refuse('member.not_found');
  return now.getTime() - removedAt.getTime() < RESTORABLE_MS ? allow(true) : refuse('member.not_restorable');
}

/** A membership that ended, as it is kept: with which role, when, and through whom. */
export interface Removed<Role extends SiteRole | AccountRole> {
  readonly role: Role;
  readonly removedAt: Date;
  readonly removedBy: UserId | null;
}

/** May `by` bring `target` back to the site with the role they had [R6–R9, R33]? */
export function decideSiteRestoration(
  by: Standing,
  target: Standing,
  removed: Removed<SiteRole> | null,
  now: Date,
): Decision<{ role: SiteRole }> {
  if (!holdsRosterAuthority(by)) return refuse('permission.denied');
  if (by.userId === target.userId) return refuse('member.is_yourself');
  if (target.siteRole !== null) return refuse('member.already_active', { role: target.siteRole });
  if (removed === null) return refuse('member.not_found');
  if (isAccountOwner(target)) return refuse('role.not_manageable', { role: removed.role });
  if (!mayGrant(by, removed.role)) return refuse('role.not_grantable', { role: removed.role });
  return decideReturn(target.userId, removed, now);
}

/** May `by` bring `target` back to the account with the role they had [R8, R33]? Never as a second owner [R1]. */
export function decideAccountRestoration(
  by: AccountStanding,
  target: AccountStanding,
  removed: Removed<AccountRole> | null,
  now: Date,
): Decision<{ role: AccountRole }> {
  if (!accountRoleGrants(by.accountRole, 'team.manage')) return refuse('permission.denied');
  if (by.userId === target.userId) return refuse('member.is_yourself');
  if (target.accountRole !== null) return refuse('member.already_active', { role: target.accountRole });
  if (removed === null) return refuse('member.not_found');
  if (!isGrantableAccountRole(removed.role) && !isOnlyOnSites(removed.role))
    return refuse('role.not_grantable', { role: removed.role });
  return decideReturn(target.userId, removed, now);
}

/** Who left of their own accord was not removed: they come back by an invitation that they accept. */
function decideReturn<Role extends SiteRole | AccountRole>(
  userId: UserId,
  removed: Removed<Role>,
  now: Date,
): Decision<{ role: Role }> {
  if (removed.removedBy === userId) return refuse('member.not_restorable');
  const restoration = decideRestoration(removed.removedAt, now);
  return restoration.allowed ? allow({ role: removed.role }) : restoration;
}
