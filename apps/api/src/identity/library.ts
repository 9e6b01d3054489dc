import { AsyncLocalStorage } from 'node:async_hooks';
import { newId } from '@keyholder/db';
import type { Database } from '@keyholder/db';
import type { UserId } from '@keyholder/domain';
import { betterAuth } from 'better-auth/minimal';
import type { Log } from '../log.ts';
import { IDENTITY_LINK_MS } from '../mail/link-life.ts';
import { libraryAdapter } from './library-adapter.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password-policy.ts';
import type { Passwords } from './passwords.ts';
import { SESSION_SECONDS } from './session-cookie.ts';

/** Our own header, made by us for each call: no header of the caller reaches the library. */
export const ADDRESS_HEADER = 'x-keyholder-address';

/** How long verification and reset links live. */
export const LINK_SECONDS = IDENTITY_LINK_MS / 1000;

interface LibraryDeps {
  readonly database: Database;
  readonly passwords: Passwords;
  readonly secret: string;
  readonly appUrl: string;
  readonly secure: boolean;
  readonly cookieName: string;
  readonly log: Log;
  /** Runs between the new password and the end of the old sessions. */
  readonly passwordWasReset: (userId: UserId) => Promise<void>;
}

/** What one call into the library shares with the functions that the library calls back. */
interface Call {
  /** The hash of the new password, when it was made before the call. */
  readonly newHash?: string;
  resetToken?: string;
  /** The hash that a password was compared with. */
  comparedHash?: string;
}

export type Library = ReturnType<typeof createLibrary>;

/** better-auth for authentication only (security.md 1.1.2). Its router is never mounted: routes.ts calls what it needs. */
export function createLibrary(deps: LibraryDeps) {
  const calls = new AsyncLocalStorage<Call>();
  const auth = betterAuth({
    appName: 'Keyholder',
    baseURL: deps.appUrl,
    basePath: '/api/auth',
    secret: deps.secret,
    trustedOrigins: [deps.appUrl],
    database: libraryAdapter(deps.database),
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    // The messages of the library may hold addresses, its arguments whole statements: only the fact is logged.
    logger: {
      level: 'error',
      log: (level) =>
        deps.log.error({ source: 'better-auth', level }, 'the authentication library reports an error'),
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      resetPasswordTokenExpiresIn: LINK_SECONDS,
      revokeSessionsOnPasswordReset: true,
      password: {
        hash: async (password) => calls.getStore()?.newHash ?? deps.passwords.hash(password),
        verify({ hash, password }) {
          const call = calls.getStore();
          if (call) call.comparedHash = hash;
          return deps.passwords.verify(hash, password);
        },
      },
      async sendResetPassword({ token }) {
        const call = calls.getStore();
        if (call) call.resetToken = token;
      },
      onPasswordReset: ({ user }) => deps.passwordWasReset(user.id as UserId),
    },
    // No sendVerificationEmail: the library would swallow its failure. The routes queue the mail themselves.
    emailVerification: { autoSignInAfterVerification: true, expiresIn: LINK_SECONDS },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true, cookieCache: { enabled: false } },
    verification: { storeIdentifier: 'hashed' },
    account: {
      modelName: 'credential',
      fields: { accountId: 'providerAccountId' },
      accountLinking: { enabled: false },
    },
    advanced: {
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: deps.cookieName,
          attributes: { secure: deps.secure, httpOnly: true, sameSite: 'lax', path: '/' },
        },
      },
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
  });

  return {
    auth,
    /** The library's own session cookie out of its answer, as a Set-Cookie value. */
    sessionCookieOf: (headers: Headers): string | null =>
      headers.getSetCookie().find((cookie) => cookie.startsWith(`${deps.cookieName}=`)) ?? null,
    /** The library's sign-in, with the hash that the password was compared with. */
    async signIn(email: string, password: string, headers: Headers) {
      const call: Call = {};
      const signIn = () => auth.api.signInEmail({ body: { email, password }, headers, returnHeaders: true });
      return { ...(await calls.run(call, signIn)), comparedHash: call.comparedHash };
    },
    /** Runs a call whose password hash is already made: a full queue must not use up somebody's link. */
    withHash: <Result>(newHash: string, work: () => Promise<Result>) => calls.run({ newHash }, work),
    /** Lets the library make a reset token and catches it. */
    async resetTokenFor(email: string): Promise<string | null> {
      const call: Call = {};
      await calls.run(call, () => auth.api.requestPasswordReset({ body: { email } }));
      return call.resetToken ?? null;
    },
  };
}
