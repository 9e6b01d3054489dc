import type { Transaction } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { UserId } from '@keyholder/domain';
import { WRONG_CODE, WRONG_RECOVERY_CODE } from './finish-sign-in.ts';
import type { IdentityDeps } from './identity.ts';
import { takeProof } from './second-factor.ts';
import type { FactorProof } from './second-factor.ts';
import { hasFactor } from './second-factor-repository.ts';

/** Takes a code of a signed-in person whose second factor is on; else it is off, or the field says what is wrong. */
export async function requireProof(
  tx: Transaction,
  deps: Pick<IdentityDeps, 'factorKeys' | 'clock'>,
  userId: UserId,
  proof: FactorProof,
  now: Date,
): Promise<void> {
  if (!(await hasFactor(tx, userId))) fail('second_factor.not_on');
  if ((await takeProof(tx, deps, userId, proof, now)) !== null) return;
  const fields = 'code' in proof ? { code: WRONG_CODE } : { recoveryCode: WRONG_RECOVERY_CODE };
  fail('validation.failed', { fields });
}
