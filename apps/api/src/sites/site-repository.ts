import type { Transaction, WriteTx } from '@keyholder/db';
import { site, siteMember } from '@keyholder/db/schema';
import type { AccountId, AccountRole, SiteId, SiteRole, UserId } from '@keyholder/domain';
import { and, eq, isNull, sql } from 'drizzle-orm';

export interface NewSite {
  readonly id: SiteId;
  readonly accountId: AccountId;
  readonly name: string;
  readonly slug: string;
  readonly domain: string;
}

/** Slugs in use in the account that begin like this one. Under the account's lock nobody else can take one. */
export async function readSlugs(
  tx: Transaction,
  accountId: AccountId,
  base: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ slug: site.slug })
    .from(site)
    .where(
      and(eq(site.accountId, accountId), isNull(site.deletedAt), sql`starts_with(${site.slug}, ${base})`),
    );
  return new Set(rows.map((row) => row.slug));
}

export async function saveSite(tx: WriteTx, created: NewSite, createdAt: Date): Promise<void> {
  await tx.insert(site).values({ ...created, createdAt });
}

export async function saveCreator(
  tx: WriteTx,
  { accountId, id }: NewSite,
  creator: { readonly userId: UserId; readonly role: SiteRole },
  now: Date,
): Promise<void> {
  await tx.insert(siteMember).values({
    accountId,
    siteId: id,
    ...creator,
    joinedAt: now,
    lastActiveAt: now,
    source: 'created',
    changedAt: now,
    changedBy: creator.userId,
  });
}

export interface Colleague {
  readonly userId: UserId;
  readonly accountRole: AccountRole;
  readonly siteRole: SiteRole;
  readonly accessUntil: Date | null;
}

/** Who has access to a site at `now`, with their role in the account. */
export async function readTeam(tx: Transaction, siteId: SiteId, now: Date): Promise<readonly Colleague[]> {
  const rows = await tx.execute<{
    user_id: UserId;
    account_role: AccountRole;
    role: SiteRole;
    access_until: string | null;
  }>(sql`
    select m.user_id, am.role as account_role, m.role, m.access_until from site_member m
    join account_member am on am.account_id = m.account_id and am.user_id = m.user_id
    where m.site_id = ${siteId} and (m.access_until is null or m.access_until > ${now.toISOString()}::timestamptz)
    order by m.joined_at, m.user_id`);
  return rows.map((row) => ({
    userId: row.user_id,
    accountRole: row.account_role,
    siteRole: row.role,
    accessUntil: row.access_until === null ? null : new Date(row.access_until),
  }));
}

/** Puts people of one site on another with the same role and end of access, in one statement for any number. */
export async function saveCopies(
  tx: WriteTx,
  from: SiteId,
  to: NewSite,
  userIds: readonly UserId[],
  copiedBy: UserId,
  now: Date,
): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await tx.execute(sql`
    insert into site_member (account_id, site_id, user_id, role, joined_at, access_until, source, source_by, changed_at, changed_by)
    select ${to.accountId}::uuid, ${to.id}::uuid, user_id, role, ${at}, access_until, 'copied', ${copiedBy}::uuid, ${at}, ${copiedBy}::uuid
    from site_member where site_id = ${from} and user_id = any(${sql.param([...userIds])}::uuid[])`);
}

export async function lockSite(tx: WriteTx, accountId: AccountId, id: SiteId): Promise<NewSite | null> {
  const [row] = await tx
    .select({ id: site.id, accountId: site.accountId, name: site.name, slug: site.slug, domain: site.domain })
    .from(site)
    .where(and(eq(site.accountId, accountId), eq(site.id, id), isNull(site.deletedAt)))
    .for('no key update');
  return row ?? null;
}

export async function saveSiteChange(
  tx: WriteTx,
  id: SiteId,
  change: { readonly name: string; readonly domain: string },
): Promise<void> {
  await tx.update(site).set(change).where(eq(site.id, id));
}
