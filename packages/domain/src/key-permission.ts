import { SITE_PERMISSIONS } from './permission.ts';
import type { SitePermission } from './permission.ts';
import { siteRoleGrants } from './grant.ts';
import type { SiteRole } from './role.ts';

/** What no key carries: people are managed by people [R44], keys make no keys, and a site ends by a person's hand. */
const NEVER_BY_KEY = [
  'members.manage',
  'api_keys.manage',
  'site.delete',
  'site.transfer',
] as const satisfies readonly SitePermission[];
type NeverByKey = (typeof NEVER_BY_KEY)[number];

/** What an API key may carry: permissions of the site, and the right to ask what other people may do there. */
export type KeyPermission = Exclude<SitePermission, NeverByKey> | 'access.check';

/** Whether a key may carry this permission of the site at all [R44]. */
export const mayBeCarried = (permission: SitePermission): permission is Exclude<SitePermission, NeverByKey> =>
  !(NEVER_BY_KEY as readonly SitePermission[]).includes(permission);

export const KEY_PERMISSIONS: readonly KeyPermission[] = [
  ...SITE_PERMISSIONS.filter(mayBeCarried),
  'access.check',
];

/** What the maker must hold. No role carries `access.check`: it is lent by those who see the people and make the keys. */
const heldFor = (permission: KeyPermission): readonly SitePermission[] =>
  permission === 'access.check' ? ['members.read', 'api_keys.manage'] : [permission];

/** Those of the permissions that a maker with this role can lend to a key right now: their own, never more [R44]. */
export const lendable = (
  permissions: readonly KeyPermission[],
  role: SiteRole | null,
): readonly KeyPermission[] =>
  permissions.filter((permission) => heldFor(permission).every((held) => siteRoleGrants(role, held)));
