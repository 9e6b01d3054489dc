import { fail, isFreshSignIn } from '@keyholder/domain';
import type { EmailAddress } from '@keyholder/domain';
import { user } from '@keyholder/db/schema';
import { eq } from 'drizzle-orm';
import { recordSecurityEvent } from '../audit/security-events.ts';
import type { PersonAccess } from '../http/access.ts';
import { readPendingLink, takePendingLink } from './sso-attempt.ts';
import { readConnection, saveIdentity } from './sso-repository.ts';
import type { IdentityDeps } from './identity.ts';
import { seenFrom } from './visit.ts';
import type { Visit } from './visit.ts';

/** Who this browser's identity would be linked to, for the page that asks them to sign in as before. */
export async function readLink(
  { database, sso }: Pick<IdentityDeps, 'database' | 'sso'>,
  cookieHeader: string | undefined,
): Promise<EmailAddress | null> {
  const secret = sso.cookies.link.read(cookieHeader);
  if (secret === null) return null;
  return database.transaction(async (tx) => {
    const link = await readPendingLink(tx, secret, await database.now(tx));
    if (!link) return null;
    const [found] = await tx.select({ email: user.email }).from(user).where(eq(user.id, link.userId));
    return found?.email ?? null;
  });
}

/** Binds the identity that came back to the person who has just signed in as before; answers where they wanted to go. */
export async function linkSso(
  deps: IdentityDeps,
  cookieHeader: string | undefined,
  { userId, signedInAt }: PersonAccess,
  visit: Visit,
): Promise<string> {
  const { database, sso } = deps;
  const linked = await database.transaction(async (tx) => {
    const now = await database.now(tx);
    if (!isFreshSignIn(signedInAt, now)) fail('auth.reauthentication_required');
    const link = await takePendingLink(tx, sso.cookies.link.read(cookieHeader), now);
    if (!link || link.userId !== userId) return null;
    const connection = await readConnection(tx, link.connectionId);
    return connection && (await saveIdentity(tx, link, userId, now)) ? { link, connection } : null;
  });
  if (!linked) return fail('not_found');
  await recordSecurityEvent(deps, {
    action: 'sso.linked',
    userId,
    accountId: linked.connection.accountId,
    detail: { sso: linked.connection.id },
    ...seenFrom(visit),
  });
  return linked.link.next;
}
