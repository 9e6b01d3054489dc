import { announce } from '@keyholder/db';
import type { Database } from '@keyholder/db';
import { session } from '@keyholder/db/schema';
import { fail, isId } from '@keyholder/domain';
import type { UserId } from '@keyholder/domain';
import { and, desc, eq, sql } from 'drizzle-orm';
import { recordSecurityEvent } from '../audit/security-events.ts';
import type { PersonAccess } from '../http/access.ts';
import type { Log } from '../log.ts';
import { lockCaller } from './change-sign-in.ts';
import type { MySecurity, MySession } from './my-security-view.ts';
import { readPasswordHash } from './person-repository.ts';
import { readFactorState } from './second-factor-repository.ts';
import { endOtherSessions } from './sessions.ts';
import { seenFrom } from './visit.ts';
import type { Visit } from './visit.ts';

interface MySecurityDeps {
  readonly database: Database;
  readonly log: Log;
}

export async function readMySecurity({ database }: MySecurityDeps, userId: UserId): Promise<MySecurity> {
  const [hash, factor] = await Promise.all([
    readPasswordHash(database, userId),
    readFactorState(database, userId),
  ]);
  return {
    hasPassword: hash !== null,
    secondFactor: factor && { ...factor, enabledAt: factor.enabledAt.toISOString() },
  };
}

/** Where the person is signed in, this browser first, then the newest. */
export async function listMySessions(
  { database }: MySecurityDeps,
  person: PersonAccess,
): Promise<readonly MySession[]> {
  const rows = await database.read((db) =>
    db
      .select()
      .from(session)
      .where(and(eq(session.userId, person.userId), sql`${session.expiresAt} > clock_timestamp()`))
      .orderBy(desc(session.createdAt), desc(session.id)),
  );
  const items = rows.map((row) => ({
    id: row.id,
    current: row.id === person.sessionId,
    startedAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    ip: row.ipAddress || null,
    userAgent: row.userAgent || null,
  }));
  return items.toSorted((a, b) => Number(b.current) - Number(a.current));
}

/** Ends one of the person's own sessions; its event streams close at once [R30]. */
export async function endMySession(
  deps: MySecurityDeps,
  person: PersonAccess,
  id: string,
  visit: Visit,
): Promise<void> {
  await deps.database.transaction(async (tx) => {
    const [ended] = isId(id)
      ? await tx
          .delete(session)
          .where(and(eq(session.id, id), eq(session.userId, person.userId)))
          .returning({ id: session.id })
      : [];
    if (!ended) fail('not_found');
    await announce(tx, null, [{ event: 'session.ended', id: ended.id }]);
  });
  await recordEnded(deps, person.userId, 1, visit);
}

/** Signs the person out everywhere but here. */
export async function endMyOtherSessions(
  deps: MySecurityDeps,
  person: PersonAccess,
  visit: Visit,
): Promise<{ readonly ended: number }> {
  const ended = await deps.database.transaction(async (tx) => {
    await lockCaller(tx, person);
    return endOtherSessions(tx, person.userId, person.sessionId);
  });
  if (ended > 0) await recordEnded(deps, person.userId, ended, visit);
  return { ended };
}

const recordEnded = (deps: MySecurityDeps, userId: UserId, sessions: number, visit: Visit): Promise<void> =>
  recordSecurityEvent(deps, { action: 'session.ended', userId, detail: { sessions }, ...seenFrom(visit) });
