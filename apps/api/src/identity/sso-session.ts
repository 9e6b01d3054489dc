import { randomBytes } from 'node:crypto';
import { newId } from '@keyholder/db';
import type { Transaction } from '@keyholder/db';
import { session, ssoSession } from '@keyholder/db/schema';
import type { SsoConnectionId, UserId } from '@keyholder/domain';
import { SESSION_SECONDS } from './session-cookie.ts';
import type { Visit } from './visit.ts';

/**
 * A session like every other, marked with the connection that vouched for it. Not `fresh`: the provider may have known
 * its visitor for days, so that it opens nothing that asks for a new sign-in.
 */
export async function openSsoSession(
  tx: Transaction,
  userId: UserId,
  { connectionId, fresh }: { readonly connectionId: SsoConnectionId; readonly fresh: boolean },
  { address, userAgent }: Visit,
  now: Date,
): Promise<string> {
  const sessionId = newId();
  const token = randomBytes(32).toString('base64url');
  await tx.insert(session).values({
    ...{ id: sessionId, token, userId, createdAt: now, updatedAt: now },
    expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
    ipAddress: address,
    userAgent: userAgent ?? '',
  });
  await tx.insert(ssoSession).values({ sessionId, connectionId, fresh });
  return token;
}
