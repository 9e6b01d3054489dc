import type { Database, Transaction } from '@keyholder/db';
import { credential, session, user } from '@keyholder/db/schema';
import type { EmailAddress, UserId } from '@keyholder/domain';
import { and, eq } from 'drizzle-orm';
import { networkOf } from '../http/client-address.ts';

export interface Person {
  readonly id: UserId;
  readonly email: EmailAddress;
  readonly verified: boolean;
}

export async function readPerson(database: Database, email: EmailAddress): Promise<Person | null> {
  const columns = { id: user.id, email: user.email, verified: user.emailVerified };
  const [found] = await database.read((db) => db.select(columns).from(user).where(eq(user.email, email)));
  return found ?? null;
}

/** An unverified sign-up has no right to the address: the next one takes its place, and its links die with it. */
export async function removeUnverified(database: Database, email: EmailAddress): Promise<void> {
  await database.read((db) =>
    db.delete(user).where(and(eq(user.email, email), eq(user.emailVerified, false))),
  );
}

/** Whether the person has a session that was started from this network. */
export async function hasSessionFrom(
  database: Database,
  email: EmailAddress,
  address: string,
): Promise<boolean> {
  const sessions = await database.read((db) =>
    db
      .selectDistinct({ ip: session.ipAddress })
      .from(session)
      .innerJoin(user, eq(user.id, session.userId))
      .where(eq(user.email, email)),
  );
  const network = networkOf(address);
  return sessions.some(({ ip }) => ip !== null && networkOf(ip) === network);
}

const passwordOf = (userId: UserId) =>
  and(eq(credential.userId, userId), eq(credential.providerId, 'credential'));

export async function readPasswordHash(database: Database, userId: UserId): Promise<string | null> {
  const [found] = await database.read((db) =>
    db.select({ hash: credential.password }).from(credential).where(passwordOf(userId)),
  );
  return found?.hash ?? null;
}

/** Only while the old hash is still there, a reset that happened meanwhile wins; answers whether it was. */
export async function replacePasswordHashIn(
  db: Pick<Transaction, 'update'>,
  userId: UserId,
  old: string,
  hash: string,
): Promise<boolean> {
  const replaced = await db
    .update(credential)
    .set({ password: hash })
    .where(and(passwordOf(userId), eq(credential.password, old)))
    .returning({ id: credential.id });
  return replaced.length > 0;
}

export const replacePasswordHash = (
  database: Database,
  userId: UserId,
  old: string,
  hash: string,
): Promise<boolean> => database.read((db) => replacePasswordHashIn(db, userId, old, hash));
