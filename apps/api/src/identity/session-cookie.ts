import { createHmac, timingSafeEqual } from 'node:crypto';

/** Absolute: no request prolongs it (security.md 1.1.6). */
export const SESSION_SECONDS = 14 * 24 * 3_600;

/** The cookie that carries a session's token, signed, in the library's own notation. */
export interface SessionCookie {
  readonly name: string;
  /** Set-Cookie for a token. */
  write(token: string): string;
  /** Set-Cookie that takes it away. */
  readonly clear: string;
  /** The token in a Cookie header, only when its signature is ours. */
  read(cookieHeader: string | undefined): string | null;
}

/** A `__Host-` name makes the browser insist on https, this host and no Domain; over plain http it takes no such name. */
export function createSessionCookie(secret: string, secure: boolean): SessionCookie {
  const name = secure ? '__Host-keyholder' : 'keyholder';
  const flags = `Path=/; HttpOnly;${secure ? ' Secure;' : ''} SameSite=Lax`;
  const sign = (token: string) => createHmac('sha256', secret).update(token).digest();
  return {
    name,
    write: (token) =>
      `${name}=${encodeURIComponent(`${token}.${sign(token).toString('base64')}`)}; Max-Age=${SESSION_SECONDS}; ${flags}`,
    clear: `${name}=; Max-Age=0; ${flags}`,
    read(cookieHeader) {
      // A cookie planted beside ours must not hide it, so that every one of the name is tried.
      for (const value of valuesOf(cookieHeader ?? '', name)) {
        const dot = value.lastIndexOf('.');
        const signature = Buffer.from(value.slice(dot + 1), 'base64');
        const expected = sign(value.slice(0, Math.max(0, dot)));
        if (dot > 0 && signature.length === expected.length && timingSafeEqual(signature, expected))
          return value.slice(0, dot);
      }
      return null;
    },
  };
}

function valuesOf(cookieHeader: string, name: string): string[] {
  return cookieHeader.split(';').flatMap((pair) => {
    const equals = pair.indexOf('=');
    if (equals < 0 || pair.slice(0, equals).trim() !== name) return [];
    try {
      return [decodeURIComponent(pair.slice(equals + 1).trim())];
    } catch {
      return [];
    }
  });
}
