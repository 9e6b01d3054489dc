import { decideArea } from './area.ts';
import { allow, refuse } from './decision.ts';
import type { Decision } from './decision.ts';
import type { UserId } from './ids.ts';
import { lendable } from './key-permission.ts';
import type { KeyPermission } from './key-permission.ts';
import { maySeeSite } from './membership.ts';
import type { Standing } from './membership.ts';
import { siteRoleGrants } from './grant.ts';

/** How long a key works when its maker does not say, in ms [R44]. */
export const API_KEY_MS = 90 * 24 * 3_600_000;

/** Why a key stopped for good: a closed list. A key that has expired merely waits to be cleared away. */
export const API_KEY_ENDINGS = [
  'revoked',
  'maker_removed',
  'maker_left',
  'access_ended',
  'site_deleted',
] as const;
export type ApiKeyEnding = (typeof API_KEY_ENDINGS)[number];

/** What a key is right now: the clock decides about `expired`. */
export const API_KEY_STATES = ['active', 'expired', 'revoked'] as const;
export type ApiKeyState = (typeof API_KEY_STATES)[number];

/** The state of a key at `now`; it works until, not including, its expiry. */
export function stateOfKey(
  key: { readonly expiresAt: Date; readonly revokedAt: Date | null },
  now: Date,
): ApiKeyState {
  if (key.revokedAt) return 'revoked';
  return now < key.expiresAt ? 'active' : 'expired';
}

/** May this person make a key that carries these permissions? Only what they hold themselves at this moment [R44]. */
export function decideKeyCreation(
  by: Standing,
  permissions: readonly KeyPermission[],
): Decision<{ readonly carried: readonly KeyPermission[] }> {
  const area = decideArea({ ...by, carried: null }, 'api_keys.manage');
  if (!area.allowed) return area;
  const lent = lendable(permissions, by.siteRole);
  const missing = permissions.filter((permission) => !lent.includes(permission));
  if (missing.length > 0) return refuse('api_key.not_grantable', { permissions: missing });
  return allow({ carried: lent });
}

/** May this person end the key that `maker` made, or one that there is not? Whoever manages the site's keys, and its maker whatever they may still do there. */
export function decideKeyRevocation(by: Standing, maker: UserId | null): Decision<true> {
  if (!maySeeSite(by)) return refuse('not_found');
  if (by.userId === maker || siteRoleGrants(by.siteRole, 'api_keys.manage')) return allow(true);
  return decideArea({ ...by, carried: null }, 'api_keys.manage');
}
