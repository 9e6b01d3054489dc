import type { Transaction, WriteTx } from '@keyholder/db';
import { newId } from '@keyholder/db';
import { removedMember, site } from '@keyholder/db/schema';
import type { AccountId, AccountRole, Removed, SiteId, SiteRole, UserId } from '@keyholder/domain';
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { EndedAccountMember } from './account-member-repository.ts';
import type { EndedSiteMember, NewSiteMember, SiteScope } from './site-member-repository.ts';

/** Whose memberships ended, when, through whom, in which command. */
export interface Removal {
  readonly accountId: AccountId;
  readonly userId: UserId;
  readonly removedAt: Date;
  readonly removedBy: UserId;
  readonly correlationId: string;
}

/** Keeps what a restoration needs [R33], in one statement for any number of sites. */
export async function saveRemoval(
  tx: WriteTx,
  removal: Removal,
  sites: readonly EndedSiteMember[],
  account: EndedAccountMember | null,
): Promise<void> {
  const rows = [
    ...sites.map(({ siteId, role, joinedAt, accessUntil, lastActiveAt, source, sourceBy }) => ({
      id: newId(),
      siteId,
      siteRole: role,
      joinedAt,
      accessUntil,
      lastActiveAt,
      source,
      sourceBy,
    })),
    ...(account
      ? [
          {
            id: newId(),
            accountRole: account.role,
            joinedAt: account.joinedAt,
            lastActiveAt: account.lastActiveAt,
          },
        ]
      : []),
  ];
  await tx.execute(sql`
    insert into removed_member (id, account_id, site_id, user_id, account_role, site_role, joined_at, access_until, last_active_at, source,
      source_by, removed_at, removed_by, correlation_id)
    select r.id, ${removal.accountId}, r."siteId", ${removal.userId}, r."accountRole", r."siteRole", r."joinedAt", r."accessUntil", r."lastActiveAt",
      r.source, r."sourceBy", ${removal.removedAt.toISOString()}, ${removal.removedBy}, ${removal.correlationId}
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(id uuid, "siteId" uuid, "accountRole" text, "siteRole" text,
      "joinedAt" timestamptz, "accessUntil" timestamptz, "lastActiveAt" timestamptz, source text, "sourceBy" uuid)`);
}

type Row = typeof removedMember.$inferSelect;

export type RemovedFromSite = Removed<SiteRole> & NewSiteMember & { readonly correlationId: string };
export type RemovedFromAccount = Removed<AccountRole> & {
  readonly joinedAt: Date;
  readonly lastActiveAt: Date | null;
  readonly correlationId: string;
};

/** The newest removal of this person from this site that was not restored. */
export async function readRemovalFromSite(
  tx: Transaction,
  { accountId, siteId }: SiteScope,
  userId: UserId,
): Promise<RemovedFromSite | null> {
  const [row] = await newest(
    tx,
    and(
      eq(removedMember.accountId, accountId),
      eq(removedMember.siteId, siteId),
      eq(removedMember.userId, userId),
    ),
  );
  return row ? fromSite(row) : null;
}

/** The newest removal of this person from the account that was not restored. */
export async function readRemovalFromAccount(
  tx: Transaction,
  accountId: AccountId,
  userId: UserId,
): Promise<RemovedFromAccount | null> {
  const [row] = await newest(
    tx,
    and(
      eq(removedMember.accountId, accountId),
      isNull(removedMember.siteId),
      eq(removedMember.userId, userId),
    ),
  );
  if (!row?.accountRole) return null;
  const { accountRole: role, removedAt, removedBy, joinedAt, lastActiveAt, correlationId } = row;
  return { role, removedAt, removedBy, joinedAt, lastActiveAt, correlationId };
}

const newest = (tx: Transaction, whose: ReturnType<typeof and>) =>
  tx
    .select()
    .from(removedMember)
    .where(and(whose, isNull(removedMember.restoredAt)))
    .orderBy(desc(removedMember.removedAt), desc(removedMember.id))
    .limit(1);

/** The sites of one removal that still exist and were not restored one by one. */
export async function readSitesOfRemoval(
  tx: Transaction,
  accountId: AccountId,
  userId: UserId,
  correlationId: string,
): Promise<RemovedFromSite[]> {
  const rows = await tx
    .select({ removed: removedMember })
    .from(removedMember)
    .innerJoin(
      site,
      and(
        eq(site.accountId, removedMember.accountId),
        eq(site.id, removedMember.siteId),
        isNull(site.deletedAt),
      ),
    )
    .where(and(ofRemoval(accountId, userId, correlationId), isNotNull(removedMember.siteId)));
  return rows.flatMap(({ removed }) => fromSite(removed) ?? []);
}

const ofRemoval = (accountId: AccountId, userId: UserId, correlationId: string) =>
  and(
    eq(removedMember.accountId, accountId),
    eq(removedMember.userId, userId),
    eq(removedMember.correlationId, correlationId),
    isNull(removedMember.restoredAt),
  );

/** Marks a removal as undone: all of it, or one part (`null`: its account record). */
export async function saveRestoration(
  tx: WriteTx,
  removal: { readonly accountId: AccountId; readonly userId: UserId; readonly correlationId: string },
  parts: 'all' | readonly (SiteId | null)[],
  now: Date,
): Promise<void> {
  const whole = ofRemoval(removal.accountId, removal.userId, removal.correlationId);
  const part =
    parts === 'all'
      ? undefined
      : sql`(${removedMember.siteId} = any(${sql.param(parts.filter((id) => id !== null))}::uuid[]) or (${parts.includes(null)} and ${removedMember.siteId} is null))`;
  await tx.update(removedMember).set({ restoredAt: now }).where(and(whole, part));
}

function fromSite(row: Row): RemovedFromSite | null {
  const {
    siteId,
    siteRole: role,
    source,
    sourceBy,
    joinedAt,
    accessUntil,
    lastActiveAt,
    removedAt,
    removedBy,
    correlationId,
  } = row;
  if (siteId === null || role === null || source === null) return null;
  return {
    siteId,
    role,
    source,
    sourceBy,
    joinedAt,
    accessUntil,
    lastActiveAt,
    removedAt,
    removedBy,
    correlationId,
  };
}
