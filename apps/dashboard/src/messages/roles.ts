import type { SitePermission } from '@keyholder/domain';
import { allOf } from './plural.ts';

/** The areas of a site in words, the powerful ones first. */
export const AREAS = [
  'Managing people',
  'Settings',
  'Code',
  'API keys',
  'Orders',
  'Pages',
  'Posts',
  'SEO',
  'Redirects',
  'Analytics',
  'Forms',
  'Submissions',
  'Activity',
  'Deleting or moving the site',
  'Overview and members',
] as const;
type Area = (typeof AREAS)[number];

const ABILITIES = {
  'members.manage': ['Managing people', 'invite, change and remove'],
  'settings.read': ['Settings', 'see'],
  'settings.write': ['Settings', 'change'],
  'code.read': ['Code', 'see'],
  'code.write': ['Code', 'edit'],
  'api_keys.manage': ['API keys', 'make and revoke'],
  'orders.read': ['Orders', 'see'],
  'orders.write': ['Orders', 'change'],
  'pages.read': ['Pages', 'see'],
  'pages.write': ['Pages', 'edit'],
  'pages.publish': ['Pages', 'publish'],
  'posts.read': ['Posts', 'see'],
  'posts.write': ['Posts', 'edit'],
  'posts.publish': ['Posts', 'publish'],
  'seo.read': ['SEO', 'see'],
  'seo.write': ['SEO', 'edit'],
  'redirects.read': ['Redirects', 'see'],
  'redirects.write': ['Redirects', 'edit'],
  'analytics.read': ['Analytics', 'see'],
  'forms.read': ['Forms', 'see'],
  'forms.write': ['Forms', 'edit'],
  'submissions.read': ['Submissions', 'see'],
  'activity.read': ['Activity', 'see'],
  'site.delete': ['Deleting or moving the site', 'delete'],
  'site.transfer': ['Deleting or moving the site', 'move'],
  'site.view': ['Overview and members', 'see'],
  'members.read': ['Overview and members', 'see'],
} as const satisfies Record<SitePermission, readonly [area: Area, verb: string]>;

export const abilityOf = (permission: SitePermission): { area: Area; verb: string } => {
  const [area, verb] = ABILITIES[permission];
  return { area, verb };
};
const verbsOf = (verbs: readonly string[]): string => allOf([...new Set(verbs)]);
/** "Pages: see, edit, and publish". */
export const abilityLine = (area: string, verbs: readonly string[]): string => `${area}: ${verbsOf(verbs)}`;
/** "Settings (change)". */
export const areaWith = (area: string, verbs: readonly string[]): string => `${area} (${verbsOf(verbs)})`;

export const roleWords = {
  role: 'Role',
  choose: 'Choose a role',
  missing: 'Choose a role.',
  can: 'Can',
  cannot: 'Cannot',
  everything: 'See everything this role can do',
  less: 'Show less',
  nothingElse: 'Nothing is kept from this role.',
  onlyOwners: 'Only an Owner of this site or an admin of the account can give this role.',
  legend: ['works in one area', 'changes how the site works', 'manages people'],
} as const;
