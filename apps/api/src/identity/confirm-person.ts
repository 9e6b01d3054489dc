import type { Database } from '@keyholder/db';
import { fail, isFreshSignIn } from '@keyholder/domain';
import type { UserId } from '@keyholder/domain';
import type { PersonAccess } from '../http/access.ts';
import type { Try } from '../http/limits.ts';
import type { IdentityDeps } from './identity.ts';
import { readPasswordHash } from './person-repository.ts';

/** Guesses of a password by somebody who is signed in already. */
export const confirmationTries = (userId: UserId): readonly Try[] => [['confirm.person', userId]];

export const WRONG_PASSWORD = 'This is not your password.';

/**
 * That it is really them who changes how they sign in: their password, or, for whoever has none because an identity
 * provider signs them in, a sign-in of the last 10 minutes (security.md 1.1.7). Answers the hash that matched.
 */
export async function confirmPerson(
  deps: Pick<IdentityDeps, 'database' | 'passwords'>,
  person: PersonAccess,
  password: string | undefined,
  field: 'password' | 'currentPassword' = 'password',
): Promise<string | null> {
  const hash = await readPasswordHash(deps.database, person.userId);
  if (hash === null) {
    await requireFresh(deps.database, person);
    return null;
  }
  if (password === undefined || !(await deps.passwords.verify(hash, password)))
    fail('validation.failed', { fields: { [field]: WRONG_PASSWORD } });
  return hash;
}

export async function requireFresh(database: Database, person: PersonAccess): Promise<void> {
  const now = await database.transaction((tx) => database.now(tx));
  if (!isFreshSignIn(person.signedInAt, now)) fail('auth.reauthentication_required');
}
