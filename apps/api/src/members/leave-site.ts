import type { CommandContext } from '@keyholder/db';
import { decideSiteLeave, fail, must } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { PersonAccess, SiteAccess } from '../http/access.ts';
import { revokeKeysOf } from '../roster/revoke-api-keys.ts';
import { readStandings } from '../roster/standings.ts';
import { withdrawInvitationsOf } from '../roster/withdraw-invitations.ts';
import { accountEnding, endSiteOnlyRecord, siteEnding } from './ended-membership.ts';
import { saveRemoval } from './removed-member-repository.ts';
import { countOwners, deleteSiteMembers } from './site-member-repository.ts';

/** Gives up one's own place on a site; its last Owner cannot [R8, R10]. */
export async function leaveSite(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  by: PersonAccess,
  site: SiteAccess,
): Promise<void> {
  const scope = { accountId: site.account.id, siteId: site.id };
  const { userId } = by;
  await deps.write(command, scope.accountId, async (tx, { now, correlationId }) => {
    const { accountRole, siteRole } = (await readStandings(tx, scope.accountId, scope.siteId, [userId], now))(
      userId,
    );

    must(decideSiteLeave(siteRole, await countOwners(tx, scope, now)));

    const keys = await revokeKeysOf(tx, scope, userId, { ending: 'maker_left', by: userId, now });
    const [gone] = await deleteSiteMembers(tx, scope, userId);
    if (!gone) fail('not_found');
    const record = await endSiteOnlyRecord(tx, scope.accountId, userId, accountRole);
    await saveRemoval(
      tx,
      { accountId: scope.accountId, userId, removedAt: now, removedBy: userId, correlationId },
      [gone],
      record,
    );
    const withdrawn = await withdrawInvitationsOf(tx, scope.accountId, userId, now);

    return {
      result: null,
      events: [
        siteEnding('left', gone, null),
        ...(record ? [accountEnding('left', userId, record, 'was on no other site')] : []),
        ...keys.events,
        ...withdrawn.events,
      ],
      signals: [
        { event: 'membership.removed', id: userId, siteId: scope.siteId, userId },
        ...keys.signals,
        ...withdrawn.signals,
      ],
    };
  });
}
