import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const PERIOD_S = 30;
/** Codes of the step before and after count as well: clocks differ, and typing takes time (RFC 6238, 5.2). */
const WINDOW = 1;

/** 20 bytes, as long as what the codes are made with (RFC 4226, 4). */
export const newTotpSecret = (): Buffer => randomBytes(20);

const totp = (secret: Buffer, label = '') =>
  new TOTP({
    issuer: 'Keyholder',
    label,
    period: PERIOD_S,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
  });

/** For an app that cannot scan: base32, as such apps take it. */
export const secretText = (secret: Buffer): string => totp(secret).secret.base32;

/** What the QR code says: `otpauth://totp/Keyholder:<address>?…`. */
export const otpauthUri = (secret: Buffer, email: string): string => totp(secret, email).toString();

/**
 * The number of the 30-second step that a code belongs to, or null when it belongs to none that is near `now`. The
 * caller refuses a step that was used already: a code works once (RFC 6238, 5.2).
 */
export function stepOfCode(secret: Buffer, code: string, now: Date): number | null {
  // The library compares bytes, and throws when there are more of them than characters.
  if (!/^[0-9]{6}$/.test(code)) return null;
  const timestamp = now.getTime();
  const delta = totp(secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : TOTP.counter({ period: PERIOD_S, timestamp }) + delta;
}
