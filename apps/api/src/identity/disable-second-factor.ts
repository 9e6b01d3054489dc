import { recordSecurityEvent } from '../audit/security-events.ts';
import type { PersonAccess } from '../http/access.ts';
import { changeSignIn } from './change-sign-in.ts';
import { confirmPerson, confirmationTries } from './confirm-person.ts';
import type { IdentityDeps } from './identity.ts';
import { requireProof } from './require-proof.ts';
import { factorTries } from './second-factor.ts';
import type { FactorProof } from './second-factor.ts';
import { removeFactor } from './second-factor-repository.ts';
import { seenFrom } from './visit.ts';
import type { Visit } from './visit.ts';

/** Turns the second factor off: password and a code, all that signing in takes. Every other session ends. */
export async function disableSecondFactor(
  deps: IdentityDeps,
  person: PersonAccess,
  { password, proof }: { readonly password?: string | undefined; readonly proof: FactorProof },
  visit: Visit,
): Promise<string> {
  const { userId } = person;
  const tries = [...confirmationTries(userId), ...factorTries(userId)];
  const { setCookie } = await deps.limits.countRefusals(tries, async () => {
    await confirmPerson(deps, person, password);
    return changeSignIn(deps, person, visit, 'second_factor_off', async (tx, now) => {
      await requireProof(tx, deps, userId, proof, now);
      await removeFactor(tx, userId);
    });
  });
  await recordSecurityEvent(deps, { action: 'second_factor.disabled', userId, ...seenFrom(visit) });
  return setCookie;
}
