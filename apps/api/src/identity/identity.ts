import type { UserId } from '@keyholder/domain';
import type { Hono } from 'hono';

/** What the rest of the API may ask of authentication. Membership is not its business (security.md 1.1). */
export interface Identity {
  /** `/api/auth/*`, cut down to the routes that the Dashboard calls. */
  readonly routes: Hono;
  /** The session token in a Cookie header, only when its signature is ours: the database is not asked before that. */
  sessionToken(cookieHeader: string | undefined): string | null;
  /** Starts a session for a person and answers the Set-Cookie header value. Call it after the commit. */
  startSession(userId: UserId, request: Request): Promise<string>;
  /** argon2id, at most as many at once as there are cores; queue full → DomainError `service.unavailable`. */
  hashPassword(password: string): Promise<string>;
  /** Why a new password is refused, in words for the field, or null when it is fine (security.md D7). */
  passwordFault(password: string): string | null;
}
