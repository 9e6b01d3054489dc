import {
  SITE_PERMISSIONS,
  SITE_ROLES,
  SURFACES,
  holdsRosterAuthority,
  mayGrant,
  permissionsOf,
  surfacesFor,
} from '@keyholder/domain';
import type { KeyPermission } from '@keyholder/domain';
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

/** `carried`: what the key of the caller carries; a key manages nobody [R44]. Everything in it follows from what authentication has read: no further statement (performance.md P1). */
export function viewSite(site: SiteAccess, carried: readonly KeyPermission[] | null = null): SiteView {
  const { account } = site;
  const permissions = permissionsOf({ siteRole: site.role, carried });
  const standing = { accountRole: site.accountRole, siteRole: site.role };
  return {
    id: site.id,
    slug: site.slug,
    name: site.name,
    domain: site.domain,
    account: { id: account.id, slug: account.slug, name: account.name },
    role: site.role,
    permissions: [...permissions],
    surfaces: surfacesFor(permissions).map(({ key, label }) => ({
      key,
      label,
      href: `/admin/${account.slug}/${site.slug}/${key}`,
    })),
    canManageMembers: carried === null && holdsRosterAuthority(standing),
    grantableRoles: SITE_ROLES.filter((role) => carried === null && mayGrant(standing, role)),
  };
}
