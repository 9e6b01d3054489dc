import { fail } from '@keyholder/domain';
import type { PersonAccess } from '../http/access.ts';
import { lockCaller } from './change-sign-in.ts';
import { confirmPerson, confirmationTries } from './confirm-person.ts';
import type { IdentityDeps } from './identity.ts';
import { freshRecoveryCodes, sealSecret } from './second-factor.ts';
import { hasFactor, saveOffer } from './second-factor-repository.ts';
import { newTotpSecret, otpauthUri, secretText } from './totp.ts';

/** What the person puts into their app and keeps; shown this once. */
export interface SecondFactorOffer {
  readonly uri: string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Begins to set up a second factor. Nothing asks for it until a code has confirmed it; another offer replaces this one. */
export async function offerSecondFactor(
  deps: IdentityDeps,
  person: PersonAccess,
  { password }: { readonly password?: string | undefined },
): Promise<SecondFactorOffer> {
  const { database, factorKeys, limits } = deps;
  const { userId, email } = person;
  await limits.countRefusals(confirmationTries(userId), () => confirmPerson(deps, person, password));
  const secret = newTotpSecret();
  const { codes, macs } = freshRecoveryCodes(factorKeys, userId);
  await database.transaction(async (tx) => {
    await lockCaller(tx, person);
    if (await hasFactor(tx, userId)) fail('second_factor.already_on');
    const offer = { secret: sealSecret(factorKeys, userId, secret), recoveryMacs: macs };
    await saveOffer(tx, userId, offer, await database.now(tx));
  });
  return { uri: otpauthUri(secret, email), secret: secretText(secret), recoveryCodes: codes };
}
