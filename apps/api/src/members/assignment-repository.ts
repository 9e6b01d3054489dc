import type { Transaction } from '@keyholder/db';
import { site, siteMember } from '@keyholder/db/schema';
import type { AccountId, SiteId, SiteRole, UserId } from '@keyholder/domain';
import { and, eq, isNull, sql } from 'drizzle-orm';

export interface AssignedSite {
  readonly id: SiteId;
  readonly slug: string;
  readonly name: string;
}

/** Those of the sites that belong to the account, by id. */
export async function readAssignedSites(
  tx: Transaction,
  accountId: AccountId,
  siteIds: readonly SiteId[],
): Promise<ReadonlyMap<SiteId, AssignedSite>> {
  const rows = await tx
    .select({ id: site.id, slug: site.slug, name: site.name })
    .from(site)
    .where(
      and(
        eq(site.accountId, accountId),
        isNull(site.deletedAt),
        sql`${site.id} = any(${sql.param([...siteIds])}::uuid[])`,
      ),
    );
  return new Map(rows.map((row) => [row.id, row]));
}

export interface HeldMembership {
  readonly role: SiteRole;
  readonly accessUntil: Date | null;
}

/** What the person holds on these sites already, access ended or not, by site. */
export async function readMembershipsOn(
  tx: Transaction,
  accountId: AccountId,
  userId: UserId,
  siteIds: readonly SiteId[],
): Promise<ReadonlyMap<SiteId, HeldMembership>> {
  const rows = await tx
    .select({ siteId: siteMember.siteId, role: siteMember.role, accessUntil: siteMember.accessUntil })
    .from(siteMember)
    .where(
      and(
        eq(siteMember.accountId, accountId),
        eq(siteMember.userId, userId),
        sql`${siteMember.siteId} = any(${sql.param([...siteIds])}::uuid[])`,
      ),
    );
  return new Map(rows.map(({ siteId, ...held }) => [siteId, held]));
}
