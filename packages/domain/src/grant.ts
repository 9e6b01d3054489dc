import { ACCOUNT_PERMISSIONS, SITE_PERMISSIONS } from './permission.ts';
import type { AccountPermission, SitePermission } from './permission.ts';
import type { AccountRole, SiteRole } from './role.ts';

const ALWAYS = ['site.view', 'members.read'] as const;

/** Which permission each account role carries [R4]. */
export const ACCOUNT_GRANTS = {
  owner: ACCOUNT_PERMISSIONS,
  admin: [
    'account.read',
    'sites.read',
    'sites.create',
    'team.read',
    'team.manage',
    'roster.manage',
    'audit.read',
    'audit.export',
    'reviews.manage',
    'account.settings',
  ],
  member: ['account.read', 'sites.read', 'sites.create', 'team.read'],
  viewer: ['account.read', 'sites.read', 'team.read'],
  collaborator: ['account.read'],
} as const satisfies Record<AccountRole, readonly AccountPermission[]>;

/** Which permission each site role carries [R4]. */
export const SITE_GRANTS = {
  owner: SITE_PERMISSIONS,
  platform_admin: SITE_PERMISSIONS.filter((p) => p !== 'site.delete' && p !== 'site.transfer'),
  developer: [
    ...ALWAYS,
    'redirects.read',
    'redirects.write',
    'code.read',
    'code.write',
    'api_keys.manage',
    'settings.read',
  ],
  content_editor: [
    ...ALWAYS,
    'pages.read',
    'pages.write',
    'pages.publish',
    'posts.read',
    'posts.write',
    'posts.publish',
  ],
  marketing_manager: [
    ...ALWAYS,
    'posts.read',
    'posts.write',
    'posts.publish',
    'analytics.read',
    'forms.read',
    'forms.write',
    'submissions.read',
  ],
  seo_specialist: [...ALWAYS, 'seo.read', 'seo.write', 'redirects.read', 'redirects.write', 'analytics.read'],
  support_agent: [...ALWAYS, 'submissions.read', 'orders.read'],
} as const satisfies Record<SiteRole, readonly SitePermission[]>;

const accountSets = mapValues(ACCOUNT_GRANTS, (list) => new Set<AccountPermission>(list));
const siteSets = mapValues(SITE_GRANTS, (list) => new Set<SitePermission>(list));

function mapValues<Key extends string, In, Out>(
  from: Record<Key, In>,
  make: (value: In) => Out,
): Record<Key, Out> {
  return Object.fromEntries(Object.entries<In>(from).map(([key, value]) => [key, make(value)])) as Record<
    Key,
    Out
  >;
}

/** Whether an account role (or none) carries a permission. */
export const accountRoleGrants = (role: AccountRole | null, permission: AccountPermission): boolean =>
  role !== null && accountSets[role].has(permission);

/** Whether a site role (or none) carries a permission [R3: an account role never does]. */
export const siteRoleGrants = (role: SiteRole | null, permission: SitePermission): boolean =>
  role !== null && siteSets[role].has(permission);
