import type { WriteTx } from '@keyholder/db';
import { accountRoleGrants, fail } from '@keyholder/domain';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { readAccountStanding } from '../roster/standings.ts';

/** Whoever changes the account's webhooks holds `account.settings`, read again under the lock [R11]. */
export async function requireSettings(
  tx: WriteTx,
  person: PersonAccess,
  account: AccountAccess,
): Promise<void> {
  const { accountRole } = await readAccountStanding(tx, account.id, person.userId);
  if (accountRole === null) fail('not_found');
  if (!accountRoleGrants(accountRole, 'account.settings')) fail('permission.denied');
}

/** The same for reading. */
export function mayReadSettings(account: AccountAccess): void {
  if (!accountRoleGrants(account.role, 'account.settings')) fail('permission.denied');
}
