import { API_KEY_ENDINGS, API_KEY_STATES, KEY_PERMISSIONS, lendable, stateOfKey } from '@keyholder/domain';
import type { SiteRole, UserId } from '@keyholder/domain';
import { z } from 'zod';
import type { ApiKey } from './api-key-repository.ts';

const permissions = z.array(z.enum(KEY_PERMISSIONS));
const named = z.object({ id: z.string(), name: z.string() });

/** A key as its site's list shows it: never the key itself. */
export const apiKeySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    /** The public part: `kh_<prefix>_…`. */
    prefix: z.string(),
    permissions,
    /** Those that it may use right now: what its maker still may. */
    effective: permissions,
    /** Whether a working key may use less than it carries. */
    narrowed: z.boolean(),
    state: z.enum(API_KEY_STATES),
    madeBy: named,
    you: z.boolean(),
    createdAt: z.string(),
    expiresAt: z.string(),
    lastUsedAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
    revokedBy: named.nullable(),
    ending: z.enum(API_KEY_ENDINGS).nullable(),
  })
  .meta({ ref: 'ApiKey' });
export type ApiKeyView = z.infer<typeof apiKeySchema>;

/** The answer that makes a key: the one time that it is shown. */
export const newApiKeySchema = apiKeySchema.extend({ key: z.string() }).meta({ ref: 'NewApiKey' });
export type NewApiKeyView = z.infer<typeof newApiKeySchema>;

/** `role`: what the maker is on the site now; null when they have no access to it (any more). */
export function apiKeyView(key: ApiKey, role: SiteRole | null, viewer: UserId, now: Date): ApiKeyView {
  const state = role === null && !key.revokedAt ? 'revoked' : stateOfKey(key, now);
  const effective = state === 'active' ? lendable(key.permissions, role) : [];
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    permissions: [...key.permissions],
    effective: [...effective],
    narrowed: state === 'active' && effective.length < key.permissions.length,
    state,
    madeBy: key.madeBy,
    you: key.madeBy.id === viewer,
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
    revokedBy: key.revokedBy,
    // Access that ended by its date stops a key at once, before anybody has written it down.
    ending: key.ending ?? (role === null ? 'access_ended' : null),
  };
}
