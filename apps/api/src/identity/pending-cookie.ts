import { createHash, randomBytes } from 'node:crypto';

/** How long somebody has for the second step after their password, in ms. */
export const PENDING_SIGN_IN_MS = 5 * 60_000;

/** The cookie between the two steps of signing in. Its value opens nothing but the second step, in this browser. */
export interface PendingCookie {
  readonly name: string;
  write(token: string): string;
  readonly clear: string;
  /** Digests of what the browser sends under this name; one planted beside ours must not hide it. */
  read(cookieHeader: string | undefined): readonly Buffer[];
}

export const newPendingToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a token. */
export const pendingDigest = (token: string): Buffer => createHash('sha256').update(token).digest();

const TOKEN = /^[A-Za-z0-9_-]{43}$/;
/** Nobody but an attacker sends more. */
const MOST_TRIED = 3;

export function createPendingCookie(secure: boolean): PendingCookie {
  const name = secure ? '__Host-keyholder-step' : 'keyholder-step';
  const flags = `Path=/; HttpOnly;${secure ? ' Secure;' : ''} SameSite=Lax`;
  return {
    name,
    write: (token) => `${name}=${token}; Max-Age=${PENDING_SIGN_IN_MS / 1000}; ${flags}`,
    clear: `${name}=; Max-Age=0; ${flags}`,
    read: (cookieHeader = '') =>
      cookieHeader
        .split(';')
        .map((pair) => pair.trim().split('='))
        .filter(([key, value]) => key === name && TOKEN.test(value ?? ''))
        .slice(0, MOST_TRIED)
        .map(([, value]) => pendingDigest(value!)),
  };
}
