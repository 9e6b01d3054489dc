import type { Transaction } from '@keyholder/db';
import { ssoAttempt, ssoPendingLink } from '@keyholder/db/schema';
import { SSO_ATTEMPT_MS } from '@keyholder/domain';
import type { InvitationId, SsoConnectionId, UserId } from '@keyholder/domain';
import { and, eq, gt } from 'drizzle-orm';
import { digestOf, newSecret } from './sso-browser.ts';
import type { IdentityKey } from './sso-repository.ts';

/** A way to the provider that this browser began. */
export interface Attempt {
  readonly connectionId: SsoConnectionId;
  readonly next: string;
  readonly invitationId: InvitationId | null;
  readonly confirms: UserId | null;
  readonly startedAt: Date;
  readonly secret: string;
}

/** Takes the attempt of this browser: it works once, whatever comes of it. */
export async function takeAttempt(tx: Transaction, secret: string, now: Date): Promise<Attempt | null> {
  const [taken] = await tx
    .delete(ssoAttempt)
    .where(eq(ssoAttempt.digest, digestOf(secret)))
    .returning();
  return taken && taken.expiresAt > now ? { ...taken, secret } : null;
}

/** Keeps an identity until its person has signed in as before; answers the secret for their browser. */
export async function keepPendingLink(
  tx: Transaction,
  key: IdentityKey,
  { userId, next }: { readonly userId: UserId; readonly next: string },
  now: Date,
): Promise<string> {
  const secret = newSecret();
  await tx.insert(ssoPendingLink).values({
    ...key,
    digest: digestOf(secret),
    userId,
    next,
    expiresAt: new Date(now.getTime() + SSO_ATTEMPT_MS),
  });
  return secret;
}

export type PendingLink = IdentityKey & { readonly userId: UserId; readonly next: string };

const alive = (secret: string, now: Date) =>
  and(eq(ssoPendingLink.digest, digestOf(secret)), gt(ssoPendingLink.expiresAt, now));

export async function readPendingLink(
  db: Pick<Transaction, 'select'>,
  secret: string | null,
  now: Date,
): Promise<PendingLink | null> {
  if (secret === null) return null;
  const [found] = await db.select().from(ssoPendingLink).where(alive(secret, now));
  return found ?? null;
}

export async function takePendingLink(
  tx: Transaction,
  secret: string | null,
  now: Date,
): Promise<PendingLink | null> {
  if (secret === null) return null;
  const [taken] = await tx.delete(ssoPendingLink).where(alive(secret, now)).returning();
  return taken ?? null;
}
