import type { Transaction } from '@keyholder/db';
import { accountMember, siteMember, user } from '@keyholder/db/schema';
import type { AccountId, AccountRole, EmailAddress, SiteId, UserId } from '@keyholder/domain';
import { and, eq, sql } from 'drizzle-orm';
import type { SiteMember } from './site-member-repository.ts';

export interface PersonOfAccount {
  readonly userId: UserId;
  readonly name: string;
  readonly email: EmailAddress;
  readonly accountRole: AccountRole;
}

const among = (column: typeof accountMember.userId | typeof siteMember.siteId, ids: readonly string[]) =>
  sql`${column} = any(${sql.param([...ids])}::uuid[])`;

/** Those of the people who belong to the account, by id. */
export async function readPeople(
  tx: Transaction,
  accountId: AccountId,
  userIds: readonly UserId[],
): Promise<ReadonlyMap<UserId, PersonOfAccount>> {
  const rows = await tx
    .select({ userId: user.id, name: user.name, email: user.email, accountRole: accountMember.role })
    .from(accountMember)
    .innerJoin(user, eq(user.id, accountMember.userId))
    .where(and(eq(accountMember.accountId, accountId), among(accountMember.userId, userIds)));
  return new Map(rows.map((row) => [row.userId, row]));
}

/** One person on one site, as a key. */
export const cellOf = ({ userId, siteId }: { readonly userId: UserId; readonly siteId: SiteId }): string =>
  `${userId} ${siteId}`;

/** Every record that one of these people has on one of these sites, access ended or not, by its cell. */
export async function readCells(
  tx: Transaction,
  accountId: AccountId,
  people: ReadonlyMap<UserId, PersonOfAccount>,
  siteIds: readonly SiteId[],
): Promise<ReadonlyMap<string, SiteMember>> {
  const rows = await tx
    .select({
      userId: siteMember.userId,
      siteId: siteMember.siteId,
      role: siteMember.role,
      joinedAt: siteMember.joinedAt,
      lastActiveAt: siteMember.lastActiveAt,
      accessUntil: siteMember.accessUntil,
      version: siteMember.version,
      changedAt: siteMember.changedAt,
    })
    .from(siteMember)
    .where(
      and(
        eq(siteMember.accountId, accountId),
        sql`${siteMember.userId} = any(${sql.param([...people.keys()])}::uuid[])`,
        among(siteMember.siteId, siteIds),
      ),
    );
  return new Map(
    rows.flatMap(({ siteId, ...member }) => {
      const person = people.get(member.userId);
      return person ? [[cellOf({ userId: member.userId, siteId }), { ...person, ...member }] as const] : [];
    }),
  );
}
