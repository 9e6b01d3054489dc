import { accountRoleGrants, fail } from '@keyholder/domain';
import type { AccountPolicies } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess } from '../http/access.ts';
import { readPolicies } from '../roster/account-policies.ts';

/** The policies of an account, for those who may change them. */
export function readAccountPolicies(
  deps: Pick<Deps, 'read'>,
  account: AccountAccess,
): Promise<AccountPolicies> {
  if (!accountRoleGrants(account.role, 'account.settings')) return fail('permission.denied');
  return deps.read((db) => readPolicies(db, account.id));
}
