import { SITE_PERMISSIONS, siteRoleGrants, type SitePermission, type SiteRole } from '@keyholder/domain';
import { AREAS, abilityOf, areaWith } from './messages/roles.ts';

interface Ability {
  readonly area: string;
  readonly verbs: readonly string[];
}

/** Everything a role can do, area by area, the powerful areas first. Read from the domain's own table [R4]. */
export const abilitiesOf = (role: SiteRole): readonly Ability[] =>
  byArea((permission) => siteRoleGrants(role, permission));

/** The areas of which a role has nothing, the powerful ones first. */
export function lacksOf(role: SiteRole): readonly string[] {
  const held = new Set(abilitiesOf(role).map(({ area }) => area));
  return AREAS.filter((area) => !held.has(area));
}

/** What changes when somebody's role changes: whole areas by name, parts of an area with what it is about. */
export const roleDifference = (from: SiteRole, to: SiteRole) => ({
  gains: only(to, from),
  loses: only(from, to),
});

function only(has: SiteRole, not: SiteRole): readonly string[] {
  const kept = new Set(abilitiesOf(not).map(({ area }) => area));
  return byArea((permission) => siteRoleGrants(has, permission) && !siteRoleGrants(not, permission)).map(
    ({ area, verbs }) => (kept.has(area) ? areaWith(area, verbs) : area),
  );
}

function byArea(wanted: (permission: SitePermission) => boolean): readonly Ability[] {
  const found = SITE_PERMISSIONS.filter(wanted).map(abilityOf);
  return AREAS.flatMap((area) => {
    const verbs = found.filter((one) => one.area === area).map(({ verb }) => verb);
    return verbs.length > 0 ? [{ area, verbs }] : [];
  });
}
