import type { EmailAddress } from '@keyholder/domain';
import type { IdentityDeps } from './identity.ts';
import { readPerson } from './person-repository.ts';
import { readLink } from './sso-link.ts';
import { findConnection, hasIdentity, ownsAccount } from './sso-repository.ts';

/**
 * Whose password counts for an address: anybody's, that of the owner of the provider's account only, or nobody's because
 * the domain asks for single sign-on. No provider can lock its account up, and who comes from one to link what they are
 * here already signs in as before. Owning another account does not count: anybody can make one.
 */
export async function passwordRule(
  deps: Pick<IdentityDeps, 'database' | 'sso'>,
  email: EmailAddress,
  cookieHeader: string | undefined,
): Promise<'any' | 'owner' | 'nobody'> {
  const { database } = deps;
  const connection = await database.read((db) => findConnection(db, email));
  if (!connection?.enforced) return 'any';
  if ((await readLink(deps, cookieHeader)) === email) return 'any';
  const person = await readPerson(database, email);
  const owns = person && (await database.read((db) => ownsAccount(db, connection.accountId, person.id)));
  return owns ? 'owner' : 'nobody';
}

/** Whether a password would be of no use to this person: they come in through their provider. */
export async function needsNoPassword(
  { database }: Pick<IdentityDeps, 'database'>,
  person: NonNullable<Awaited<ReturnType<typeof readPerson>>>,
): Promise<boolean> {
  return database.read(async (db) => {
    const connection = await findConnection(db, person.email);
    if (!connection?.enforced || !(await hasIdentity(db, person.id))) return false;
    return !(await ownsAccount(db, connection.accountId, person.id));
  });
}
