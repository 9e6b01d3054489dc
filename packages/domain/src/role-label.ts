import type { AccountRole, SiteRole } from './role.ts';

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
