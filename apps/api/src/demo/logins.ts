import { createHmac } from 'node:crypto';
import type { Database } from '@keyholder/db';
import { credential, user } from '@keyholder/db/schema';
import type { EmailAddress } from '@keyholder/domain';
import { eq, inArray } from 'drizzle-orm';
import { createPasswords } from '../identity/passwords.ts';

export interface DemoLogin {
  readonly email: string;
  readonly password: string;
  /** Who this is, in words. */
  readonly what: string;
}

const LOGINS = [
  { email: 'sarah@yourteam.com', what: 'Sarah Chen, account owner' },
  { email: 'amara@northwindcoffee.com', what: 'Amara Okafor, a client: Owner or Platform Admin of 9 sites' },
  { email: 'lena@freelance.example', what: 'Lena Park, freelancer: SEO Specialist on 8 sites' },
] as const;

/** 32 letters and digits that are not taken for one another. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/**
 * Made from the installation's own secret: it can be printed again at every start, is stored nowhere, and a password
 * of one demo opens no other (security.md A-022). 20 characters of 5 bits.
 */
function demoPassword(key: Buffer, email: string): string {
  const mac = createHmac('sha256', key).update(email).digest();
  const letters = [...mac.subarray(0, 20)].map((byte) => ALPHABET[byte % ALPHABET.length]);
  return [0, 4, 8, 12, 16].map((start) => letters.slice(start, start + 4).join('')).join('-');
}

export const demoLogins = (key: Buffer): readonly DemoLogin[] =>
  LOGINS.map(({ email, what }) => ({ email, what, password: demoPassword(key, email) }));

/** The logins that open this database now: none where no demo was seeded, and not one whose password was changed. */
export async function workingLogins(database: Database, key: Buffer): Promise<readonly DemoLogin[]> {
  const logins = demoLogins(key);
  const addresses = logins.map((login) => login.email as EmailAddress);
  const stored = await database.read((db) =>
    db
      .select({ email: user.email, hash: credential.password })
      .from(user)
      .innerJoin(credential, eq(credential.userId, user.id))
      .where(inArray(user.email, addresses)),
  );
  const hashes = new Map<string, string | null>(stored.map((row) => [row.email, row.hash]));
  const passwords = createPasswords();
  const opens = await Promise.all(
    logins.map(async ({ email, password }) => {
      const hash = hashes.get(email);
      return hash ? passwords.verify(hash, password) : false;
    }),
  );
  return logins.filter((_, index) => opens[index]);
}
