import { seal, unseal } from '@keyholder/db';
import type { Transaction } from '@keyholder/db';
import type { UserId } from '@keyholder/domain';
import type { Try } from '../http/limits.ts';
import { newRecoveryCodes, recoveryMac } from './recovery-codes.ts';
import { readFactor, takeRecoveryCode, takeStep } from './second-factor-repository.ts';
import type { StoredFactor } from './second-factor-repository.ts';
import { stepOfCode } from './totp.ts';

/** The keys that keep second factors, both outside the database. */
export interface FactorKeys {
  readonly totpSecrets: Buffer;
  readonly recoveryCodes: Buffer;
}

/** What somebody shows in the second step. */
export type FactorProof = { readonly code: string } | { readonly recoveryCode: string };
/** What it was; for the security event. */
export type ProvenBy = 'code' | 'recovery_code';

/** Wrong codes of one person, wherever they are tried: each new sign-in would bring another five. */
export const factorTries = (userId: UserId): readonly Try[] => [
  ['second_factor.person', userId],
  ['second_factor.person_day', userId],
];

/** A secret out of one person's row opens for no other person. */
const boundTo = (userId: UserId): Buffer => Buffer.from(`two-factor:v1\n${userId}`);

export const sealSecret = (keys: FactorKeys, userId: UserId, secret: Buffer): Buffer =>
  seal(keys.totpSecrets, secret, boundTo(userId));

/** The step of a code for a stored factor, confirmed or not; null when the code is wrong. */
export const stepFor = (
  keys: FactorKeys,
  userId: UserId,
  { secret }: Pick<StoredFactor, 'secret'>,
  code: string,
  now: Date,
): number | null => stepOfCode(unseal(keys.totpSecrets, secret, boundTo(userId)), code, now);

export function freshRecoveryCodes(keys: FactorKeys, userId: UserId) {
  const codes = newRecoveryCodes();
  return { codes, macs: codes.map((code) => recoveryMac(keys.recoveryCodes, userId, code)) };
}

/**
 * Takes a code or a recovery code of somebody whose second factor is on; null when it is wrong or was used. The caller
 * has locked the person. `clock` is the process's: the codes of an app follow the wall clock, not the database's.
 */
export async function takeProof(
  tx: Transaction,
  { factorKeys, clock }: { readonly factorKeys: FactorKeys; readonly clock: () => Date },
  userId: UserId,
  proof: FactorProof,
  now: Date,
): Promise<ProvenBy | null> {
  const factor = await readFactor(tx, userId);
  if (!factor?.confirmedAt) return null;
  if ('recoveryCode' in proof) {
    const mac = recoveryMac(factorKeys.recoveryCodes, userId, proof.recoveryCode);
    return (await takeRecoveryCode(tx, userId, mac, now)) ? 'recovery_code' : null;
  }
  const step = stepFor(factorKeys, userId, factor, proof.code, clock());
  return step !== null && (await takeStep(tx, userId, step)) ? 'code' : null;
}
