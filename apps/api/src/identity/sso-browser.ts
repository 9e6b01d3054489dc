import { createHash, createHmac, randomBytes } from 'node:crypto';
import { SSO_ATTEMPT_MS } from '@keyholder/domain';
import type { Proof } from './sso-provider.ts';

/**
 * What binds a way to the provider to this browser: one secret in a cookie of ten minutes. State, nonce and verifier are
 * derived from it and the database knows its digest only, so that no row, log or address can finish somebody's sign-in.
 */
export interface SsoCookies {
  readonly attempt: SsoCookie;
  readonly link: SsoCookie;
}

interface SsoCookie {
  /** Set-Cookie for a secret. */
  write(secret: string): string;
  readonly clear: string;
  read(cookieHeader: string | undefined): string | null;
}

export function createSsoCookies(secure: boolean): SsoCookies {
  return { attempt: cookie('sso', secure), link: cookie('sso-link', secure) };
}

function cookie(what: string, secure: boolean): SsoCookie {
  const name = `${secure ? '__Host-' : ''}keyholder-${what}`;
  // Lax, because the provider sends the browser back by a link of its own.
  const flags = `Path=/; HttpOnly;${secure ? ' Secure;' : ''} SameSite=Lax`;
  const written = new RegExp(`(?:^|;)\\s*${name}=([A-Za-z0-9_-]{43})(?=\\s*(?:;|$))`);
  return {
    write: (secret) => `${name}=${secret}; Max-Age=${SSO_ATTEMPT_MS / 1000}; ${flags}`,
    clear: `${name}=; Max-Age=0; ${flags}`,
    read: (header) => written.exec(header ?? '')?.[1] ?? null,
  };
}

export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What the database knows of a secret. */
export const digestOf = (secret: string): Buffer => createHash('sha256').update(`sso:${secret}`).digest();

export const proofOf = (secret: string): Proof => {
  const derive = (label: string) => createHmac('sha256', secret).update(label).digest('base64url');
  return { state: derive('state'), nonce: derive('nonce'), verifier: derive('verifier') };
};
