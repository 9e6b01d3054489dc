import { fail } from '@keyholder/domain';
import { recordSecurityEvent } from '../audit/security-events.ts';
import type { PersonAccess } from '../http/access.ts';
import { changeSignIn } from './change-sign-in.ts';
import { WRONG_CODE } from './finish-sign-in.ts';
import type { IdentityDeps } from './identity.ts';
import { factorTries, stepFor } from './second-factor.ts';
import { readFactor, saveConfirmation } from './second-factor-repository.ts';
import { seenFrom } from './visit.ts';
import type { Visit } from './visit.ts';

/** Turns the offered second factor on, proven by a code. Every other session ends; answers this browser's new cookie. */
export async function confirmSecondFactor(
  deps: IdentityDeps,
  person: PersonAccess,
  { code }: { readonly code: string },
  visit: Visit,
): Promise<string> {
  const { userId } = person;
  const { setCookie } = await deps.limits.countRefusals(factorTries(userId), () =>
    changeSignIn(deps, person, visit, 'second_factor_on', async (tx, now) => {
      const offer = (await readFactor(tx, userId)) ?? fail('second_factor.not_on');
      if (offer.confirmedAt) fail('second_factor.already_on');
      const step =
        stepFor(deps.factorKeys, userId, offer, code, deps.clock()) ??
        fail('validation.failed', { fields: { code: WRONG_CODE } });
      await saveConfirmation(tx, userId, step, now);
    }),
  );
  await recordSecurityEvent(deps, { action: 'second_factor.enabled', userId, ...seenFrom(visit) });
  return setCookie;
}
