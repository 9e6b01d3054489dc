import { verifyChain } from '@keyholder/db';
import { accountRoleGrants, fail } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess } from '../http/access.ts';

/** Computes the account's chain anew with the key that is outside the database [R42]. */
export function verifyAuditEvents(deps: Pick<Deps, 'database' | 'keys'>, account: AccountAccess) {
  if (!accountRoleGrants(account.role, 'audit.read')) return fail('permission.denied');
  return verifyChain(deps.database, deps.keys.audit, account.id);
}
