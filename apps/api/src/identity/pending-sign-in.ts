import type { Transaction } from '@keyholder/db';
import { credential, pendingSignIn, twoFactor, user } from '@keyholder/db/schema';
import type { EmailAddress, UserId } from '@keyholder/domain';
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { IdentityDeps } from './identity.ts';
import { PENDING_SIGN_IN_MS, newPendingToken, pendingDigest } from './pending-cookie.ts';
import { hasFactor, lockPerson } from './second-factor-repository.ts';

/** So many wrong codes end a sign-in: the password is asked for again. */
const MOST_WRONG = 5;

/** Somebody whose password alone is not enough. */
export interface TwoStepPerson {
  readonly id: UserId;
  readonly hash: string;
}

const isPassword = eq(credential.providerId, 'credential');

/** The person behind an address when they have a second factor, with the hash of their password. */
export async function readTwoStepPerson(
  { database }: Pick<IdentityDeps, 'database'>,
  email: EmailAddress,
): Promise<TwoStepPerson | null> {
  const [found] = await database.read((db) =>
    db
      .select({ id: user.id, hash: credential.password })
      .from(user)
      .innerJoin(twoFactor, and(eq(twoFactor.userId, user.id), isNotNull(twoFactor.confirmedAt)))
      .innerJoin(credential, and(eq(credential.userId, user.id), isPassword))
      .where(and(eq(user.email, email), eq(user.emailVerified, true))),
  );
  return found?.hash ? { id: found.id, hash: found.hash } : null;
}

/**
 * Keeps that the password was right, for the second step; answers the Set-Cookie value. Null when the password or the
 * second factor was changed since the comparison: it proved nothing then.
 */
export function beginSecondStep(
  { database, pendingCookie }: Pick<IdentityDeps, 'database' | 'pendingCookie'>,
  { id, hash }: TwoStepPerson,
): Promise<string | null> {
  const token = newPendingToken();
  return database.transaction(async (tx) => {
    await lockPerson(tx, id);
    const [stored] = await tx
      .select({ hash: credential.password })
      .from(credential)
      .where(and(eq(credential.userId, id), isPassword));
    if (stored?.hash !== hash || !(await hasFactor(tx, id))) return null;
    const now = await database.now(tx);
    const expiresAt = new Date(now.getTime() + PENDING_SIGN_IN_MS);
    const digest = pendingDigest(token);
    await tx.insert(pendingSignIn).values({ digest, userId: id, createdAt: now, expiresAt });
    return pendingCookie.write(token);
  });
}

const alive = (digests: readonly Buffer[]) =>
  and(inArray(pendingSignIn.digest, [...digests]), sql`${pendingSignIn.expiresAt} > clock_timestamp()`);

export interface Pending {
  readonly digest: Buffer;
  readonly userId: UserId;
}

/** The sign-in that waits for this browser; of several the newest. */
export async function readPending(
  db: Pick<Transaction, 'select'>,
  digests: readonly Buffer[],
): Promise<Pending | null> {
  if (digests.length === 0) return null;
  const { digest, userId } = pendingSignIn;
  const [found] = await db
    .select({ digest, userId })
    .from(pendingSignIn)
    .where(alive(digests))
    .orderBy(sql`${pendingSignIn.createdAt} desc`)
    .limit(1);
  return found ?? null;
}

/** Counts a wrong code; answers whether another may be tried. */
export async function countWrong(tx: Transaction, { digest }: Pending): Promise<boolean> {
  const [counted] = await tx
    .update(pendingSignIn)
    .set({ wrong: sql`${pendingSignIn.wrong} + 1` })
    .where(eq(pendingSignIn.digest, digest))
    .returning({ wrong: pendingSignIn.wrong });
  if (counted && counted.wrong < MOST_WRONG) return true;
  await endPending(tx, { digest });
  return false;
}

export async function endPending(tx: Transaction, { digest }: Pick<Pending, 'digest'>): Promise<void> {
  await tx.delete(pendingSignIn).where(eq(pendingSignIn.digest, digest));
}
