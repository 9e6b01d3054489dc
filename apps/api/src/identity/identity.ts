import type { Database, Transaction } from '@keyholder/db';
import type { UserId } from '@keyholder/domain';
import { Hono } from 'hono';
import type { Settings } from '../deps.ts';
import { clientAddress } from '../http/client-address.ts';
import type { Base } from '../http/context.ts';
import type { Limits } from '../http/limits.ts';
import type { Log } from '../log.ts';
import { createLibrary } from './library.ts';
import type { Library } from './library.ts';
import { createIdentityLinks } from './links.ts';
import type { IdentityLinks } from './links.ts';
import { createPendingCookie } from './pending-cookie.ts';
import type { PendingCookie } from './pending-cookie.ts';
import { passwordFault } from './password-policy.ts';
import { createPasswords } from './passwords.ts';
import type { Passwords } from './passwords.ts';
import { identityRoutes } from './routes.ts';
import type { FactorKeys } from './second-factor.ts';
import { createSessionCookie } from './session-cookie.ts';
import type { SessionCookie } from './session-cookie.ts';
import { endSessionsAfterReset } from './sessions.ts';
import { ssoRoutes } from './sso-routes.ts';
import { createSso } from './sso.ts';
import type { InvitationProof, Sso } from './sso.ts';

/** What the rest of the API may ask of authentication. Membership is not its business (security.md 1.1). */
export interface Identity extends IdentityLinks {
  /** `/api/auth/*`, cut down to the routes that the Dashboard calls. */
  readonly routes: Hono<Base>;
  /** The session token in a Cookie header, only when its signature is ours: the database is not asked before that. */
  sessionToken(cookieHeader: string | undefined): string | null;
  /** Starts a session for a person and answers the Set-Cookie header value. Call it after the commit. */
  startSession(userId: UserId, request: Request): Promise<string>;
  /** argon2id, at most as many at once as there are cores; queue full → DomainError `service.unavailable`. */
  hashPassword(password: string): Promise<string>;
  /** Why a new password is refused, in words for the field, or null when it is fine (security.md D7). */
  passwordFault(password: string): string | null;
  readonly sso: Sso;
}

export interface IdentityOptions {
  readonly settings: Pick<Settings, 'appUrl' | 'secure' | 'trustedProxies' | 'ssoAllowLoopback'>;
  /** For the library: signs cookies and verification links. */
  readonly secret: string;
  /** Keep the secrets of second factors. */
  readonly factorKeys: FactorKeys;
  readonly database: Database;
  readonly limits: Limits;
  /** Puts a job for each mail into the queue, inside the transaction. */
  readonly enqueueMails: (tx: Transaction, mailIds: readonly string[]) => Promise<void>;
  readonly log: Log;
  readonly passwords?: Passwords;
  /** The wall clock, which the codes of apps follow; only tests have another. */
  readonly clock?: () => Date;
  /** Without it no invitation is ever in progress. */
  readonly proveInvitation?: InvitationProof;
}

/** What the use cases in this folder lean on. */
export interface IdentityDeps extends IdentityOptions {
  readonly library: Library;
  readonly passwords: Passwords;
  readonly cookie: SessionCookie;
  readonly pendingCookie: PendingCookie;
  readonly clock: () => Date;
  readonly sso: Sso;
}

export function createIdentity(options: IdentityOptions): Identity {
  const { settings, secret, database, log } = options;
  const passwords = options.passwords ?? createPasswords();
  const cookie = createSessionCookie(secret, settings.secure);
  const sso = createSso(settings, secret);
  const pendingCookie = createPendingCookie(settings.secure);
  const clock = options.clock ?? (() => new Date());
  const library = createLibrary({
    ...{ database, passwords, secret, log },
    ...{ appUrl: settings.appUrl, secure: settings.secure, cookieName: cookie.name },
    passwordWasReset: (userId) => endSessionsAfterReset(database, userId),
  });
  const deps: IdentityDeps = { ...options, library, passwords, cookie, pendingCookie, clock, sso };
  return {
    ...createIdentityLinks({ database, library, secret, appUrl: settings.appUrl }),
    // Before the rest, which answers for whatever else there might be.
    routes: new Hono<Base>().route('/', ssoRoutes(deps)).route('/', identityRoutes(deps)),
    sessionToken: cookie.read,
    async startSession(userId, request) {
      const { internalAdapter } = await library.auth.$context;
      const session = await internalAdapter.createSession(userId, false, {
        // Only what a proxy of ours wrote down; the request itself does not know who sent it.
        ipAddress:
          settings.trustedProxies > 0
            ? clientAddress(request.headers, undefined, settings.trustedProxies)
            : '',
        userAgent: request.headers.get('user-agent')?.slice(0, 300) ?? '',
      });
      return cookie.write(session.token);
    },
    hashPassword: passwords.hash,
    passwordFault,
    sso,
  };
}
