import type { Transaction } from '@keyholder/db';
import { session } from '@keyholder/db/schema';
import { fail } from '@keyholder/domain';
import { eq } from 'drizzle-orm';
import type { PersonAccess } from '../http/access.ts';
import type { SecurityChange } from '../mail/new-mail.ts';
import type { IdentityDeps } from './identity.ts';
import { lockPerson } from './second-factor-repository.ts';
import { queueSecurityNotice } from './security-notice.ts';
import { endAllSessions, insertSession } from './sessions.ts';
import type { Visit } from './visit.ts';

export interface SignInChanged<Result> {
  readonly result: Result;
  /** The new session of this browser: every other one has ended (security.md 1.1.7). */
  readonly setCookie: string;
}

/**
 * Changes how a signed-in person signs in, in one transaction: the change, the end of all sessions, a new one for this
 * browser, the mail that tells of it.
 */
export async function changeSignIn<Result>(
  deps: Pick<IdentityDeps, 'database' | 'cookie' | 'enqueueMails'>,
  person: PersonAccess,
  visit: Visit,
  change: SecurityChange,
  work: (tx: Transaction, now: Date) => Promise<Result>,
): Promise<SignInChanged<Result>> {
  const { database, cookie } = deps;
  return database.transaction(async (tx) => {
    await lockCaller(tx, person);
    const now = await database.now(tx);
    const result = await work(tx, now);
    await endAllSessions(tx, person.userId, person.sessionId);
    const token = await insertSession(tx, person.userId, visit, now);
    await queueSecurityNotice(tx, deps, { id: person.userId, email: person.email }, change, now);
    return { result, setCookie: cookie.write(token) };
  });
}

/** A session that was ended while its request was on the way must not bring itself back with a new one. */
export async function lockCaller(
  tx: Transaction,
  { userId, sessionId }: Pick<PersonAccess, 'userId' | 'sessionId'>,
): Promise<void> {
  await lockPerson(tx, userId);
  const [alive] = await tx.select({ id: session.id }).from(session).where(eq(session.id, sessionId));
  if (!alive) fail('auth.required');
}
