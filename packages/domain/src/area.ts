import { allow, refuse } from './decision.ts';
import type { Decision } from './decision.ts';
import { lendable } from './key-permission.ts';
import type { KeyPermission } from './key-permission.ts';
import { maySeeSite } from './membership.ts';
import type { Standing } from './membership.ts';
import { SITE_PERMISSIONS } from './permission.ts';
import type { SitePermission } from './permission.ts';
import { siteRoleGrants } from './grant.ts';
import { surfaceOf } from './surface.ts';

/** Where a caller stands on a site, and what the key that they call with carries; null for somebody signed in [R44]. */
export interface AreaStanding extends Pick<Standing, 'accountRole' | 'siteRole'> {
  readonly carried: readonly KeyPermission[] | null;
}

/** What a caller may do on the site right now: the role's permissions, of a key only those that it carries too [R44]. */
export function permissionsOf({
  siteRole,
  carried,
}: Pick<AreaStanding, 'siteRole' | 'carried'>): readonly SitePermission[] {
  const lent: readonly string[] | null = carried && lendable(carried, siteRole);
  return SITE_PERMISSIONS.filter((permission) =>
    lent ? lent.includes(permission) : siteRoleGrants(siteRole, permission),
  );
}

/**
 * May a caller use what this permission opens on the site? An account role is no way in [R3]; for who may not know of
 * the site it is not there, and others are told which area they lack and as what they came.
 */
export function decideArea(by: AreaStanding, needs: SitePermission): Decision<true> {
  if (!maySeeSite(by)) return refuse('not_found');
  if (!permissionsOf(by).includes(needs))
    return refuse('permission.denied', { surface: surfaceOf(needs).key, role: by.siteRole });
  return allow(true);
}
