import type { AccountRole, SiteRole } from './role.ts';

/** What a role means for the person who holds it, in words for mails, the accept page and the role list. */
export interface RoleWords {
  /** Completes "You can …". */
  readonly can: string;
  /** Completes "You cannot …", absent for a role that can do everything. */
  readonly cannot?: string;
}

export const SITE_ROLE_WORDS = {
  owner: { can: 'do everything on this site, including managing people and deleting the site' },
  platform_admin: {
    can: 'work in every area of this site and manage its people',
    cannot: 'change Owners or delete the site',
  },
  developer: {
    can: 'change code and redirects, make API keys and see the settings',
    cannot: 'edit content or manage people',
  },
  content_editor: {
    can: 'write, edit and publish pages and posts',
    cannot: 'change site settings or manage people',
  },
  marketing_manager: {
    can: 'write posts, build forms, and see analytics and submissions',
    cannot: 'edit pages, change site settings or manage people',
  },
  seo_specialist: {
    can: 'edit SEO and redirects, and see analytics',
    cannot: 'edit content, change site settings or manage people',
  },
  support_agent: {
    can: 'see orders and form submissions',
    cannot: 'change anything on the site or manage people',
  },
} as const satisfies Record<SiteRole, RoleWords>;

export const ACCOUNT_ROLE_WORDS = {
  owner: { can: 'do everything in this account, including its plan and ownership' },
  admin: {
    can: 'manage people, sites and settings of this account',
    cannot: 'change the plan or the account owner',
  },
  member: { can: 'see all sites and people, and create sites', cannot: 'manage people of the account' },
  viewer: { can: 'see all sites and people', cannot: 'change anything' },
  collaborator: { can: 'work on the sites you were invited to', cannot: 'see other sites or people' },
} as const satisfies Record<AccountRole, RoleWords>;
