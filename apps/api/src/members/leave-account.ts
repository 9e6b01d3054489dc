import type { CommandContext } from '@keyholder/db';
import { decideAccountLeave, fail, must } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { readAccountMember } from './account-member-repository.ts';
import { endAccountMembership } from './end-account-membership.ts';

/** Gives up one's own place in the account and on all of its sites; the owner cannot [R1, R8]. */
export async function leaveAccount(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  by: PersonAccess,
  account: AccountAccess,
): Promise<void> {
  const { userId } = by;
  await deps.write(command, account.id, async (tx, moment) => {
    const found = await readAccountMember(tx, account.id, userId);

    must(decideAccountLeave({ userId, accountRole: found?.role ?? null }));
    const member = found ?? fail('not_found');

    const { events, signals } = await endAccountMembership(
      tx,
      { ending: 'left', accountId: account.id, member, by: userId, reason: null, adoptBy: null },
      moment,
    );
    return { result: null, events, signals };
  });
}
