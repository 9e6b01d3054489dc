import type { Database } from '@keyholder/db';
import { SITE_ONLY_ROLE, permissionsOf } from '@keyholder/domain';
import type { AccountId, ApiKeyId, KeyPermission, Plan, SiteId, SiteRole, UserId } from '@keyholder/domain';
import type { SiteAccess } from './access.ts';
import { isSecretOf } from './api-key-text.ts';
import type { KeyText } from './api-key-text.ts';
import type { KeyCaller } from './caller.ts';

export interface KeyAccess {
  readonly caller: KeyCaller;
  /** The one site that the key is for. */
  readonly site: SiteAccess;
}

/** Finds who calls with a key, and its maker's rights of this instant; null for a key that opens nothing (any more). */
export type KeyReader = (key: KeyText) => Promise<KeyAccess | null>;

interface Row {
  key_id: ApiKeyId;
  key_name: string;
  secret_hash: Buffer;
  permissions: KeyPermission[];
  maker: UserId;
  site_role: SiteRole;
  site_id: SiteId;
  site_slug: string;
  site_name: string;
  domain: string;
  account_id: AccountId;
  account_slug: string;
  account_name: string;
  plan: Plan;
}

// One statement, like a session's: whoever made the key must be on the site now, or the joins leave nothing [R44].
export const createKeyReader =
  ({ sql, read }: Database): KeyReader =>
  async ({ prefix, secret }) => {
    const [row] = await read(
      () => sql<Row[]>`
        select k.id as key_id, k.name as key_name, k.secret_hash, k.permissions, k.created_by as maker, sm.role as site_role,
          st.id as site_id, st.slug as site_slug, st.name as site_name, st.domain,
          a.id as account_id, a.slug as account_slug, a.name as account_name, a.plan
        from api_key k
        join site st on st.id = k.site_id and st.deleted_at is null
        join account a on a.id = st.account_id
        join site_member sm on sm.site_id = k.site_id and sm.user_id = k.created_by
          and (sm.access_until is null or sm.access_until > clock_timestamp())
        join "user" u on u.id = k.created_by and u.email_verified
        where k.prefix = ${prefix} and k.revoked_at is null and k.expires_at > clock_timestamp()`,
    );
    if (!isSecretOf(row?.secret_hash ?? null, secret) || !row) return null;
    return { caller: callerOf(row), site: siteOf(row) };
  };

const callerOf = (row: Row): KeyCaller => ({
  kind: 'api_key',
  keyId: row.key_id,
  userId: row.maker,
  name: row.key_name,
  carried: row.permissions,
  permissions: permissionsOf({ siteRole: row.site_role, carried: row.permissions }),
});

const siteOf = (row: Row): SiteAccess => ({
  id: row.site_id,
  slug: row.site_slug,
  name: row.site_name,
  domain: row.domain,
  account: { id: row.account_id, slug: row.account_slug, name: row.account_name, plan: row.plan },
  // What its maker is in the account is never lent to a key [R44].
  accountRole: SITE_ONLY_ROLE,
  role: row.site_role,
});
