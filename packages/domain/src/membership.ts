import { allow, refuse } from './decision.ts';
import type { Decision } from './decision.ts';
import type { UserId } from './ids.ts';
import { accountRoleGrants, siteRoleGrants } from './grant.ts';
import type { AccountRole, SiteRole } from './role.ts';

/**
 * How one person stands towards one site at one instant: both tiers, each null where they hold nothing.
 * `siteRole` is null as well when their access to the site has ended [R34].
 */
export interface Standing {
  readonly userId: UserId;
  readonly accountRole: AccountRole | null;
  readonly siteRole: SiteRole | null;
}

/** Whether a site membership still opens the door at `now`: until, not including, its end date [R34]. */
export const isCurrent = (accessUntil: Date | null, now: Date): boolean =>
  accessUntil === null || now < accessUntil;

/** Which site roles each site role may give, change and take away [R7]: a table, no ranking. */
const MANAGES = {
  owner: [
    'owner',
    'platform_admin',
    'developer',
    'content_editor',
    'marketing_manager',
    'seo_specialist',
    'support_agent',
  ],
  platform_admin: [
    'platform_admin',
    'developer',
    'content_editor',
    'marketing_manager',
    'seo_specialist',
    'support_agent',
  ],
  developer: [],
  content_editor: [],
  marketing_manager: [],
  seo_specialist: [],
  support_agent: [],
} as const satisfies Record<SiteRole, readonly SiteRole[]>;

/** Roster authority on a site: may invite, resend, revoke, change roles and remove there [R6]. */
export const holdsRosterAuthority = (by: Pick<Standing, 'accountRole' | 'siteRole'>): boolean =>
  accountRoleGrants(by.accountRole, 'roster.manage') || siteRoleGrants(by.siteRole, 'members.manage');

/** Whether `by` may offer, give, change or take away this site role [R7]. */
export function mayGrant(by: Pick<Standing, 'accountRole' | 'siteRole'>, role: SiteRole): boolean {
  if (accountRoleGrants(by.accountRole, 'roster.manage')) return true;
  return by.siteRole !== null && (MANAGES[by.siteRole] as readonly SiteRole[]).includes(role);
}

/** Whether `by` may change or remove `target` on the site: never themselves [R8], never the account owner [R9], by role [R7]. */
export const mayManage = (by: Standing, target: Standing & { readonly siteRole: SiteRole }): boolean =>
  by.userId !== target.userId && !isAccountOwner(target) && mayGrant(by, target.siteRole);

/** Whether a person may know that a site exists: they are on it, or see all sites of the account. */
export const maySeeSite = (by: Pick<Standing, 'accountRole' | 'siteRole'>): boolean =>
  by.siteRole !== null || accountRoleGrants(by.accountRole, 'sites.read');

/** Whether a person may see who is on a site (product.md §2; ui/brief.md §3). */
export const maySeeMembers = (by: Pick<Standing, 'accountRole' | 'siteRole'>): boolean =>
  siteRoleGrants(by.siteRole, 'members.read') || accountRoleGrants(by.accountRole, 'team.read');

/** Whether a person may see what happened on a site [R43]. */
export const maySeeActivity = (by: Pick<Standing, 'accountRole' | 'siteRole'>): boolean =>
  siteRoleGrants(by.siteRole, 'activity.read') || accountRoleGrants(by.accountRole, 'audit.read');

/** Whether somebody is the one owner of the account [R1, R9]. */
export const isAccountOwner = (who: Pick<Standing, 'accountRole'>): boolean => who.accountRole === 'owner';

/** Whether an account record exists only because of the person's sites [R2]. */
export const isOnlyOnSites = (role: AccountRole): boolean => role === 'collaborator';

/** Whether a site role is the one that every site should have [R10]. */
export const isSiteOwner = (role: SiteRole | null): boolean => role === 'owner';

/** The account role of a person who creates an account, and of one who is only on sites [R1, R2]. */
export const FOUNDER_ROLE = 'owner' satisfies AccountRole;
export const SITE_ONLY_ROLE = 'collaborator' satisfies AccountRole;
/** What the creator of a site becomes on it [R36]. */
export const SITE_CREATOR_ROLE = 'owner' satisfies SiteRole;

/** May `by` change the site role of `target` to `role`? Authority first, so that a stranger learns nothing [R6–R9]. */
export function decideRoleChange(
  by: Standing,
  target: Standing,
  role: SiteRole,
): Decision<{ from: SiteRole; to: SiteRole }> {
  const refusal = refusedTarget(by, target);
  if (refusal) return refusal;
  if (!mayGrant(by, role)) return refuse('role.not_grantable', { role });
  return allow({ from: target.siteRole as SiteRole, to: role });
}

/** May `by` set until when `target` has access [R34]? The same people who may change the role. */
export function decideAccessUntil(by: Standing, target: Standing): Decision<true> {
  return refusedTarget(by, target) ?? allow(true);
}

/** May `by` remove `target` from the site [R6–R10, R30]? A last Owner may be removed by whoever manages Owners. */
export function decideSiteRemoval(by: Standing, target: Standing): Decision<{ role: SiteRole }> {
  return refusedTarget(by, target) ?? allow({ role: target.siteRole as SiteRole });
}

function refusedTarget(by: Standing, target: Standing): Decision<never> | null {
  if (!holdsRosterAuthority(by)) return refuse('permission.denied');
  if (by.userId === target.userId) return refuse('member.is_yourself');
  if (target.siteRole === null) return refuse('member.not_found');
  if (isAccountOwner(target) || !mayGrant(by, target.siteRole))
    return refuse('role.not_manageable', { role: target.siteRole });
  return null;
}

/** May `by` give `target`, who belongs to the account, this role on a site they are not on [R3, R7, R35]? */
export function decideAssignment(
  by: Standing,
  target: Standing,
  role: SiteRole,
): Decision<{ role: SiteRole }> {
  if (!holdsRosterAuthority(by)) return refuse('permission.denied');
  if (target.accountRole === null) return refuse('member.not_found');
  if (!mayGrant(by, role)) return refuse('role.not_grantable', { role });
  if (target.siteRole !== null) return refuse('member.already_active', { role: target.siteRole });
  return allow({ role });
}

/** May this person leave the site? Its last Owner may not [R10]. `owners` counts the site's Owners, them included. */
export function decideSiteLeave(role: SiteRole | null, owners: number): Decision<{ role: SiteRole }> {
  if (role === null) return refuse('not_found');
  return isSiteOwner(role) && owners <= 1 ? refuse('site.last_owner') : allow({ role });
}

/** May this person delete the site? Only its Owners, and an account role is none [R3]; who may not know of it learns nothing. */
export function decideSiteDeletion(by: Standing): Decision<true> {
  if (!maySeeSite(by)) return refuse('not_found');
  return siteRoleGrants(by.siteRole, 'site.delete') ? allow(true) : refuse('permission.denied');
}
