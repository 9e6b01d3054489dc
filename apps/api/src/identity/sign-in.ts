import { fail } from '@keyholder/domain';
import type { EmailAddress, UserId } from '@keyholder/domain';
import { APIError } from 'better-auth/api';
import { recordSecurityEvent } from '../audit/security-events.ts';
import type { Try } from '../http/limits.ts';
import { queueIdentityMail } from './identity-mails.ts';
import type { IdentityDeps } from './identity.ts';
import { toLibrary } from './library-address.ts';
import { hasSessionFrom, readPasswordHash, readPerson, replacePasswordHash } from './person-repository.ts';
import { libraryHeaders, seenFrom } from './visit.ts';
import type { Visit } from './visit.ts';

interface SignIn {
  readonly email: EmailAddress;
  readonly password: string;
}

export interface SignedIn {
  readonly setCookie: string;
  readonly user: { readonly id: UserId; readonly name: string; readonly email: EmailAddress };
}

/** The one answer to every sign-in that fails, whoever the address belongs to. */
const REFUSED = {
  detail:
    'The address and the password do not match. If the address is not confirmed yet, a new mail with a link is on its way.',
};

/** A new session for whoever knows the password. Every refusal reads the same and counts against its sender. */
export async function signIn(
  deps: IdentityDeps,
  { email, password }: SignIn,
  visit: Visit,
): Promise<SignedIn> {
  const { database, limits } = deps;
  const tries: Try[] = [
    ['sign_in.person_network', `${visit.address} ${email}`],
    ['sign_in.network', visit.address],
  ];
  // Guesses from many networks are counted together, but must not shut out the person where they are at home.
  if (!(await hasSessionFrom(database, email, visit.address))) tries.push(['sign_in.strangers', email]);
  return limits.countRefusals(tries, async () => {
    const signedIn = (await attempt(deps, { email, password }, visit)) ?? fail('auth.required', REFUSED);
    await renewHash(deps, signedIn.user.id, password);
    await recordSecurityEvent(deps, {
      action: 'sign_in.succeeded',
      userId: signedIn.user.id,
      ...seenFrom(visit),
    });
    return signedIn;
  });
}

async function attempt(
  deps: IdentityDeps,
  { email, password }: SignIn,
  visit: Visit,
): Promise<SignedIn | null> {
  const { library } = deps;
  try {
    const { headers, response } = await library.auth.api.signInEmail({
      body: { email: toLibrary(email), password },
      headers: libraryHeaders(visit),
      returnHeaders: true,
    });
    const setCookie = library.sessionCookieOf(headers);
    if (!setCookie) throw new Error('the library set no session cookie');
    return { setCookie, user: { id: response.user.id as UserId, name: response.user.name, email } };
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    const person = await readPerson(deps.database, email);
    // Forbidden: the password was right, the address is unverified.
    if (error.status === 'FORBIDDEN' && person) await mailAgain(deps, person);
    await recordSecurityEvent(deps, {
      action: 'sign_in.failed',
      userId: person?.id ?? null,
      ...seenFrom(visit),
    });
    return null;
  }
}

/** Over the limit of its mailbox nothing is sent, and the answer stays what it is. */
async function mailAgain(
  deps: IdentityDeps,
  person: { readonly id: UserId; readonly email: EmailAddress },
): Promise<void> {
  if (!(await deps.limits.hasRoom('identity_mail', person.email))) return;
  await deps.limits.take('identity_mail', person.email);
  await queueIdentityMail(deps, 'verification', person);
}

async function renewHash(
  { database, passwords, log }: IdentityDeps,
  userId: UserId,
  password: string,
): Promise<void> {
  try {
    const old = await readPasswordHash(database, userId);
    if (old !== null && passwords.isOutdated(old))
      await replacePasswordHash(database, userId, old, await passwords.hash(password));
  } catch {
    log.warn({ userId }, 'password hash not renewed');
  }
}
