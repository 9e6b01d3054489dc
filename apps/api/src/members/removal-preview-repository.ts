import type { Transaction } from '@keyholder/db';
import { site, siteMember } from '@keyholder/db/schema';
import { SITE_ROLES, isSiteOwner } from '@keyholder/domain';
import type { AccountId, SiteId, SiteRole, UserId } from '@keyholder/domain';
import { and, eq, sql } from 'drizzle-orm';

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
