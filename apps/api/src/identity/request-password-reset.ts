import type { EmailAddress } from '@keyholder/domain';
import { queueIdentityMail, queueNothing } from './identity-mails.ts';
import type { IdentityDeps } from './identity.ts';
import { readPerson } from './person-repository.ts';

/** Mails a reset link to whoever has this address. Nobody with it: same answer, same work, no mail. */
export async function requestPasswordReset(deps: IdentityDeps, email: EmailAddress): Promise<void> {
  await deps.limits.take('identity_mail', email);
  const person = await readPerson(deps.database, email);
  await (person ? queueIdentityMail(deps, 'password_reset', person) : queueNothing(deps));
}
