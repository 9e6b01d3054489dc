import type { CommandContext } from '@keyholder/db';
import { decideAccountRestoration, decideSeat, fail, isOnlyOnSites, must } from '@keyholder/domain';
import type { UserId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { countSeats, holdsSeat } from '../roster/seats.ts';
import { readAccountStanding } from '../roster/standings.ts';
import { readPerson, saveAccountMember } from './account-member-repository.ts';
import { accountRecordView } from './account-record-view.ts';
import type { AccountRecordView } from './account-record-view.ts';
import { readRemovalFromAccount, readSitesOfRemoval, saveRestoration } from './removed-member-repository.ts';
import { accountRestored, siteRestored } from './restored-membership.ts';
import { saveNewSiteMembers } from './site-member-repository.ts';

export type AccountRestored = AccountRecordView & {
  readonly restoredSites: number;
  readonly correlationId: string;
};

/** Brings somebody back to the account with their role and every site of that removal that still exists [R33]. */
export function restoreToAccount(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  by: PersonAccess,
  account: AccountAccess,
  userId: UserId,
): Promise<AccountRestored> {
  return deps.write(command, account.id, async (tx, { now, correlationId }) => {
    const actor = await readAccountStanding(tx, account.id, by.userId);
    const target = await readAccountStanding(tx, account.id, userId);
    const found = await readRemovalFromAccount(tx, account.id, userId);

    const { role } = must(decideAccountRestoration(actor, target, found, now));
    const removed = found ?? fail('member.not_found');
    const { name, email } = (await readPerson(tx, userId)) ?? fail('member.not_found');
    const sites = await readSitesOfRemoval(tx, account.id, userId, removed.correlationId);
    // Without any of their sites there is no place for somebody who was only on sites [R2].
    if (isOnlyOnSites(role) && sites.length === 0) fail('member.not_restorable');
    must(decideSeat(await countSeats(tx, account.id, now), await holdsSeat(tx, account.id, email, now)));

    const record = { userId, role, joinedAt: removed.joinedAt, lastActiveAt: removed.lastActiveAt };
    await saveAccountMember(tx, account.id, record);
    const saved = await saveNewSiteMembers(tx, account.id, userId, sites, by.userId, now);
    if (saved !== sites.length) fail('member.already_active');
    await saveRestoration(
      tx,
      { accountId: account.id, userId, correlationId: removed.correlationId },
      'all',
      now,
    );

    return {
      result: {
        ...accountRecordView({ ...record, name, email }),
        restoredSites: sites.length,
        correlationId,
      },
      events: [accountRestored(userId, record), ...sites.map((site) => siteRestored(userId, site))],
      signals: [{ event: 'membership.created', id: userId, userId }],
    };
  });
}
