import type { Database } from '@keyholder/db';
import type { AccountId, ApiKeyId, SiteId, UserId } from '@keyholder/domain';
import type { Log } from '../log.ts';

/** Remembers who was active where, and which key was used, and writes it now and then, so that no request pays for it. */
export interface LastActive {
  inAccount(accountId: AccountId, userId: UserId): void;
  /** `member`: the person holds a role on the site, so they were active on it too. */
  onSite(accountId: AccountId, siteId: SiteId, userId: UserId, member: boolean): void;
  /** A program called with this key. */
  withKey(keyId: ApiKeyId): void;
  /** Writes what is remembered, in three set-based statements. */
  flush(): Promise<void>;
  /** Flushes once more and stops. */
  stop(): Promise<void>;
}

const FLUSH_MS = 15_000;

export function createLastActive({ sql, read }: Database, log: Log): LastActive {
  let accounts = new Map<string, { account_id: AccountId; user_id: UserId }>();
  let sites = new Map<string, { site_id: SiteId; user_id: UserId }>();
  let keys = new Set<ApiKeyId>();
  const inAccount = (accountId: AccountId, userId: UserId) =>
    void accounts.set(`${accountId}${userId}`, { account_id: accountId, user_id: userId });

  async function flush(): Promise<void> {
    const [inAccounts, onSites, withKeys] = [[...accounts.values()], [...sites.values()], [...keys]];
    accounts = new Map();
    sites = new Map();
    keys = new Set();
    // A membership that went away meanwhile simply matches no row.
    if (inAccounts.length > 0)
      await read(
        () => sql`
          update account_member m set last_active_at = date_trunc('milliseconds', clock_timestamp())
          from unnest(${inAccounts.map((row) => row.account_id)}::uuid[], ${inAccounts.map((row) => row.user_id)}::uuid[]) as seen(account_id, user_id)
          where m.account_id = seen.account_id and m.user_id = seen.user_id`,
      );
    if (onSites.length > 0)
      await read(
        () => sql`
          update site_member m set last_active_at = date_trunc('milliseconds', clock_timestamp())
          from unnest(${onSites.map((row) => row.site_id)}::uuid[], ${onSites.map((row) => row.user_id)}::uuid[]) as seen(site_id, user_id)
          where m.site_id = seen.site_id and m.user_id = seen.user_id`,
      );
    if (withKeys.length > 0)
      await read(
        () => sql`
          update api_key set last_used_at = date_trunc('milliseconds', clock_timestamp()) where id = any(${withKeys}::uuid[])`,
      );
  }

  const attempt = () =>
    flush().catch((error: unknown) => log.warn({ error: String(error) }, 'last activity not written'));
  const timer = setInterval(() => void attempt(), FLUSH_MS);
  timer.unref();
  return {
    inAccount,
    onSite(accountId, siteId, userId, member) {
      inAccount(accountId, userId);
      if (member) sites.set(`${siteId}${userId}`, { site_id: siteId, user_id: userId });
    },
    withKey: (keyId) => void keys.add(keyId),
    flush,
    async stop() {
      clearInterval(timer);
      await attempt();
    },
  };
}
