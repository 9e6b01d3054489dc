import type { Transaction } from '@keyholder/db';
import { user } from '@keyholder/db/schema';
import { fail } from '@keyholder/domain';
import { eq } from 'drizzle-orm';
import { recordSecurityEvent } from '../audit/security-events.ts';
import type { IdentityDeps } from './identity.ts';
import { countWrong, endPending, readPending } from './pending-sign-in.ts';
import type { Pending } from './pending-sign-in.ts';
import { factorTries, takeProof } from './second-factor.ts';
import type { FactorProof, ProvenBy } from './second-factor.ts';
import { lockPerson } from './second-factor-repository.ts';
import { queueSecurityNotice } from './security-notice.ts';
import { insertSession } from './sessions.ts';
import type { SignedIn } from './sign-in.ts';
import { seenFrom } from './visit.ts';
import type { Visit } from './visit.ts';

export const WRONG_CODE = 'This code is not right, or was used already. Wait for the next one.';
export const WRONG_RECOVERY_CODE = 'This is not one of your recovery codes, or it was used already.';

const START_AGAIN = { detail: 'Start again with your password.' };

type Outcome =
  | { readonly kind: 'in'; readonly by: ProvenBy; readonly token: string; readonly user: SignedIn['user'] }
  | { readonly kind: 'wrong' | 'over' };

/**
 * The second step of signing in: the only way from a right password to a session for whoever has a second factor. It
 * works once, and for the browser that gave the password.
 */
export async function finishSignIn(
  deps: IdentityDeps,
  cookieHeader: string | undefined,
  proof: FactorProof,
  visit: Visit,
): Promise<SignedIn> {
  const { database, pendingCookie, limits } = deps;
  const pending =
    (await database.read((db) => readPending(db, pendingCookie.read(cookieHeader)))) ??
    fail('auth.required', START_AGAIN);
  return limits.countRefusals(factorTries(pending.userId), async () => {
    const outcome = await database.transaction((tx) => step(tx, deps, pending, proof, visit));
    const seen = { userId: pending.userId, ...seenFrom(visit) };
    if (outcome.kind === 'in') {
      await recordSecurityEvent(deps, {
        action: 'sign_in.succeeded',
        detail: { secondFactor: outcome.by },
        ...seen,
      });
      return { setCookie: deps.cookie.write(outcome.token), user: outcome.user };
    }
    await recordSecurityEvent(deps, { action: 'second_factor.failed', ...seen });
    if (outcome.kind === 'over') return fail('auth.required', START_AGAIN);
    const fields = 'code' in proof ? { code: WRONG_CODE } : { recoveryCode: WRONG_RECOVERY_CODE };
    return fail('validation.failed', { fields });
  });
}

/** A wrong code is counted, so it must be an answer: a throw would take the count back. */
async function step(
  tx: Transaction,
  deps: IdentityDeps,
  { digest, userId }: Pending,
  proof: FactorProof,
  visit: Visit,
): Promise<Outcome> {
  await lockPerson(tx, userId);
  const now = await deps.database.now(tx);
  const pending = await readPending(tx, [digest]);
  if (!pending) return { kind: 'over' };
  const by = await takeProof(tx, deps, userId, proof, now);
  if (by === null) return { kind: (await countWrong(tx, pending)) ? 'wrong' : 'over' };
  await endPending(tx, pending);
  const [person] = await tx
    .select({ id: user.id, name: user.name, email: user.email })
    .from(user)
    .where(eq(user.id, userId));
  if (!person) return { kind: 'over' };
  if (by === 'recovery_code') await queueSecurityNotice(tx, deps, person, 'recovery_code_used', now);
  return { kind: 'in', by, token: await insertSession(tx, userId, visit, now), user: person };
}
