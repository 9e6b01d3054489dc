import type { Transaction } from '@keyholder/db';
import { KEY_PERMISSIONS } from '@keyholder/domain';
import type { AccountId, KeyPermission, UserId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { currentAccess } from './member-flags.ts';

/** A key that a person made, as their page shows it (ui/brief.md S12, tab Keys). */
export const personKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  site: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
  permissions: z.array(z.enum(KEY_PERMISSIONS)),
  createdAt: z.string(),
  expiresAt: z.string(),
  lastUsedAt: z.string().nullable(),
});
export type PersonKey = z.infer<typeof personKeySchema>;

interface Row extends Record<string, unknown> {
  id: string;
  name: string;
  prefix: string;
  permissions: KeyPermission[];
  site_id: string;
  site_slug: string;
  site_name: string;
  created_at: string | Date;
  expires_at: string | Date;
  last_used_at: string | Date | null;
}

/** The keys that a person made in the account and that work now, newest first. */
export async function readPersonKeys(
  db: Pick<Transaction, 'execute'>,
  accountId: AccountId,
  userId: UserId,
): Promise<PersonKey[]> {
  const rows = await db.execute<Row>(sql`
    select k.id, k.name, k.prefix, k.permissions, s.id as site_id, s.slug as site_slug, s.name as site_name, k.created_at,
      k.expires_at, k.last_used_at
    from api_key k
    join site s on s.id = k.site_id
    join site_member m on m.site_id = k.site_id and m.user_id = k.holder and ${currentAccess}
    where k.account_id = ${accountId} and k.created_by = ${userId} and k.expires_at > statement_timestamp()
    order by k.id desc`);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    site: { id: row.site_id, slug: row.site_slug, name: row.site_name },
    permissions: row.permissions,
    createdAt: new Date(row.created_at).toISOString(),
    expiresAt: new Date(row.expires_at).toISOString(),
    lastUsedAt: row.last_used_at === null ? null : new Date(row.last_used_at).toISOString(),
  }));
}
