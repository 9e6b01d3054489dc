import type { Transaction, WriteTx } from '@keyholder/db';
import { apiKey } from '@keyholder/db/schema';
import type {
  AccountId,
  ApiKeyEnding,
  ApiKeyId,
  KeyPermission,
  SiteId,
  SiteRole,
  UserId,
} from '@keyholder/domain';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

export interface SiteScope {
  readonly accountId: AccountId;
  readonly siteId: SiteId;
}

/** A key without its secret. */
export interface ApiKey {
  readonly id: ApiKeyId;
  readonly name: string;
  readonly prefix: string;
  readonly permissions: readonly KeyPermission[];
  readonly madeBy: { readonly id: UserId; readonly name: string };
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly revokedBy: { readonly id: UserId; readonly name: string } | null;
  readonly ending: ApiKeyEnding | null;
}

interface Row extends Record<string, unknown> {
  id: ApiKeyId;
  name: string;
  prefix: string;
  permissions: KeyPermission[];
  created_by: UserId;
  maker_name: string;
  maker_role: SiteRole | null;
  created_at: string | Date;
  expires_at: string | Date;
  last_used_at: string | Date | null;
  revoked_at: string | Date | null;
  revoked_by: UserId | null;
  revoker_name: string | null;
  ending: ApiKeyEnding | null;
  now: string | Date;
}

/** A key, what its maker is on the site at this instant, and that instant by the database's clock. */
export interface ReadKey {
  readonly key: ApiKey;
  readonly makerRole: SiteRole | null;
  readonly now: Date;
}

/** Keys of one site, newest first. */
export async function readKeys(
  db: Pick<Transaction, 'execute'>,
  { accountId, siteId }: SiteScope,
  where: SQL = sql`true`,
  limit = 1,
): Promise<ReadKey[]> {
  const rows = await db.execute<Row>(sql`
    select k.id, k.name, k.prefix, k.permissions, k.created_by, maker.name as maker_name, m.role as maker_role, k.created_at,
      k.expires_at, k.last_used_at, k.revoked_at, k.revoked_by, revoker.name as revoker_name, k.ending, statement_timestamp() as now
    from api_key k
    join "user" maker on maker.id = k.created_by
    left join "user" revoker on revoker.id = k.revoked_by
    left join site_member m on m.site_id = k.site_id and m.user_id = k.created_by
      and (m.access_until is null or m.access_until > statement_timestamp())
    where k.account_id = ${accountId} and k.site_id = ${siteId} and ${where}
    order by k.id desc limit ${limit}`);
  return rows.map((row) => ({ key: keyOf(row), makerRole: row.maker_role, now: new Date(row.now) }));
}

const keyOf = (row: Row): ApiKey => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  permissions: row.permissions,
  madeBy: { id: row.created_by, name: row.maker_name },
  createdAt: new Date(row.created_at),
  expiresAt: new Date(row.expires_at),
  lastUsedAt: row.last_used_at === null ? null : new Date(row.last_used_at),
  revokedAt: row.revoked_at === null ? null : new Date(row.revoked_at),
  revokedBy:
    row.revoked_by !== null && row.revoker_name !== null
      ? { id: row.revoked_by, name: row.revoker_name }
      : null,
  ending: row.ending,
});

export async function countKeys(
  db: Pick<Transaction, 'execute'>,
  { accountId, siteId }: SiteScope,
  where: SQL,
): Promise<number> {
  const [row] = await db.execute<{ total: string }>(
    sql`select count(*) as total from api_key k where k.account_id = ${accountId} and k.site_id = ${siteId} and ${where}`,
  );
  return Number(row?.total ?? 0);
}

export async function saveKey(
  tx: WriteTx,
  { accountId, siteId }: SiteScope,
  key: ApiKey,
  secretHash: Buffer,
): Promise<void> {
  const { id, name, prefix, createdAt, expiresAt, madeBy } = key;
  await tx.insert(apiKey).values({
    ...{ id, accountId, siteId, name, prefix, secretHash, createdAt, expiresAt },
    ...{ permissions: [...key.permissions], createdBy: madeBy.id },
  });
}

/** Ends one key by a person's hand; false when it was ended before. */
export async function saveKeyRevocation(
  tx: WriteTx,
  { accountId, siteId }: SiteScope,
  id: ApiKeyId,
  by: UserId,
  now: Date,
): Promise<boolean> {
  const ended = await tx
    .update(apiKey)
    .set({ revokedAt: now, revokedBy: by, ending: 'revoked' })
    .where(
      and(
        eq(apiKey.accountId, accountId),
        eq(apiKey.siteId, siteId),
        eq(apiKey.id, id),
        isNull(apiKey.revokedAt),
      ),
    )
    .returning({ id: apiKey.id });
  return ended.length === 1;
}
