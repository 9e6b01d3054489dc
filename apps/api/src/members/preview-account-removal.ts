import { databaseNow } from '@keyholder/db';
import { decideAccountRemoval, fail, must } from '@keyholder/domain';
import type { UserId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { readAccountStanding } from '../roster/standings.ts';
import { readAccountMember } from './account-member-repository.ts';
import { readInvitationsBy, readInvitationsTo } from './open-invitation-repository.ts';
import { readKeysToLose, readSitesToLose } from './removal-preview-repository.ts';
import type { RemovalPreview } from './removal-view.ts';

/** What `removeFromAccount` would end, for those who may do it [R10, R23, R32]. Changes nothing. */
export function previewAccountRemoval(
  deps: Pick<Deps, 'database'>,
  by: PersonAccess,
  account: AccountAccess,
  userId: UserId,
): Promise<RemovalPreview> {
  return deps.database.transaction(async (tx) => {
    const actor = await readAccountStanding(tx, account.id, by.userId);
    const found = await readAccountMember(tx, account.id, userId);
    must(decideAccountRemoval(actor, { userId, accountRole: found?.role ?? null }));
    const { email } = found ?? fail('member.not_found');

    const now = await databaseNow(tx);
    const sites = await readSitesToLose(tx, account.id, userId, now);
    const sent = await readInvitationsBy(tx, account.id, userId);
    return {
      sites: sites.map(({ id, name, role }) => ({ id, name, role })),
      sitesWithoutOwner: sites.filter((site) => site.onlyOwner).map(({ id, name }) => ({ id, name })),
      apiKeys: await readKeysToLose(tx, { accountId: account.id }, userId, now),
      invitationsSent: sent.map((one) => ({ id: one.id, email: one.email, role: one.role, site: one.site })),
      pendingInvitations: await readInvitationsTo(tx, account.id, email),
    };
  });
}
