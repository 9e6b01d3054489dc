import { recordSecurityEvent } from '../audit/security-events.ts';
import type { PersonAccess } from '../http/access.ts';
import { changeSignIn } from './change-sign-in.ts';
import { confirmPerson, confirmationTries } from './confirm-person.ts';
import type { IdentityDeps } from './identity.ts';
import { requireProof } from './require-proof.ts';
import { factorTries, freshRecoveryCodes } from './second-factor.ts';
import { replaceRecoveryCodes } from './second-factor-repository.ts';
import { seenFrom } from './visit.ts';
import type { Visit } from './visit.ts';

/** New recovery codes, shown this once; those before, used or not, are worth nothing from here on. */
export async function renewRecoveryCodes(
  deps: IdentityDeps,
  person: PersonAccess,
  { password, code }: { readonly password?: string | undefined; readonly code: string },
  visit: Visit,
): Promise<{ readonly recoveryCodes: readonly string[]; readonly setCookie: string }> {
  const { userId } = person;
  const tries = [...confirmationTries(userId), ...factorTries(userId)];
  const changed = await deps.limits.countRefusals(tries, async () => {
    await confirmPerson(deps, person, password);
    return changeSignIn(deps, person, visit, 'recovery_codes_renewed', async (tx, now) => {
      await requireProof(tx, deps, userId, { code }, now);
      const { codes, macs } = freshRecoveryCodes(deps.factorKeys, userId);
      await replaceRecoveryCodes(tx, userId, macs);
      return codes;
    });
  });
  await recordSecurityEvent(deps, { action: 'second_factor.codes_renewed', userId, ...seenFrom(visit) });
  return { recoveryCodes: changed.result, setCookie: changed.setCookie };
}
