import type { CommandContext, Signal } from '@keyholder/db';
import { decideSiteRemoval, fail, must } from '@keyholder/domain';
import type { UserId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { PersonAccess, SiteAccess } from '../http/access.ts';
import { revokeKeysOf } from '../roster/revoke-api-keys.ts';
import { readStandings } from '../roster/standings.ts';
import { withdrawInvitationsOf } from '../roster/withdraw-invitations.ts';
import { accountEnding, endSiteOnlyRecord, invitationEnding, siteEnding } from './ended-membership.ts';
import { revokeInvitationsTo } from './open-invitation-repository.ts';
import { saveRemoval } from './removed-member-repository.ts';
import { accessRemovedMail } from './role-change-record.ts';
import { deleteSiteMembers, readSiteMember, recordedStanding } from './site-member-repository.ts';

/** Takes somebody off one site, at once; their other sites stay [R30]. */
export function removeFromSite(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  by: PersonAccess,
  site: SiteAccess,
  userId: UserId,
  reason: string | null,
): Promise<{ readonly correlationId: string; readonly revokedApiKeys: number }> {
  const scope = { accountId: site.account.id, siteId: site.id };
  return deps.write(command, scope.accountId, async (tx, { now, correlationId }) => {
    const actor = (await readStandings(tx, scope.accountId, scope.siteId, [by.userId], now))(by.userId);
    const found = await readSiteMember(tx, scope, userId);

    must(decideSiteRemoval(actor, recordedStanding(userId, found)));
    const member = found ?? fail('member.not_found');

    const keys = await revokeKeysOf(tx, scope, userId, { ending: 'maker_removed', by: by.userId, now });
    const [gone] = await deleteSiteMembers(tx, scope, userId);
    if (!gone) fail('member.not_found');
    const record = await endSiteOnlyRecord(tx, scope.accountId, userId, member.accountRole);
    await saveRemoval(
      tx,
      { accountId: scope.accountId, userId, removedAt: now, removedBy: by.userId, correlationId },
      [gone],
      record,
    );
    // Somebody who was invited and then assigned still has the link: it must not lead back in.
    const revoked = await revokeInvitationsTo(tx, scope, member.email, now);
    const withdrawn = await withdrawInvitationsOf(tx, scope.accountId, userId, now);

    return {
      result: { correlationId, revokedApiKeys: keys.count },
      events: [
        siteEnding('removed', gone, reason),
        ...(record ? [accountEnding('removed', userId, record, 'was on no other site')] : []),
        ...revoked.map((one) =>
          invitationEnding(userId, member.email, one, 'the person was removed from the site'),
        ),
        ...keys.events,
        ...withdrawn.events,
      ],
      mails: [
        accessRemovedMail(
          {
            ...{ correlationId, generation: 0, recipient: member.email },
            ...{ accountName: site.account.name, siteName: site.name },
          },
          by,
        ),
      ],
      signals: [
        { event: 'membership.removed', id: userId, siteId: scope.siteId, userId },
        ...revoked.map(({ id }): Signal => ({ event: 'invitation.revoked', id, siteId: scope.siteId })),
        ...keys.signals,
        ...withdrawn.signals,
      ],
    };
  });
}
