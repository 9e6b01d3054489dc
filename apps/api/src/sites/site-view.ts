import {
  SITE_PERMISSIONS,
  SITE_ROLES,
  SURFACES,
  holdsRosterAuthority,
  mayGrant,
  siteRoleGrants,
  surfacesOf,
} from '@keyholder/domain';
import { z } from 'zod';
import type { SiteAccess } from '../http/access.ts';

const ref = z.object({ id: z.string(), slug: z.string(), name: z.string() });

/** A site with what the viewer may do there (http-api.md, Sites). */
export const siteSchema = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    domain: z.string(),
    account: ref,
    role: z.enum(SITE_ROLES).nullable(),
    permissions: z.array(z.enum(SITE_PERMISSIONS)),
    surfaces: z.array(
      z.object({ key: z.enum(SURFACES.map((one) => one.key)), label: z.string(), href: z.string() }),
    ),
    canManageMembers: z.boolean(),
    grantableRoles: z.array(z.enum(SITE_ROLES)),
  })
  .meta({ ref: 'Site' });
export type SiteView = z.infer<typeof siteSchema>;

/** Everything in it follows from what authentication has read: no further statement (performance.md P1). */
export function viewSite(site: SiteAccess): SiteView {
  const { account } = site;
  const standing = { accountRole: site.accountRole, siteRole: site.role };
  return {
    id: site.id,
    slug: site.slug,
    name: site.name,
    domain: site.domain,
    account: { id: account.id, slug: account.slug, name: account.name },
    role: site.role,
    permissions: SITE_PERMISSIONS.filter((permission) => siteRoleGrants(site.role, permission)),
    surfaces: surfacesOf(site.role).map(({ key, label }) => ({
      key,
      label,
      href: `/admin/${account.slug}/${site.slug}/${key}`,
    })),
    canManageMembers: holdsRosterAuthority(standing),
    grantableRoles: SITE_ROLES.filter((role) => mayGrant(standing, role)),
  };
}
