import type { Transaction, WriteTx } from '@keyholder/db';
import { accountMember, ownershipOffer, user } from '@keyholder/db/schema';
import { NEW_OWNER_ROLE } from '@keyholder/domain';
import type { AccountId, AccountRole, EmailAddress, OwnershipOffer, UserId } from '@keyholder/domain';
import { and, eq } from 'drizzle-orm';

/** Somebody of the account, as a transfer needs to know them. */
export interface Party {
  readonly userId: UserId;
  readonly name: string;
  readonly email: EmailAddress;
  readonly role: AccountRole;
}

const parties = (tx: Transaction) =>
  tx
    .select({ userId: user.id, name: user.name, email: user.email, role: accountMember.role })
    .from(accountMember)
    .innerJoin(user, eq(user.id, accountMember.userId));

export async function readParty(
  tx: Transaction,
  accountId: AccountId,
  userId: UserId,
): Promise<Party | null> {
  const [row] = await parties(tx).where(
    and(eq(accountMember.accountId, accountId), eq(accountMember.userId, userId)),
  );
  return row ?? null;
}

/** The account's one owner [R1]. */
export async function readOwner(tx: Transaction, accountId: AccountId): Promise<Party | null> {
  const [row] = await parties(tx).where(
    and(eq(accountMember.accountId, accountId), eq(accountMember.role, NEW_OWNER_ROLE)),
  );
  return row ?? null;
}

/** Writes the account's one offer over whichever was there. */
export async function saveOffer(
  tx: WriteTx,
  accountId: AccountId,
  offer: OwnershipOffer,
  offeredAt: Date,
): Promise<void> {
  const values = { userId: offer.userId, expiresAt: offer.expiresAt, offeredAt };
  await tx
    .insert(ownershipOffer)
    .values({ accountId, ...values })
    .onConflictDoUpdate({ target: ownershipOffer.accountId, set: values });
}

/** Writes a decided role over exactly the one that was judged; false when it is another by now. */
export async function saveRole(
  tx: WriteTx,
  accountId: AccountId,
  { userId, role }: Pick<Party, 'userId' | 'role'>,
  to: AccountRole,
): Promise<boolean> {
  const changed = await tx
    .update(accountMember)
    .set({ role: to })
    .where(
      and(
        eq(accountMember.accountId, accountId),
        eq(accountMember.userId, userId),
        eq(accountMember.role, role),
      ),
    )
    .returning({ userId: accountMember.userId });
  return changed.length === 1;
}
