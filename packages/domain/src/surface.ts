import { siteRoleGrants } from './grant.ts';
import type { SiteRole } from './role.ts';
import type { SitePermission } from './permission.ts';

/** The areas of Site Admin in the order of its navigation, each with the permission that opens it (ui/brief.md S18). */
export const SURFACES = [
  { key: 'overview', label: 'Overview', needs: 'site.view' },
  { key: 'pages', label: 'Pages', needs: 'pages.read' },
  { key: 'posts', label: 'Posts', needs: 'posts.read' },
  { key: 'seo', label: 'SEO', needs: 'seo.read' },
  { key: 'redirects', label: 'Redirects', needs: 'redirects.read' },
  { key: 'analytics', label: 'Analytics', needs: 'analytics.read' },
  { key: 'forms', label: 'Forms', needs: 'forms.read' },
  { key: 'submissions', label: 'Submissions', needs: 'submissions.read' },
  { key: 'orders', label: 'Orders', needs: 'orders.read' },
  { key: 'code', label: 'Code', needs: 'code.read' },
  { key: 'members', label: 'Members', needs: 'members.read' },
  { key: 'activity', label: 'Activity', needs: 'activity.read' },
  { key: 'api-keys', label: 'API keys', needs: 'api_keys.manage' },
  { key: 'settings', label: 'Settings', needs: 'settings.read' },
] as const satisfies readonly { key: string; label: string; needs: SitePermission }[];
export type Surface = (typeof SURFACES)[number];

/** The areas that a role opens; none without a role [R3]. */
export const surfacesOf = (role: SiteRole | null): readonly Surface[] =>
  SURFACES.filter((surface) => siteRoleGrants(role, surface.needs));

/** The areas that these permissions open. */
export const surfacesFor = (permissions: readonly SitePermission[]): readonly Surface[] =>
  SURFACES.filter((surface) => permissions.includes(surface.needs));

/** Permissions whose area does not bear their noun: what only a site Owner may do stands under its settings. */
const UNDER_SETTINGS: readonly SitePermission[] = ['site.delete', 'site.transfer'];

const nounOf = (permission: SitePermission): string => permission.slice(0, permission.indexOf('.'));

/** The area of Site Admin that a permission belongs to: what a refusal names (http-api.md, Site Admin areas). */
export function surfaceOf(permission: SitePermission): Surface {
  const noun = UNDER_SETTINGS.includes(permission) ? 'settings' : nounOf(permission);
  return SURFACES.find((surface) => nounOf(surface.needs) === noun) ?? SURFACES[0];
}
