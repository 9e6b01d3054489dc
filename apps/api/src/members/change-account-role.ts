import type { CommandContext } from '@keyholder/db';
import { decideAccountRoleChange, fail, must } from '@keyholder/domain';
import type { AccountRole, UserId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { newMail } from '../mail/new-mail.ts';
import { endOfferTo } from '../roster/ownership-offer.ts';
import { readAccountStanding } from '../roster/standings.ts';
import { withdrawInvitationsOf } from '../roster/withdraw-invitations.ts';
import { readAccountMember, saveAccountRole } from './account-member-repository.ts';
import { accountRecordView } from './account-record-view.ts';
import type { AccountRecordView } from './account-record-view.ts';

/** Gives somebody another role in the account [R1, R2, R8, R9, R29]. */
export function changeAccountRole(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  by: PersonAccess,
  account: AccountAccess,
  userId: UserId,
  role: AccountRole,
): Promise<AccountRecordView> {
  return deps.write(command, account.id, async (tx, { now, correlationId }) => {
    const actor = await readAccountStanding(tx, account.id, by.userId);
    const found = await readAccountMember(tx, account.id, userId);

    const { from, to } = must(
      decideAccountRoleChange(actor, { userId, accountRole: found?.role ?? null }, role),
    );
    const member = found ?? fail('member.not_found');
    if (from === to) return { unchanged: true, result: accountRecordView(member) };

    if (!(await saveAccountRole(tx, account.id, userId, { from, to }))) fail('member.changed');
    const withdrawn = await withdrawInvitationsOf(tx, account.id, userId, now);
    const offer = await endOfferTo(tx, account.id, userId, now);

    return {
      result: accountRecordView({ ...member, role: to }),
      events: [
        {
          action: 'account_member.role_changed',
          target: { kind: 'person', id: userId },
          userId,
          before: { role: from },
          after: { role: to },
        },
        ...withdrawn.events,
        ...offer.events,
      ],
      mails: [
        newMail('role_changed', {
          ref: correlationId,
          generation: 0,
          recipient: member.email,
          facts: {
            accountName: account.name,
            siteName: null,
            from,
            to,
            changedBy: { name: by.name, email: by.email },
          },
        }),
      ],
      signals: [{ event: 'membership.changed', id: userId, userId }, ...withdrawn.signals, ...offer.signals],
    };
  });
}
