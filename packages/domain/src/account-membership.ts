import { allow, refuse } from './decision.ts';
import type { Decision } from './decision.ts';
import type { UserId } from './ids.ts';
import { accountRoleGrants } from './grant.ts';
import type { AccountRole } from './role.ts';

/** How one person stands in the account: their role, or null when they do not belong to it. */
export interface AccountStanding {
  readonly userId: UserId;
  readonly accountRole: AccountRole | null;
}

/** Account roles that an invitation or a role change may give: the owner moves by transfer only [R1], collaborators come from sites [R2]. */
export const GRANTABLE_ACCOUNT_ROLES = [
  'admin',
  'member',
  'viewer',
] as const satisfies readonly AccountRole[];
export type GrantableAccountRole = (typeof GRANTABLE_ACCOUNT_ROLES)[number];

/** Whether an account role may be offered or given at all [R1, R2]. */
export const isGrantableAccountRole = (role: AccountRole): role is GrantableAccountRole =>
  (GRANTABLE_ACCOUNT_ROLES as readonly AccountRole[]).includes(role);

/** Whether `by` may change or remove `target` in the account: never themselves [R8], never the owner [R9]. */
export const mayManageInAccount = (by: AccountStanding, target: AccountStanding): boolean =>
  accountRoleGrants(by.accountRole, 'team.manage') &&
  by.userId !== target.userId &&
  target.accountRole !== null &&
  target.accountRole !== 'owner';

/** May `by` give `target` this account role [R1, R2, R8, R9]? */
export function decideAccountRoleChange(
  by: AccountStanding,
  target: AccountStanding,
  role: AccountRole,
): Decision<{ from: AccountRole; to: GrantableAccountRole }> {
  if (!accountRoleGrants(by.accountRole, 'team.manage')) return refuse('permission.denied');
  if (by.userId === target.userId) return refuse('member.is_yourself');
  if (target.accountRole === null) return refuse('member.not_found');
  if (target.accountRole === 'owner') return refuse('role.not_manageable', { role: target.accountRole });
  if (!isGrantableAccountRole(role)) return refuse('role.not_grantable', { role });
  return allow({ from: target.accountRole, to: role });
}

/** May `by` remove `target` from the account [R8, R9, R31]? Never blocked by a site's last Owner [R10]. */
export function decideAccountRemoval(
  by: AccountStanding,
  target: AccountStanding,
): Decision<{ role: AccountRole }> {
  if (!accountRoleGrants(by.accountRole, 'team.manage')) return refuse('permission.denied');
  if (by.userId === target.userId) return refuse('member.is_yourself');
  if (target.accountRole === null) return refuse('member.not_found');
  if (target.accountRole === 'owner') return refuse('account.last_owner');
  return allow({ role: target.accountRole });
}

/** May this person leave the account? Its owner may not [R1]. */
export function decideAccountLeave(standing: AccountStanding): Decision<{ role: AccountRole }> {
  if (standing.accountRole === null) return refuse('not_found');
  if (standing.accountRole === 'owner') return refuse('account.last_owner');
  return allow({ role: standing.accountRole });
}
