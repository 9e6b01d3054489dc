import type { Transaction } from '@keyholder/db';
import { apiKey, site, siteMember } from '@keyholder/db/schema';
import { SITE_ROLES, isSiteOwner } from '@keyholder/domain';
import type { AccountId, ApiKeyId, SiteId, SiteRole, UserId } from '@keyholder/domain';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';

export interface SiteToLose {
  readonly id: SiteId;
  readonly name: string;
  readonly role: SiteRole;
  /** They are the only Owner who can enter it now. */
  readonly onlyOwner: boolean;
}

const OWNER_ROLES = sql.param(SITE_ROLES.filter(isSiteOwner));

/** The sites of the account that a person is on. */
export async function readSitesToLose(
  tx: Transaction,
  accountId: AccountId,
  userId: UserId,
  now: Date,
): Promise<SiteToLose[]> {
  const open = (until: ReturnType<typeof sql>) =>
    sql`(${until} is null or ${until} > ${now.toISOString()}::timestamptz)`;
  return tx
    .select({
      id: site.id,
      name: site.name,
      role: siteMember.role,
      onlyOwner: sql<boolean>`${siteMember.role} = any(${OWNER_ROLES}::text[]) and ${open(sql`${siteMember.accessUntil}`)} and not exists (
        select 1 from site_member o where o.site_id = ${site.id} and o.user_id <> ${userId}
          and o.role = any(${OWNER_ROLES}::text[]) and ${open(sql`o.access_until`)})`,
    })
    .from(siteMember)
    .innerJoin(site, eq(site.id, siteMember.siteId))
    .where(and(eq(siteMember.accountId, accountId), eq(siteMember.userId, userId)))
    .orderBy(site.name, site.id);
}

export interface KeyToLose {
  readonly id: ApiKeyId;
  readonly name: string;
  readonly prefix: string;
  readonly site: { readonly id: SiteId; readonly name: string };
}

/** The keys that a person made in the account, on one site when one is named, and that work at `now`. */
export async function readKeysToLose(
  tx: Transaction,
  { accountId, siteId }: { readonly accountId: AccountId; readonly siteId?: SiteId },
  userId: UserId,
  now: Date,
): Promise<KeyToLose[]> {
  return tx
    .select({
      id: apiKey.id,
      name: apiKey.name,
      prefix: apiKey.prefix,
      site: { id: site.id, name: site.name },
    })
    .from(apiKey)
    .innerJoin(site, eq(site.id, apiKey.siteId))
    .where(
      and(
        eq(apiKey.accountId, accountId),
        eq(apiKey.createdBy, userId),
        isNull(apiKey.revokedAt),
        gt(apiKey.expiresAt, now),
        siteId === undefined ? undefined : eq(apiKey.siteId, siteId),
      ),
    )
    .orderBy(site.name, apiKey.id);
}
