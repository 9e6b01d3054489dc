import { SITE_ROLE_REACH, SITE_ROLES, type SiteRole } from '@keyholder/domain';
import type { PersonSite } from './people-queries.ts';

/** What a person can enter now; access that has ended is kept apart [R34]. */
export const currentSites = <S extends Pick<PersonSite, 'ended'>>(sites: readonly S[]): readonly S[] =>
  sites.filter((each) => !each.ended);

/** The role with the longest reach on any site, or null for who is on none. */
export function strongestRole(sites: readonly Pick<PersonSite, 'role' | 'ended'>[]): SiteRole | null {
  const held = new Set(currentSites(sites).map((each) => each.role));
  const strength = (role: SiteRole) => SITE_ROLE_REACH[role] * 100 - SITE_ROLES.indexOf(role);
  return [...held].sort((a, b) => strength(b) - strength(a))[0] ?? null;
}

/** A site as the pages know it from their list. */
export interface SiteFacts {
  id: string;
  slug: string;
  name: string;
  domain: string;
  owners: readonly { id: string; name: string }[];
}
