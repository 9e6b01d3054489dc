import type { CommandContext } from '@keyholder/db';
import { decidePolicyChange, must } from '@keyholder/domain';
import type { AccountPolicies, PolicyChange } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { readPolicies } from '../roster/account-policies.ts';
import { readAccountStanding } from '../roster/standings.ts';
import { holdsSecondFactor, savePolicies } from './account-policy-repository.ts';
import { viewPolicies } from './policy-view.ts';

/** Changes what the account asks of everybody in it, within 10 minutes of signing in (security.md 1.1.7). */
export function updatePolicies(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  by: PersonAccess,
  account: AccountAccess,
  change: PolicyChange,
): Promise<AccountPolicies> {
  return deps.write(command, account.id, async (tx, { now }) => {
    const actor = await readAccountStanding(tx, account.id, by.userId);
    const from = await readPolicies(tx, account.id);
    const hasSecondFactor = await holdsSecondFactor(tx, by.userId);

    const to = must(decidePolicyChange({ ...actor, ...by, hasSecondFactor }, from, change, now));

    const [before, after] = difference(viewPolicies(from), viewPolicies(to));
    if (Object.keys(after).length === 0) return { unchanged: true, result: to };
    await savePolicies(tx, account.id, to);
    return {
      result: to,
      events: [
        {
          action: 'account.policies_changed',
          target: { kind: 'account', id: account.id },
          before,
          after,
        },
      ],
      signals: [{ event: 'account.changed', id: account.id }],
    };
  });
}

/** Both sides of what differs. */
function difference<View extends object>(from: View, to: View): [Partial<View>, Partial<View>] {
  const keys = (Object.keys(to) as (keyof View)[]).filter(
    (key) => JSON.stringify(from[key]) !== JSON.stringify(to[key]),
  );
  const only = (view: View) => Object.fromEntries(keys.map((key) => [key, view[key]])) as Partial<View>;
  return [only(from), only(to)];
}
