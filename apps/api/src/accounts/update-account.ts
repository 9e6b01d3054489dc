import type { CommandContext } from '@keyholder/db';
import { accountRoleGrants, fail } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { readAccountStanding } from '../roster/standings.ts';
import { readName, saveName } from './account-repository.ts';
import type { AccountView } from './account-view.ts';
import { viewAccount } from './read-account.ts';

/** Renames an account. Its slug stays, so that links keep working. */
export function updateAccount(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  person: PersonAccess,
  account: AccountAccess,
  { name }: { readonly name: string },
): Promise<AccountView> {
  return deps.write(command, account.id, async (tx) => {
    const { accountRole } = await readAccountStanding(tx, account.id, person.userId);
    if (accountRole === null) return fail('not_found');
    if (!accountRoleGrants(accountRole, 'account.settings')) return fail('permission.denied');

    const before = await readName(tx, account.id);
    const result = await viewAccount(tx, person, { ...account, name, role: accountRole });
    if (before === name) return { unchanged: true, result };
    await saveName(tx, account.id, name);
    return {
      result,
      events: [
        {
          action: 'account.renamed',
          target: { kind: 'account', id: account.id },
          before: { name: before },
          after: { name },
        },
      ],
      signals: [{ event: 'account.changed', id: account.id }],
    };
  });
}
