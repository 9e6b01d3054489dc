import { randomBytes } from 'node:crypto';
import { announce, newId } from '@keyholder/db';
import type { Database, Transaction } from '@keyholder/db';
import { pendingSignIn, session, user } from '@keyholder/db/schema';
import type { UserId } from '@keyholder/domain';
import { and, eq, ne } from 'drizzle-orm';
import { lockPerson } from './second-factor-repository.ts';
import { SESSION_SECONDS } from './session-cookie.ts';
import type { Visit } from './visit.ts';

/** Starts a session inside a transaction that has locked the person; answers its token, which the cookie carries. */
export async function insertSession(
  tx: Transaction,
  userId: UserId,
  visit: Pick<Visit, 'address' | 'userAgent'>,
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx.insert(session).values({
    ...{ id: newId(), token, userId, createdAt: now, updatedAt: now },
    expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
    ipAddress: visit.address,
    userAgent: visit.userAgent ?? '',
  });
  return token;
}

/** Ends one session and tells every process to close its streams; answers whose it was. */
export async function endSession(database: Database, token: string): Promise<UserId | null> {
  return database.transaction(async (tx) => {
    const [ended] = await tx
      .delete(session)
      .where(eq(session.token, token))
      .returning({ id: session.id, userId: session.userId });
    // Without the person: their other sessions keep their streams.
    if (ended) await announce(tx, null, [{ event: 'session.ended', id: ended.id }]);
    return ended?.userId ?? null;
  });
}

/**
 * Ends every session of the person, and every sign-in that waits for its second step. `replaced` is one that this very
 * answer brings a new cookie for: its streams end with the next look at them, not before that cookie has arrived.
 */
export async function endAllSessions(tx: Transaction, userId: UserId, replaced?: string): Promise<void> {
  const ended = await tx.delete(session).where(eq(session.userId, userId)).returning({ id: session.id });
  await tx.delete(pendingSignIn).where(eq(pendingSignIn.userId, userId));
  if (replaced === undefined) return announce(tx, null, [{ event: 'session.ended', id: userId, userId }]);
  await announceEnded(
    tx,
    ended.filter(({ id }) => id !== replaced),
  );
}

/** Ends all sessions of the person but one; answers how many. */
export async function endOtherSessions(tx: Transaction, userId: UserId, keptId: string): Promise<number> {
  const ended = await tx
    .delete(session)
    .where(and(eq(session.userId, userId), ne(session.id, keptId)))
    .returning({ id: session.id });
  await tx.delete(pendingSignIn).where(eq(pendingSignIn.userId, userId));
  await announceEnded(tx, ended);
  return ended.length;
}

const announceEnded = (tx: Transaction, ended: readonly { readonly id: string }[]): Promise<void> =>
  announce(
    tx,
    null,
    ended.map(({ id }) => ({ event: 'session.ended', id })),
  );

/**
 * After a reset: every session of the person ends, and the address is verified, because the link came from its mailbox.
 * The second factor stays: a mailbox alone opens nothing.
 */
export async function endSessionsAfterReset(database: Database, userId: UserId): Promise<void> {
  await database.transaction(async (tx) => {
    await lockPerson(tx, userId);
    await tx.update(user).set({ emailVerified: true }).where(eq(user.id, userId));
    await endAllSessions(tx, userId);
  });
}
