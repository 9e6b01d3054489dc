import type { EmailAddress } from '@keyholder/domain';
import type { IdentityDeps } from './identity.ts';
import { readPerson } from './person-repository.ts';
import { readLink } from './sso-link.ts';
import { hasIdentity, ownsAccount, readOffer } from './sso-repository.ts';

/**
 * Whose password counts for an address: anybody's, that of an account's owner only, or nobody's because the domain asks
 * for single sign-on. No provider can lock an owner out, and who comes from one to link what they are here already
 * signs in as before.
 */
export async function passwordRule(
  deps: Pick<IdentityDeps, 'database' | 'sso'>,
  email: EmailAddress,
  cookieHeader: string | undefined,
): Promise<'any' | 'owner' | 'nobody'> {
  const { database } = deps;
  if ((await database.read((db) => readOffer(db, email))) !== 'required') return 'any';
  if ((await readLink(deps, cookieHeader)) === email) return 'any';
  const person = await readPerson(database, email);
  return person && (await database.read((db) => ownsAccount(db, person.id))) ? 'owner' : 'nobody';
}

/** Whether a password would be of no use to this person: they come in through their provider. */
export async function needsNoPassword(
  { database }: Pick<IdentityDeps, 'database'>,
  person: NonNullable<Awaited<ReturnType<typeof readPerson>>>,
): Promise<boolean> {
  return database.read(
    async (db) =>
      (await readOffer(db, person.email)) === 'required' &&
      (await hasIdentity(db, person.id)) &&
      !(await ownsAccount(db, person.id)),
  );
}
