import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { AreaKey } from '../admin-site.ts';

type Area = LazyExoticComponent<ComponentType>;
const area = (load: () => Promise<ComponentType>): Area => lazy(async () => ({ default: await load() }));

/**
 * The page of each area of Site Admin, fetched when somebody opens it. A page reads its site with `useAdminSite()` and the
 * item of its address (`/$area/$item`) with `useParams({ strict: false })`.
 */
export const SITE_AREAS: Partial<Record<AreaKey, Area>> = {
  pages: area(async () => (await import('./admin-content-page.tsx')).AdminPagesPage),
  posts: area(async () => (await import('./admin-content-page.tsx')).AdminPostsPage),
  seo: area(async () => (await import('./admin-seo-page.tsx')).AdminSeoPage),
  redirects: area(async () => (await import('./admin-redirects-page.tsx')).AdminRedirectsPage),
  analytics: area(async () => (await import('./admin-analytics-page.tsx')).AdminAnalyticsPage),
  forms: area(async () => (await import('./admin-forms-page.tsx')).AdminFormsPage),
  submissions: area(async () => (await import('./admin-submissions-page.tsx')).AdminSubmissionsPage),
  orders: area(async () => (await import('./admin-orders-page.tsx')).AdminOrdersPage),
  code: area(async () => (await import('./admin-code-page.tsx')).AdminCodePage),
  members: area(async () => (await import('./admin-members-page.tsx')).AdminMembersPage),
  activity: area(async () => (await import('./admin-activity-page.tsx')).AdminActivityPage),
  'api-keys': area(async () => (await import('./admin-api-keys-page.tsx')).AdminApiKeysPage),
  settings: area(async () => (await import('./admin-settings-page.tsx')).AdminSettingsPage),
};
