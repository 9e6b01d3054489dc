import type { SiteRole } from '@keyholder/domain';
import { SITE_ROLES, SITE_ROLE_LETTERS } from '@keyholder/domain';
import { SITES } from './cast.ts';
import type { Member, SiteName } from './cast.ts';

const BY_LETTERS = new Map<string, SiteRole>(SITE_ROLES.map((role) => [SITE_ROLE_LETTERS[role], role]));

/** The sites that a member began on, each with their role there. */
export function rolesOf({ access }: Member): readonly (readonly [SiteName, SiteRole])[] {
  const letters = access === '' ? [] : access.split(' ');
  return letters.flatMap((pair, index) => {
    const role = BY_LETTERS.get(pair);
    const site = SITES[index];
    return role && site ? [[site.name, role] as const] : [];
  });
}
