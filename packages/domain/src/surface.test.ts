import { describe, expect, it } from 'vitest';
import { SURFACES, surfacesOf } from './index.ts';
import type { SiteRole } from './index.ts';

const ALL = [
  'Overview',
  'Pages',
  'Posts',
  'SEO',
  'Redirects',
  'Analytics',
  'Forms',
  'Submissions',
  'Orders',
  'Code',
  'Members',
  'Activity',
  'API keys',
  'Settings',
];

/** ui/brief.md S18, in the order of the navigation. */
const AREAS: Record<SiteRole, readonly string[]> = {
  owner: ALL,
  platform_admin: ALL,
  developer: ['Overview', 'Redirects', 'Code', 'Members', 'API keys', 'Settings'],
  content_editor: ['Overview', 'Pages', 'Posts', 'Members'],
  marketing_manager: ['Overview', 'Posts', 'Analytics', 'Forms', 'Submissions', 'Members'],
  seo_specialist: ['Overview', 'SEO', 'Redirects', 'Analytics', 'Members'],
  support_agent: ['Overview', 'Submissions', 'Orders', 'Members'],
};

describe('Site Admin', () => {
  it.each(Object.entries(AREAS))('shows a %s exactly these areas [R4]', (role, labels) => {
    expect(surfacesOf(role as SiteRole).map((surface) => surface.label)).toEqual(labels);
  });

  it('shows nothing to somebody without a role on the site, account owners included [R3]', () => {
    expect(surfacesOf(null)).toEqual([]);
  });

  it('has these addresses (ui/brief.md §3)', () => {
    expect(SURFACES.map((surface) => surface.key)).toEqual([
      'overview',
      'pages',
      'posts',
      'seo',
      'redirects',
      'analytics',
      'forms',
      'submissions',
      'orders',
      'code',
      'members',
      'activity',
      'api-keys',
      'settings',
    ]);
  });
});
