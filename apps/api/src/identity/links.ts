import type { Database } from '@keyholder/db';
import { user } from '@keyholder/db/schema';
import type { UserId } from '@keyholder/domain';
import { createEmailVerificationToken } from 'better-auth/api';
import { verifyJWT } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';
import { LINK_SECONDS } from './library.ts';
import type { Library } from './library.ts';
import { fromLibrary, toLibrary } from './library-address.ts';

/** The links in verification and reset mails, made when the mail is sent: no table, job or log ever holds one. */
export interface IdentityLinks {
  /** `APP_URL/verify-email#<token>`, or null when the address is verified by now or the person is gone. */
  verificationLink(userId: UserId): Promise<string | null>;
  /** `APP_URL/reset-password#<token>`, or null when the person is gone. Earlier links keep working. */
  resetLink(userId: UserId): Promise<string | null>;
}

interface LinkDeps {
  readonly database: Database;
  readonly library: Library;
  readonly secret: string;
  readonly appUrl: string;
}

export function createIdentityLinks({ database, library, secret, appUrl }: LinkDeps): IdentityLinks {
  async function person(userId: UserId) {
    const [found] = await database.read((db) =>
      db.select({ email: user.email, verified: user.emailVerified }).from(user).where(eq(user.id, userId)),
    );
    return found;
  }
  return {
    async verificationLink(userId) {
      const found = await person(userId);
      if (!found || found.verified) return null;
      // A token names the sign-up that it was made for: a later sign-up for the same address is another person's wish.
      const token = await createEmailVerificationToken(
        secret,
        toLibrary(found.email),
        undefined,
        LINK_SECONDS,
        { userId },
      );
      return `${appUrl}/verify-email#${token}`;
    },
    async resetLink(userId) {
      const found = await person(userId);
      const token = found ? await library.resetTokenFor(toLibrary(found.email)) : null;
      return token === null ? null : `${appUrl}/reset-password#${token}`;
    },
  };
}

/** The person a verification token was made for, when it is ours, alive and that sign-up still stands. */
export async function personOfVerification(
  database: Database,
  secret: string,
  token: string,
): Promise<UserId | null> {
  const claims = await verifyJWT<{ email?: unknown; userId?: unknown; updateTo?: unknown }>(token, secret);
  if (typeof claims?.email !== 'string' || typeof claims.userId !== 'string' || claims.updateTo !== undefined)
    return null;
  const meant = and(eq(user.id, claims.userId as UserId), eq(user.email, fromLibrary(claims.email)));
  const [found] = await database.read((db) => db.select({ id: user.id }).from(user).where(meant));
  return found?.id ?? null;
}
