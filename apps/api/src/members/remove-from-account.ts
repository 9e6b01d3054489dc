import type { CommandContext } from '@keyholder/db';
import { decideAccountRemoval, fail, must } from '@keyholder/domain';
import type { UserId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { newMail } from '../mail/new-mail.ts';
import { readAccountStanding } from '../roster/standings.ts';
import { readAccountMember } from './account-member-repository.ts';
import { endAccountMembership } from './end-account-membership.ts';

export interface AccountRemoval {
  /** The remover stands behind the invitations that the person sent, instead of ending them [R23]. */
  readonly adoptInvitations: boolean;
  readonly reason: string | null;
}

export interface AccountRemoved {
  readonly removedSites: number;
  readonly revokedInvitations: number;
  readonly revokedApiKeys: number;
  readonly correlationId: string;
}

/** Takes somebody out of the account and off all of its sites in one transaction; never stopped by a last Owner [R10, R31]. */
export function removeFromAccount(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  by: PersonAccess,
  account: AccountAccess,
  userId: UserId,
  { adoptInvitations, reason }: AccountRemoval,
): Promise<AccountRemoved> {
  return deps.write(command, account.id, async (tx, moment) => {
    const actor = await readAccountStanding(tx, account.id, by.userId);
    const found = await readAccountMember(tx, account.id, userId);

    must(decideAccountRemoval(actor, { userId, accountRole: found?.role ?? null }));
    const member = found ?? fail('member.not_found');

    const adoptBy = adoptInvitations ? by.userId : null;
    const ended = await endAccountMembership(
      tx,
      { ending: 'removed', accountId: account.id, member, by: by.userId, reason, adoptBy },
      moment,
    );

    return {
      result: {
        removedSites: ended.removedSites,
        revokedInvitations: ended.revokedInvitations,
        revokedApiKeys: ended.revokedApiKeys,
        correlationId: moment.correlationId,
      },
      events: ended.events,
      mails: [
        newMail('access_removed', {
          ref: moment.correlationId,
          generation: 0,
          recipient: member.email,
          facts: { accountName: account.name, siteName: null, removedBy: { name: by.name, email: by.email } },
        }),
      ],
      signals: ended.signals,
    };
  });
}
