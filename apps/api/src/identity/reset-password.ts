import { fail } from '@keyholder/domain';
import type { UserId } from '@keyholder/domain';
import { APIError } from 'better-auth/api';
import { recordSecurityEvent } from '../audit/security-events.ts';
import type { IdentityDeps } from './identity.ts';
import { passwordFault } from './password-policy.ts';
import { BAD_LINK } from './verify-email.ts';
import { seenFrom } from './visit.ts';
import type { Visit } from './visit.ts';

interface Reset {
  readonly token: string;
  readonly newPassword: string;
}

/** A new password for whoever holds the link. It works once, and every session of the person ends. */
export async function resetPassword(
  deps: IdentityDeps,
  { token, newPassword }: Reset,
  visit: Visit,
): Promise<void> {
  const { library, limits, passwords } = deps;
  const fault = passwordFault(newPassword);
  if (fault) fail('validation.failed', { fields: { newPassword: fault } });
  await limits.countRefusals([['token.wrong', visit.address]], async () => {
    const { internalAdapter } = await library.auth.$context;
    // Looked at before hashing: a guess costs no memory, and a full queue does not use up the link.
    const link = await internalAdapter.findVerificationValue(`reset-password:${token}`);
    if (!link || link.expiresAt <= new Date()) fail('validation.failed', BAD_LINK);
    const hash = await passwords.hash(newPassword);
    await library
      .withHash(hash, () => library.auth.api.resetPassword({ body: { token, newPassword } }))
      .catch((error: unknown) => {
        if (error instanceof APIError) fail('validation.failed', BAD_LINK);
        throw error;
      });
    await recordSecurityEvent(deps, {
      action: 'password.reset',
      userId: link.value as UserId,
      ...seenFrom(visit),
    });
  });
}
