import { fail } from '@keyholder/domain';
import { APIError } from 'better-auth/api';
import { recordSecurityEvent } from '../audit/security-events.ts';
import type { IdentityDeps } from './identity.ts';
import { personOfVerification } from './links.ts';
import { libraryHeaders, seenFrom } from './visit.ts';
import type { Visit } from './visit.ts';

export const BAD_LINK = { fields: { token: 'This link was used already, has expired, or is not complete.' } };

/** Confirms the address that a link was mailed to and signs the person in; answers the Set-Cookie value. Works once. */
export async function verifyEmail(deps: IdentityDeps, token: string, visit: Visit): Promise<string> {
  const { database, library, limits, secret } = deps;
  return limits.countRefusals([['token.wrong', visit.address]], async () => {
    const userId =
      (await personOfVerification(database, secret, token)) ?? fail('validation.failed', BAD_LINK);
    const headers = await library.auth.api
      .verifyEmail({ query: { token }, headers: libraryHeaders(visit), returnHeaders: true })
      .then(
        (answer) => answer.headers,
        (error: unknown) => {
          if (error instanceof APIError) fail('validation.failed', BAD_LINK);
          throw error;
        },
      );
    // Verified before: the library says yes, but starts no second session from the same link.
    const setCookie = library.sessionCookieOf(headers) ?? fail('validation.failed', BAD_LINK);
    await recordSecurityEvent(deps, {
      action: 'sign_in.succeeded',
      userId,
      detail: { by: 'verification' },
      ...seenFrom(visit),
    });
    return setCookie;
  });
}
