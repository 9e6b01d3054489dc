/** What a person may do with the account itself (product.md §2.1). */
export const ACCOUNT_PERMISSIONS = [
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
  'account.plan',
  'account.transfer',
  'account.delete',
] as const;
export type AccountPermission = (typeof ACCOUNT_PERMISSIONS)[number];

/** What a person may do on one site (product.md §2.2). */
export const SITE_PERMISSIONS = [
  'site.view',
  'members.read',
  'members.manage',
  'pages.read',
  'pages.write',
  'pages.publish',
  'posts.read',
  'posts.write',
  'posts.publish',
  'seo.read',
  'seo.write',
  'redirects.read',
  'redirects.write',
  'analytics.read',
  'forms.read',
  'forms.write',
  'submissions.read',
  'orders.read',
  'orders.write',
  'code.read',
  'code.write',
  'api_keys.manage',
  'activity.read',
  'settings.read',
  'settings.write',
  'site.delete',
  'site.transfer',
] as const;
export type SitePermission = (typeof SITE_PERMISSIONS)[number];
