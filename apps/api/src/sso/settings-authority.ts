import type { Transaction } from '@keyholder/db';
import { accountRoleGrants, fail, isFreshSignIn } from '@keyholder/domain';
import type { AccountId } from '@keyholder/domain';
import type { PersonAccess } from '../http/access.ts';
import { readAccountStanding } from '../roster/standings.ts';

/** Who may set single sign-on up: with the account's settings, and signed in within 10 minutes (security.md 1.1.7). */
export async function requireSettings(
  tx: Transaction,
  accountId: AccountId,
  person: PersonAccess,
  now: Date,
): Promise<void> {
  const { accountRole } = await readAccountStanding(tx, accountId, person.userId);
  if (accountRole === null) fail('not_found');
  if (!accountRoleGrants(accountRole, 'account.settings')) fail('permission.denied');
  if (!isFreshSignIn(person.signedInAt, now)) fail('auth.reauthentication_required');
}
