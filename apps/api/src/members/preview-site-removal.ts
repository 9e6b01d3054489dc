import { databaseNow } from '@keyholder/db';
import {
  accountRoleGrants,
  decideSiteRemoval,
  fail,
  isCurrent,
  isOnlyOnSites,
  mayOffer,
  must,
} from '@keyholder/domain';
import type { Offer, UserId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { PersonAccess, SiteAccess } from '../http/access.ts';
import { readStandings, standing } from '../roster/standings.ts';
import { readInvitationsBy } from './open-invitation-repository.ts';
import type { OpenInvitation } from './open-invitation-repository.ts';
import { readKeysToLose, readSitesToLose } from './removal-preview-repository.ts';
import type { RemovalPreview } from './removal-view.ts';
import { readSiteMember, recordedStanding } from './site-member-repository.ts';

/** What `removeFromSite` would end, for those who may do it [R10, R23, R32]. Changes nothing. */
export function previewSiteRemoval(
  deps: Pick<Deps, 'database'>,
  by: PersonAccess,
  site: SiteAccess,
  userId: UserId,
): Promise<RemovalPreview> {
  const scope = { accountId: site.account.id, siteId: site.id };
  return deps.database.transaction(async (tx) => {
    const now = await databaseNow(tx);
    const actor = (await readStandings(tx, scope.accountId, scope.siteId, [by.userId], now))(by.userId);
    const found = await readSiteMember(tx, scope, userId);
    must(decideSiteRemoval(actor, recordedStanding(userId, found)));
    const member = found ?? fail('member.not_found');

    const all = await readSitesToLose(tx, scope.accountId, userId, now);
    const sites = all.filter((one) => one.id === scope.siteId);
    // The account record of somebody who is only on sites goes with the last one [R2].
    const accountRole = isOnlyOnSites(member.accountRole) && all.length === 1 ? null : member.accountRole;
    const ending = (await readInvitationsBy(tx, scope.accountId, userId)).filter((one) => {
      const stays =
        one.senderRole !== null && one.site?.id !== scope.siteId && isCurrent(one.senderUntil, now);
      const offer = { scope: one.site ? 'site' : 'account', role: one.role } as Offer;
      return !mayOffer(standing(userId, accountRole, stays ? one.senderRole : null), offer);
    });
    const seesAll = accountRoleGrants(actor.accountRole, 'team.read');
    const mayKnow = ({ site: of }: OpenInvitation) => seesAll || of?.id === scope.siteId;
    return {
      sites: sites.map(({ id, name, role }) => ({ id, name, role })),
      sitesWithoutOwner: sites.filter((one) => one.onlyOwner).map(({ id, name }) => ({ id, name })),
      apiKeys: await readKeysToLose(tx, scope, userId, now),
      // Of other sites only what the viewer may know anyway.
      invitationsSent: ending.filter(mayKnow).map((one) => ({
        id: one.id,
        email: one.email,
        role: one.role,
        site: one.site,
      })),
      // Invitations to the person end with a removal from the account only [R31].
      pendingInvitations: [],
    };
  });
}
