import { classify } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { EmailAddress } from '@keyholder/domain';
import { APIError } from 'better-auth/api';
import { queueIdentityMail, queueNothing } from './identity-mails.ts';
import type { IdentityDeps } from './identity.ts';
import { toLibrary } from './library-address.ts';
import { passwordFault } from './password-policy.ts';
import { readPerson, removeUnverified } from './person-repository.ts';
import { readOffer } from './sso-repository.ts';
import type { Visit } from './visit.ts';

interface SignUp {
  readonly name: string;
  readonly email: EmailAddress;
  readonly password: string;
}

/**
 * Makes an unverified person and mails the link. Whether the address is known shows nowhere but in its mailbox: same
 * answer, same work (security.md 1.1.9). The newest unverified sign-up for an address is the one that counts.
 */
export async function signUp(
  deps: IdentityDeps,
  { name, email, password }: SignUp,
  visit: Visit,
): Promise<void> {
  const { database, library, limits } = deps;
  const fault = passwordFault(password);
  if (fault) fail('validation.failed', { fields: { password: fault } });
  await limits.take('sign_up', visit.address);
  // By the domain alone, like at signing in: a password of one's own must not be the way around the company's page.
  if ((await database.read((db) => readOffer(db, email))) === 'required') fail('auth.sso_required');
  await limits.take('identity_mail', email);
  await removeUnverified(database, email);
  const refusal = await library.auth.api
    .signUpEmail({ body: { name, email: toLibrary(email), password } })
    .then(
      () => null,
      (error: unknown): unknown => {
        if (error instanceof APIError || wasOvertaken(error)) return error;
        // Anything else is a full password queue, or the database away.
        throw error;
      },
    );
  const person = await readPerson(database, email);
  // A twin that was faster makes the library refuse, and then the person is there all the same.
  if (!person && refusal instanceof APIError) throw refusal;
  // A newer sign-up has taken this one's place and is not done yet: the mail is its business.
  if (!person) return queueNothing(deps);
  await queueIdentityMail(deps, person.verified ? 'already_registered' : 'verification', person);
}

/** The library writes person and password one after the other: in between a newer sign-up may take the person away. */
const wasOvertaken = (error: unknown): boolean => ['foreign_key', 'unique'].includes(classify(error).kind);
