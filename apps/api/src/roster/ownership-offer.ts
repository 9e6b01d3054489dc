import type { NewAuditEvent, Signal, Transaction, WriteTx } from '@keyholder/db';
import { ownershipOffer } from '@keyholder/db/schema';
import { NEW_OWNER_ROLE } from '@keyholder/domain';
import type { AccountId, OwnershipOffer, UserId } from '@keyholder/domain';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';

const named = z.object({ id: z.string(), name: z.string() });

/** An open offer as its two sides see it [R12]. */
export const ownershipOfferSchema = z
  .object({ user: named, by: named, offeredAt: z.string(), expiresAt: z.string() })
  .meta({ ref: 'OwnershipOffer' });
export type OwnershipOfferView = z.infer<typeof ownershipOfferSchema>;

/** The account's offer as it is kept, ended or not; its lock is held by the write door. */
export async function readOffer(tx: WriteTx, accountId: AccountId): Promise<OwnershipOffer | null> {
  const [row] = await tx
    .select({ userId: ownershipOffer.userId, expiresAt: ownershipOffer.expiresAt })
    .from(ownershipOffer)
    .where(eq(ownershipOffer.accountId, accountId));
  return row ?? null;
}

/** The offer that is open at `now`, with the names of both. */
export async function readOpenOffer(
  db: Pick<Transaction, 'execute'>,
  accountId: AccountId,
  now: Date,
): Promise<OwnershipOfferView | null> {
  const [row] = await db.execute<{
    user_id: UserId;
    user_name: string;
    owner_id: UserId;
    owner_name: string;
    offered_at: string | Date;
    expires_at: string | Date;
  }>(sql`
    select u.id as user_id, u.name as user_name, o.id as owner_id, o.name as owner_name, f.offered_at, f.expires_at
    from ownership_offer f join "user" u on u.id = f.user_id
    join account_member am on am.account_id = f.account_id and am.role = ${NEW_OWNER_ROLE} join "user" o on o.id = am.user_id
    where f.account_id = ${accountId} and f.expires_at > ${now.toISOString()}::timestamptz`);
  if (!row) return null;
  return {
    user: { id: row.user_id, name: row.user_name },
    by: { id: row.owner_id, name: row.owner_name },
    offeredAt: new Date(row.offered_at).toISOString(),
    expiresAt: new Date(row.expires_at).toISOString(),
  };
}

export async function deleteOffer(tx: WriteTx, accountId: AccountId): Promise<void> {
  await tx.delete(ownershipOffer).where(eq(ownershipOffer.accountId, accountId));
}

/** What a command records when an offer ended, whoever ended it. */
export const offerEnded = (
  accountId: AccountId,
  offer: OwnershipOffer,
  reason: string | null,
): NewAuditEvent => ({
  action: 'ownership.withdrawn',
  target: { kind: 'account', id: accountId },
  userId: offer.userId,
  before: { expiresAt: offer.expiresAt.toISOString() },
  reason,
});

/** An offer dies with the right to receive it [R12]: to be called when somebody stops being an admin or goes. */
export async function endOfferTo(
  tx: WriteTx,
  accountId: AccountId,
  userId: UserId,
  now: Date,
): Promise<{ readonly events: readonly NewAuditEvent[]; readonly signals: readonly Signal[] }> {
  const [gone] = await tx
    .delete(ownershipOffer)
    .where(and(eq(ownershipOffer.accountId, accountId), eq(ownershipOffer.userId, userId)))
    .returning({ userId: ownershipOffer.userId, expiresAt: ownershipOffer.expiresAt });
  // One that had run out already ended then.
  if (!gone || gone.expiresAt <= now) return { events: [], signals: [] };
  return {
    events: [offerEnded(accountId, gone, 'the person is no longer an admin')],
    signals: [{ event: 'account.changed', id: accountId }],
  };
}
