import type { WriteTx } from '@keyholder/db';
import { accountPolicy, twoFactor } from '@keyholder/db/schema';
import type { AccountId, AccountPolicies, UserId } from '@keyholder/domain';
import { and, eq, isNotNull } from 'drizzle-orm';

/** Whether somebody has a second factor that they have proven to hold. */
export async function holdsSecondFactor(tx: WriteTx, userId: UserId): Promise<boolean> {
  const rows = await tx
    .select({ userId: twoFactor.userId })
    .from(twoFactor)
    .where(and(eq(twoFactor.userId, userId), isNotNull(twoFactor.confirmedAt)));
  return rows.length > 0;
}

export async function savePolicies(
  tx: WriteTx,
  accountId: AccountId,
  policies: AccountPolicies,
): Promise<void> {
  const values = { ...policies, domains: [...policies.domains] };
  await tx
    .insert(accountPolicy)
    .values({ accountId, ...values })
    .onConflictDoUpdate({ target: accountPolicy.accountId, set: values });
}
