import { createHmac, randomBytes } from 'node:crypto';
import type { UserId } from '@keyholder/domain';

/** How many a person gets at a time. */
export const RECOVERY_CODES = 10;
const LENGTH = 10;
/** Crockford's 32: no letter that looks like a digit. 10 of them are 50 bits. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** As shown, once: `k7m2p-9xq4d`. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: RECOVERY_CODES }, () => {
    const letters = Array.from(randomBytes(LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');
    return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
  });

/** What is stored of a code: nothing that gives it back, also to somebody who has the database (the key is outside of it). */
export const recoveryMac = (key: Buffer, userId: UserId, code: string): Buffer =>
  createHmac('sha256', key)
    .update(`${userId}\n${asShown(code)}`)
    .digest();

/** However it was copied from paper: case, spaces, hyphens and letters that look like digits do not matter. */
const asShown = (code: string): string =>
  code.toLowerCase().replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1');
