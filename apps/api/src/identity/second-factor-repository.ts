import type { Database, Transaction } from '@keyholder/db';
import { recoveryCode, twoFactor, user } from '@keyholder/db/schema';
import type { UserId } from '@keyholder/domain';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';

export interface StoredFactor {
  /** Sealed. */
  readonly secret: Buffer;
  readonly lastStep: number;
  /** Null: offered, but no code has proven yet that somebody can use it. */
  readonly confirmedAt: Date | null;
}

/** What the person may read about it. */
export interface FactorState {
  readonly enabledAt: Date;
  readonly recoveryCodesLeft: number;
}

const unused = isNull(recoveryCode.usedAt);
const own = (userId: UserId) => eq(twoFactor.userId, userId);

/** Everything that changes how a person signs in waits in one line: its transactions begin here. */
export async function lockPerson(tx: Transaction, userId: UserId): Promise<void> {
  await tx.execute(sql`select 1 from ${user} where ${user.id} = ${userId} for no key update`);
}

export async function readFactor(
  db: Pick<Transaction, 'select'>,
  userId: UserId,
): Promise<StoredFactor | null> {
  const { secret, lastStep, confirmedAt } = twoFactor;
  const [found] = await db.select({ secret, lastStep, confirmedAt }).from(twoFactor).where(own(userId));
  return found ?? null;
}

export const hasFactor = async (db: Pick<Transaction, 'select'>, userId: UserId): Promise<boolean> =>
  ((await readFactor(db, userId))?.confirmedAt ?? null) !== null;

/** Null when the person has no second factor. */
export async function readFactorState(database: Database, userId: UserId): Promise<FactorState | null> {
  const [found] = await database.read((db) =>
    db
      .select({
        enabledAt: twoFactor.confirmedAt,
        recoveryCodesLeft: sql<number>`(select count(*)::int from ${recoveryCode}
          where ${recoveryCode.userId} = ${twoFactor.userId} and ${unused})`,
      })
      .from(twoFactor)
      .where(and(own(userId), isNotNull(twoFactor.confirmedAt))),
  );
  return found?.enabledAt ? { ...found, enabledAt: found.enabledAt } : null;
}

/** An offer replaces the one before it, with its recovery codes. */
export async function saveOffer(
  tx: Transaction,
  userId: UserId,
  offer: { readonly secret: Buffer; readonly recoveryMacs: readonly Buffer[] },
  now: Date,
): Promise<void> {
  await removeFactor(tx, userId);
  await tx.insert(twoFactor).values({ userId, secret: offer.secret, createdAt: now });
  await saveRecoveryCodes(tx, userId, offer.recoveryMacs);
}

export async function saveConfirmation(tx: Transaction, userId: UserId, step: number, now: Date) {
  await tx.update(twoFactor).set({ confirmedAt: now, lastStep: step }).where(own(userId));
}

/** Answers false when this step, or a later one, was taken already. */
export async function takeStep(tx: Transaction, userId: UserId, step: number): Promise<boolean> {
  const taken = await tx
    .update(twoFactor)
    .set({ lastStep: step })
    .where(and(own(userId), isNotNull(twoFactor.confirmedAt), sql`${twoFactor.lastStep} < ${step}`))
    .returning({ userId: twoFactor.userId });
  return taken.length > 0;
}

/** Answers false when it is not one of theirs, or was used already. */
export async function takeRecoveryCode(
  tx: Transaction,
  userId: UserId,
  mac: Buffer,
  now: Date,
): Promise<boolean> {
  const taken = await tx
    .update(recoveryCode)
    .set({ usedAt: now })
    .where(and(eq(recoveryCode.userId, userId), eq(recoveryCode.mac, mac), unused))
    .returning({ userId: recoveryCode.userId });
  return taken.length > 0;
}

export async function replaceRecoveryCodes(tx: Transaction, userId: UserId, macs: readonly Buffer[]) {
  await tx.delete(recoveryCode).where(eq(recoveryCode.userId, userId));
  await saveRecoveryCodes(tx, userId, macs);
}

/** Its recovery codes go with it. */
export async function removeFactor(tx: Transaction, userId: UserId): Promise<void> {
  await tx.delete(twoFactor).where(own(userId));
}

const saveRecoveryCodes = (tx: Transaction, userId: UserId, macs: readonly Buffer[]) =>
  tx.insert(recoveryCode).values(macs.map((mac) => ({ userId, mac })));
