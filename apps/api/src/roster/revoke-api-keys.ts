import type { NewAuditEvent, Signal, WriteTx } from '@keyholder/db';
import { apiKey } from '@keyholder/db/schema';
import type { AccountId, ApiKeyEnding, ApiKeyId, SiteId, UserId } from '@keyholder/domain';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

/** The keys that ended, with the events and signals that belong to the command. */
export interface EndedKeys {
  /** How many of them were still working. */
  readonly count: number;
  readonly events: readonly NewAuditEvent[];
  readonly signals: readonly Signal[];
}

export interface KeyEnding {
  readonly ending: Exclude<ApiKeyEnding, 'revoked'>;
  /** Null: Keyholder itself, when a date has passed. */
  readonly by: UserId | null;
  readonly now: Date;
}

/** Why, for people who read the log. */
const REASONS = {
  maker_removed: 'the person who made it was removed',
  maker_left: 'the person who made it left',
  access_ended: 'the access of the person who made it had ended',
  site_deleted: 'the site was deleted',
} as const satisfies Record<KeyEnding['ending'], string>;

/**
 * Ends every key that a person made in the account, on one site when one is named [R30, R31]: called before the rows of
 * their memberships go, because the database lets none go while such a key is alive.
 */
export const revokeKeysOf = (
  tx: WriteTx,
  { accountId, siteId }: { readonly accountId: AccountId; readonly siteId?: SiteId | undefined },
  maker: UserId,
  end: KeyEnding,
): Promise<EndedKeys> =>
  revoke(
    tx,
    and(
      eq(apiKey.accountId, accountId),
      eq(apiKey.createdBy, maker),
      siteId === undefined ? undefined : eq(apiKey.siteId, siteId),
    ),
    end,
  );

/** Ends every key of a site that is deleted. */
export const revokeKeysOfSite = (
  tx: WriteTx,
  { accountId, siteId }: { readonly accountId: AccountId; readonly siteId: SiteId },
  by: UserId,
  now: Date,
): Promise<EndedKeys> =>
  revoke(tx, and(eq(apiKey.accountId, accountId), eq(apiKey.siteId, siteId)), {
    ending: 'site_deleted',
    by,
    now,
  });

/**
 * Ends what is left of keys whose maker's access has ended by date, on these sites: called before a person comes back
 * there or is given a later date, so that no old key comes back with them [R33, R34].
 */
export const revokeKeysOfEndedAccess = (
  tx: WriteTx,
  accountId: AccountId,
  maker: UserId,
  siteIds: readonly SiteId[],
  { by, now }: Pick<KeyEnding, 'by' | 'now'>,
): Promise<EndedKeys> =>
  revoke(
    tx,
    and(
      eq(apiKey.accountId, accountId),
      eq(apiKey.createdBy, maker),
      sql`${apiKey.siteId} = any(${sql.param([...siteIds])}::uuid[])`,
      sql`exists (select 1 from site_member m where m.site_id = ${apiKey.siteId} and m.user_id = ${maker}
        and m.access_until <= ${now.toISOString()}::timestamptz)`,
    ),
    { ending: 'access_ended', by, now },
  );

async function revoke(
  tx: WriteTx,
  which: SQL | undefined,
  { ending, by, now }: KeyEnding,
): Promise<EndedKeys> {
  const keys = await tx
    .update(apiKey)
    .set({ revokedAt: now, revokedBy: by, ending })
    .where(and(which, isNull(apiKey.revokedAt)))
    .returning({
      id: apiKey.id,
      siteId: apiKey.siteId,
      maker: apiKey.createdBy,
      name: apiKey.name,
      prefix: apiKey.prefix,
      expiresAt: apiKey.expiresAt,
    });
  return {
    count: keys.filter((key) => now < key.expiresAt).length,
    events: keys.map((key) => keyRevoked(key, REASONS[ending])),
    signals: keys.map(({ id, siteId }) => ({ event: 'api_key.revoked', id, siteId })),
  };
}

/** The event of one key that was ended: by which name and public part it was known. */
export const keyRevoked = (
  key: {
    readonly id: ApiKeyId;
    readonly siteId: SiteId;
    readonly maker: UserId;
    readonly name: string;
    readonly prefix: string;
    readonly expiresAt: Date;
  },
  reason: string | null,
): NewAuditEvent => ({
  action: 'api_key.revoked',
  target: { kind: 'api_key', id: key.id },
  siteId: key.siteId,
  userId: key.maker,
  before: { name: key.name, prefix: key.prefix, expiresAt: key.expiresAt.toISOString() },
  reason,
});
