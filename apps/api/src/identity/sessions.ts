import { announce } from '@keyholder/db';
import type { Database } from '@keyholder/db';
import { session, user } from '@keyholder/db/schema';
import type { UserId } from '@keyholder/domain';
import { eq } from 'drizzle-orm';

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

/** After a reset: every session of the person ends, and the address is verified, because the link came from its mailbox. */
export async function endSessionsAfterReset(database: Database, userId: UserId): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.update(user).set({ emailVerified: true }).where(eq(user.id, userId));
    await tx.delete(session).where(eq(session.userId, userId));
    await announce(tx, null, [{ event: 'session.ended', id: userId, userId }]);
  });
}
