import type { AccountRole, SiteRole, Standing } from '../index.ts';
import { ACCOUNT_ROLE_OR_NONE, ACTOR, EVERY_SITE_ROLE, SITE_ROLE_OR_NONE, TARGET, person } from './people.ts';

/** R6, as it is written. */
export const hasAuthority = (account: AccountRole | null, site: SiteRole | null): boolean =>
  account === 'owner' || account === 'admin' || site === 'owner' || site === 'platform_admin';

/** R7, as it is written: only these touch the role Owner. */
export const handlesOwners = (account: AccountRole | null, site: SiteRole | null): boolean =>
  account === 'owner' || account === 'admin' || site === 'owner';

/** R6–R9 for a change to `role`, or for a removal when there is none. */
export function expected(by: Standing, target: Standing, role: SiteRole | null): string {
  if (!hasAuthority(by.accountRole, by.siteRole)) return 'permission.denied';
  if (by.userId === target.userId) return 'member.is_yourself';
  if (target.siteRole === null) return 'member.not_found';
  if (target.accountRole === 'owner') return 'role.not_manageable';
  if (target.siteRole === 'owner' && !handlesOwners(by.accountRole, by.siteRole))
    return 'role.not_manageable';
  if (role === 'owner' && !handlesOwners(by.accountRole, by.siteRole)) return 'role.not_grantable';
  return 'allowed';
}

export const standings = (userId = ACTOR): Standing[] =>
  ACCOUNT_ROLE_OR_NONE.flatMap((account) => SITE_ROLE_OR_NONE.map((site) => person(account, site, userId)));

/** Collected and compared once: sixteen thousand single expectations would cost more than they say. */
export function differences(
  decide: (by: Standing, target: Standing, role: SiteRole) => [actual: string, expected: string],
  targetId = TARGET,
): string[] {
  const wrong: string[] = [];
  for (const by of standings())
    for (const target of standings(targetId))
      for (const role of EVERY_SITE_ROLE) {
        const [actual, wanted] = decide(by, target, role);
        if (actual !== wanted) wrong.push(`${JSON.stringify([by, target, role])}: ${actual}, not ${wanted}`);
      }
  return wrong;
}
