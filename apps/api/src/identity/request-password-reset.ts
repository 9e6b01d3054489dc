import type { EmailAddress } from '@keyholder/domain';
import { queueIdentityMail, queueNothing } from './identity-mails.ts';
import type { IdentityDeps } from './identity.ts';
import { readPerson } from './person-repository.ts';
import { needsNoPassword } from './sso-password.ts';

/**
 * Mails a reset link to whoever has this address; a hint to whom their provider signs in. Nobody with it: same answer,
 * same work, no mail.
 */
export async function requestPasswordReset(deps: IdentityDeps, email: EmailAddress): Promise<void> {
  await deps.limits.take('identity_mail', email);
  const person = await readPerson(deps.database, email);
  if (!person) return queueNothing(deps);
  const kind = (await needsNoPassword(deps, person)) ? 'sso_hint' : 'password_reset';
  await queueIdentityMail(deps, kind, person);
}
