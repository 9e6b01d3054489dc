import { ACCOUNT_PERMISSIONS, SITE_PERMISSIONS } from './permission.ts';
import type { AccountPermission, SitePermission } from './permission.ts';

/** The five account roles (product.md §2.1). */
export const ACCOUNT_ROLES = ['owner', 'admin', 'member', 'viewer', 'collaborator'] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** The seven site roles (product.md §2.2), strongest first: the order of every list and select. */
export const SITE_ROLES = [
  'owner',
  'platform_admin',
  'developer',
  'content_editor',
  'marketing_manager',
  'seo_specialist',
  'support_agent',
] as const;
export type SiteRole = (typeof SITE_ROLES)[number];

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

/** How far a role reaches: 3 manages people, 2 changes how the site works, 1 works in one area (product.md §2.2). */
export const SITE_ROLE_REACH = {
  owner: 3,
  platform_admin: 3,
  developer: 2,
  content_editor: 1,
  marketing_manager: 2,
  seo_specialist: 1,
  support_agent: 1,
} as const satisfies Record<SiteRole, 1 | 2 | 3>;
export type Reach = (typeof SITE_ROLE_REACH)[SiteRole];

/** The two letters that stand for a role in the matrix (product.md §2.2). */
export const SITE_ROLE_LETTERS = {
  owner: 'OW',
  platform_admin: 'PA',
  developer: 'DV',
  content_editor: 'CE',
  marketing_manager: 'MM',
  seo_specialist: 'SE',
  support_agent: 'SA',
} as const satisfies Record<SiteRole, string>;

export const SITE_ROLE_LABELS = {
  owner: 'Owner',
  platform_admin: 'Platform Admin',
  developer: 'Developer',
  content_editor: 'Content Editor',
  marketing_manager: 'Marketing Manager',
  seo_specialist: 'SEO Specialist',
  support_agent: 'Support Agent',
} as const satisfies Record<SiteRole, string>;

/** "Owner" alone is the site role; the tenant's is always "account owner" (ui/brief.md §4.17). */
export const ACCOUNT_ROLE_LABELS = {
  owner: 'Account owner',
  admin: 'Admin',
  member: 'Member',
  viewer: 'Viewer',
  collaborator: 'Collaborator',
} as const satisfies Record<AccountRole, string>;
