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
