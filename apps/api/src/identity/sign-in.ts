import { fail } from '@keyholder/domain';
import type { EmailAddress, UserId } from '@keyholder/domain';
import { APIError } from 'better-auth/api';
import { recordSecurityEvent } from '../audit/security-events.ts';
import type { Try } from '../http/limits.ts';
import { queueIdentityMail } from './identity-mails.ts';
import type { IdentityDeps } from './identity.ts';
import { toLibrary } from './library-address.ts';
import { beginSecondStep, readTwoStepPerson } from './pending-sign-in.ts';
import type { TwoStepPerson } from './pending-sign-in.ts';
import { hasSessionFrom, readPasswordHash, readPerson, replacePasswordHash } from './person-repository.ts';
import { hasFactor } from './second-factor-repository.ts';
import { endSession } from './sessions.ts';
import { passwordRule } from './sso-password.ts';
import { libraryHeaders, seenFrom } from './visit.ts';
import type { Visit } from './visit.ts';

interface SignIn {
  readonly email: EmailAddress;
  readonly password: string;
}

/** The password was right, and a second factor is needed: the cookie is for that step only. */
export interface HalfSignedIn {
  readonly setCookie: string;
  readonly user: null;
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

/** A new session, or the second step, for whoever knows the password. Every refusal reads the same and counts against its sender. */
export async function signIn(
  deps: IdentityDeps,
  { email, password }: SignIn,
  visit: Visit,
  cookieHeader?: string,
): Promise<SignedIn | HalfSignedIn> {
  const { database, limits } = deps;
  const counts = await passwordRule(deps, email, cookieHeader);
  const tries: Try[] = [
    ['sign_in.person_network', `${visit.address} ${email}`],
    ['sign_in.network', visit.address],
  ];
  // Guesses from many networks are counted together, but must not shut out the person where they are at home.
  if (!(await hasSessionFrom(database, email, visit.address))) tries.push(['sign_in.strangers', email]);
  return limits.countRefusals(tries, async () => {
    const signedIn =
      counts === 'nobody'
        ? await deps.passwords.hash(password).then(() => null)
        : await attempt(deps, { email, password }, visit);
    // One answer for every address of the domain, at the cost of a password: nobody learns who its owner is.
    if (!signedIn) return counts === 'any' ? fail('auth.required', REFUSED) : fail('auth.sso_required');
    // Half a sign-in is none yet.
    if (signedIn.user === null) return signedIn;
    await recordSecurityEvent(deps, {
      action: 'sign_in.succeeded',
      userId: signedIn.user.id,
      ...seenFrom(visit),
    });
    return signedIn;
  });
}

/** Null when the password is wrong or the address unverified; what there is to do about that is done here. */
async function attempt(
  deps: IdentityDeps,
  { email, password }: SignIn,
  visit: Visit,
): Promise<SignedIn | HalfSignedIn | null> {
  const { database, library } = deps;
  const twoStep = await readTwoStepPerson(deps, email);
  if (twoStep) return (await firstStep(deps, twoStep, password)) ?? failed(deps, email, visit);
  try {
    const { headers, response, comparedHash } = await library.signIn(
      toLibrary(email),
      password,
      libraryHeaders(visit),
    );
    const setCookie = library.sessionCookieOf(headers);
    if (!setCookie) throw new Error('the library set no session cookie');
    const id = response.user.id as UserId;
    if (await stillOpens(deps, id, password, comparedHash))
      return { setCookie, user: { id, name: response.user.name, email } };
    await endSession(database, response.token);
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    // Forbidden: the password was right, the address is unverified.
    if (error.status === 'FORBIDDEN') await mailAgain(deps, email);
  }
  return failed(deps, email, visit);
}

/** Without the library, which would start a session and take it back when it is told of a second factor. */
async function firstStep(
  deps: IdentityDeps,
  person: TwoStepPerson,
  password: string,
): Promise<HalfSignedIn | null> {
  if (!(await deps.passwords.verify(person.hash, password))) return null;
  const setCookie = await beginSecondStep(deps, person);
  if (setCookie !== null) await renewOutdated(deps, person.id, person.hash, password);
  return setCookie === null ? null : { setCookie, user: null };
}

async function failed(deps: IdentityDeps, email: EmailAddress, visit: Visit): Promise<null> {
  const person = await readPerson(deps.database, email);
  await recordSecurityEvent(deps, {
    action: 'sign_in.failed',
    userId: person?.id ?? null,
    ...seenFrom(visit),
  });
  return null;
}

/**
 * Whether the password is still the person's and all that they need, now that the session exists: a reset or a second
 * factor that came between comparing and signing in has ended all sessions but this one.
 */
async function stillOpens(
  deps: IdentityDeps,
  userId: UserId,
  password: string,
  compared: string | undefined,
): Promise<boolean> {
  const { database, passwords } = deps;
  if (await database.read((db) => hasFactor(db, userId))) return false;
  const stored = await readPasswordHash(database, userId);
  if (stored === null || stored !== compared) return stored !== null && passwords.verify(stored, password);
  await renewOutdated(deps, userId, stored, password);
  return true;
}

/** A hash of less than today's cost is made anew while the password is at hand. */
async function renewOutdated(
  { database, passwords, log }: IdentityDeps,
  userId: UserId,
  stored: string,
  password: string,
): Promise<void> {
  if (!passwords.isOutdated(stored)) return;
  const renew = async () => replacePasswordHash(database, userId, stored, await passwords.hash(password));
  await renew().catch(() => log.warn({ userId }, 'password hash not renewed'));
}

/** Over the limit of its mailbox nothing is sent, and the answer stays what it is. */
async function mailAgain(deps: IdentityDeps, email: EmailAddress): Promise<void> {
  const person = await readPerson(deps.database, email);
  if (person && (await deps.limits.tryTake('identity_mail', email)))
    await queueIdentityMail(deps, 'verification', person);
}
