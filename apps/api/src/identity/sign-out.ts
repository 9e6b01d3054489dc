import { recordSecurityEvent } from '../audit/security-events.ts';
import type { IdentityDeps } from './identity.ts';
import { endSession } from './sessions.ts';
import { seenFrom } from './visit.ts';
import type { Visit } from './visit.ts';

/** Ends the session of a cookie everywhere at once. Without a session there is nothing to do, which is fine. */
export async function signOut(
  deps: IdentityDeps,
  cookieHeader: string | undefined,
  visit: Visit,
): Promise<void> {
  const token = deps.cookie.read(cookieHeader);
  const userId = token === null ? null : await endSession(deps.database, token);
  if (userId !== null) await recordSecurityEvent(deps, { action: 'sign_out', userId, ...seenFrom(visit) });
}
