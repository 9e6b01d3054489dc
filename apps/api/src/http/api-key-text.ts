import { createHash, timingSafeEqual } from 'node:crypto';

/** A key as a program sends it: `kh_<public part>_<secret part>` (security.md 1.2.6). */
export interface KeyText {
  readonly prefix: string;
  readonly secret: string;
}

const KEY = /^kh_([0-9a-z]{8})_([A-Za-z0-9_-]{43})$/;
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** The key that an `Authorization` header names; null: it names none, `malformed`: what it names cannot be one. */
export function keyInHeader(authorization: string | undefined): KeyText | 'malformed' | null {
  const bearer = /^\s*bearer(?:\s+(.*?))?\s*$/i.exec(authorization ?? '');
  if (!bearer) return null;
  const [, prefix, secret] = KEY.exec(bearer[1] ?? '') ?? [];
  return prefix !== undefined && secret !== undefined ? { prefix, secret } : 'malformed';
}

/** A new key out of two draws of 32 random bytes: one makes the public part, the other is the secret. */
export function newKeyText(forPrefix: Buffer, forSecret: Buffer): KeyText {
  const prefix = [...forPrefix.subarray(0, 8)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return { prefix, secret: forSecret.toString('base64url') };
}

export const writeKey = ({ prefix, secret }: KeyText): string => `kh_${prefix}_${secret}`;

/** What is stored of a key. Without salt or stretching: 32 random bytes cannot be guessed. */
export const hashOfSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Compared with when there is no such key, so that both cost the same. */
const NOTHING = Buffer.alloc(32);

/** Whether a secret is the one of this hash, in constant time; `null`: there is no key of that name. */
export const isSecretOf = (hash: Buffer | null, secret: string): boolean =>
  timingSafeEqual(hash ?? NOTHING, hashOfSecret(secret)) && hash !== null;
