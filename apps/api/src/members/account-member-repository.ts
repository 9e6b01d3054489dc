import type { Transaction, WriteTx } from '@keyholder/db';
import { accountMember, siteMember, user } from '@keyholder/db/schema';
import type { AccountId, AccountRole, EmailAddress, UserId } from '@keyholder/domain';
import { and, eq, notExists, sql } from 'drizzle-orm';

/** A person's record in an account. */
export interface AccountMember {
  readonly userId: UserId;
  readonly name: string;
  readonly email: EmailAddress;
  readonly role: AccountRole;
  readonly joinedAt: Date;
  readonly lastActiveAt: Date | null;
}

const inAccount = (accountId: AccountId, userId: UserId) =>
  and(eq(accountMember.accountId, accountId), eq(accountMember.userId, userId));

/** One person of the account, or null. The account lock already keeps others from changing them. */
export async function readAccountMember(
  tx: Transaction,
  accountId: AccountId,
  userId: UserId,
): Promise<AccountMember | null> {
  const [row] = await tx
    .select({
      userId: accountMember.userId,
      name: user.name,
      email: user.email,
      role: accountMember.role,
      joinedAt: accountMember.joinedAt,
      lastActiveAt: accountMember.lastActiveAt,
    })
    .from(accountMember)
    .innerJoin(user, eq(user.id, accountMember.userId))
    .where(inAccount(accountId, userId));
  return row ?? null;
}

/** Name and address of somebody whom a record of this account speaks of. */
export async function readPerson(
  tx: Transaction,
  userId: UserId,
): Promise<{ name: string; email: EmailAddress } | null> {
  const [row] = await tx.select({ name: user.name, email: user.email }).from(user).where(eq(user.id, userId));
  return row ?? null;
}

/** Writes a decided role over the one that was judged; false when it is another by now. */
export async function saveAccountRole(
  tx: WriteTx,
  accountId: AccountId,
  userId: UserId,
  { from, to }: { readonly from: AccountRole; readonly to: AccountRole },
): Promise<boolean> {
  const changed = await tx
    .update(accountMember)
    .set({ role: to })
    .where(and(inAccount(accountId, userId), eq(accountMember.role, from)))
    .returning({ userId: accountMember.userId });
  return changed.length === 1;
}

export async function saveAccountMember(
  tx: WriteTx,
  accountId: AccountId,
  member: {
    readonly userId: UserId;
    readonly role: AccountRole;
    readonly joinedAt: Date;
    readonly lastActiveAt: Date | null;
  },
): Promise<void> {
  await tx.insert(accountMember).values({ accountId, ...member });
}

/** What is left of an account record that was taken away. */
export interface EndedAccountMember {
  readonly role: AccountRole;
  readonly joinedAt: Date;
  readonly lastActiveAt: Date | null;
}

/** Takes the account record away; every site membership must be gone before. */
export async function deleteAccountMember(
  tx: WriteTx,
  accountId: AccountId,
  userId: UserId,
): Promise<EndedAccountMember | null> {
  const [gone] = await tx.delete(accountMember).where(inAccount(accountId, userId)).returning({
    role: accountMember.role,
    joinedAt: accountMember.joinedAt,
    lastActiveAt: accountMember.lastActiveAt,
  });
  return gone ?? null;
}

/** Whether the person is on no site of the account at all. */
export async function isOnNoSite(tx: Transaction, accountId: AccountId, userId: UserId): Promise<boolean> {
  const memberships = tx
    .select({ one: sql`1` })
    .from(siteMember)
    .where(and(eq(siteMember.accountId, accountId), eq(siteMember.userId, userId)));
  const rows = await tx
    .select({ one: sql`1` })
    .from(accountMember)
    .where(and(inAccount(accountId, userId), notExists(memberships)));
  return rows.length > 0;
}
