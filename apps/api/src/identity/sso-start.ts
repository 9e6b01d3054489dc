import { ssoAttempt, ssoPendingLink } from '@keyholder/db/schema';
import { SSO_ATTEMPT_MS, fail } from '@keyholder/domain';
import type { EmailAddress, InvitationId, SsoOffer, UserId } from '@keyholder/domain';
import { lt } from 'drizzle-orm';
import { digestOf, newSecret, proofOf } from './sso-browser.ts';
import { safePath } from './sso-next.ts';
import { ProviderUnreachable } from './sso-outbound.ts';
import { findConnection, readInvited, readOffer } from './sso-repository.ts';
import type { IdentityDeps } from './identity.ts';
import type { Visit } from './visit.ts';

interface Start {
  readonly email: EmailAddress;
  readonly next?: string | undefined;
  readonly invitationId: InvitationId | null;
  /** Who is signed in and asked to prove that it is still them. */
  readonly confirms: UserId | null;
  /** The provider is to ask who it is, whoever is signed in there. */
  readonly asksAnew: boolean;
}

/** What the domain of an address says, and nothing about the address itself (security.md 1.1.9). */
export async function discoverSso(deps: IdentityDeps, email: EmailAddress, visit: Visit): Promise<SsoOffer> {
  await deps.limits.take('sso.discover', visit.address);
  return deps.database.read((db) => readOffer(db, email));
}

/** Begins a way to the provider of this address; answers where to go and the cookie that binds it to this browser. */
export async function startSso(
  deps: IdentityDeps,
  { email, next, invitationId, confirms, asksAnew }: Start,
  visit: Visit,
): Promise<{ readonly redirectTo: string; readonly setCookie: string }> {
  const { database, limits, sso } = deps;
  await limits.take('sso.start', visit.address);
  const connection = (await database.read((db) => findConnection(db, email))) ?? fail('not_found');
  const secret = newSecret();
  const client = {
    issuer: connection.issuer,
    clientId: connection.clientId,
    clientSecret: sso.secrets.open(connection.id, connection.clientSecret),
  };
  const redirectTo = await sso.provider
    .authorizationUrl(client, proofOf(secret), asksAnew)
    .catch((error: unknown) => {
      deps.log.warn(
        { connectionId: connection.id, unreachable: error instanceof ProviderUnreachable },
        'identity provider cannot be used',
      );
      return fail('service.unavailable', { retryAfter: 30 });
    });
  await database.transaction(async (tx) => {
    const now = await database.now(tx);
    // An invitation of another account, or one that is over, opens nothing here.
    const invited =
      invitationId === null ? null : await readInvited(tx, invitationId, connection.accountId, now);
    await tx.delete(ssoAttempt).where(lt(ssoAttempt.expiresAt, now));
    await tx.delete(ssoPendingLink).where(lt(ssoPendingLink.expiresAt, now));
    await tx.insert(ssoAttempt).values({
      digest: digestOf(secret),
      connectionId: connection.id,
      next: safePath(next),
      invitationId: invited === null ? null : invitationId,
      confirms,
      startedAt: now,
      expiresAt: new Date(now.getTime() + SSO_ATTEMPT_MS),
    });
  });
  return { redirectTo, setCookie: sso.cookies.attempt.write(secret) };
}
