import { fail } from '@keyholder/domain';
import { recordSecurityEvent } from '../audit/security-events.ts';
import type { PersonAccess } from '../http/access.ts';
import { changeSignIn } from './change-sign-in.ts';
import { WRONG_PASSWORD, confirmPerson, confirmationTries, requireFresh } from './confirm-person.ts';
import type { IdentityDeps } from './identity.ts';
import { passwordFault } from './password-policy.ts';
import { replacePasswordHashIn } from './person-repository.ts';
import { hasFactor } from './second-factor-repository.ts';
import { seenFrom } from './visit.ts';
import type { Visit } from './visit.ts';

interface NewPassword {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/**
 * A new password for who knows the current one. Whoever has a second factor must have shown it within 10 minutes, too:
 * the password is half of how they sign in. Every other session ends; answers this browser's new cookie.
 */
export async function changePassword(
  deps: IdentityDeps,
  person: PersonAccess,
  { currentPassword, newPassword }: NewPassword,
  visit: Visit,
): Promise<string> {
  const { database, limits, passwords } = deps;
  const { userId } = person;
  const fault = passwordFault(newPassword);
  if (fault) fail('validation.failed', { fields: { newPassword: fault } });
  if (await database.read((db) => hasFactor(db, userId))) await requireFresh(database, person);
  const { setCookie } = await limits.countRefusals(confirmationTries(userId), async () => {
    const current =
      (await confirmPerson(deps, person, currentPassword, 'currentPassword')) ??
      fail('validation.failed', { fields: { currentPassword: 'You have no password here.' } });
    const hash = await passwords.hash(newPassword);
    return changeSignIn(deps, person, visit, 'password_changed', async (tx) => {
      // A change or reset that was faster has made the current password another.
      if (!(await replacePasswordHashIn(tx, userId, current, hash)))
        fail('validation.failed', { fields: { currentPassword: WRONG_PASSWORD } });
    });
  });
  await recordSecurityEvent(deps, { action: 'password.changed', userId, ...seenFrom(visit) });
  return setCookie;
}
