import type { CommandContext, NewAuditEvent, WriteTx } from '@keyholder/db';
import {
  SITE_ONLY_ROLE,
  decideSeat,
  decideSiteRestoration,
  fail,
  isOnlyOnSites,
  must,
} from '@keyholder/domain';
import type { AccountRole, UserId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { PersonAccess, SiteAccess } from '../http/access.ts';
import { countSeats, holdsSeat } from '../roster/seats.ts';
import { revokeKeysOfEndedAccess } from '../roster/revoke-api-keys.ts';
import { readStandings } from '../roster/standings.ts';
import { readPerson, saveAccountMember } from './account-member-repository.ts';
import { readRemovalFromAccount, readRemovalFromSite, saveRestoration } from './removed-member-repository.ts';
import type { RemovedFromSite } from './removed-member-repository.ts';
import { accountRestored, siteRestored } from './restored-membership.ts';
import { readSiteMember, saveNewSiteMembers } from './site-member-repository.ts';
import { siteMemberView } from './site-member-view.ts';
import type { SiteMemberView } from './site-member-view.ts';

/** Brings somebody back to one site as they were, without an invitation [R33]. */
export function restoreToSite(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  by: PersonAccess,
  site: SiteAccess,
  userId: UserId,
): Promise<SiteMemberView> {
  const scope = { accountId: site.account.id, siteId: site.id };
  return deps.write(command, scope.accountId, async (tx, { now }) => {
    const standings = await readStandings(tx, scope.accountId, scope.siteId, [by.userId, userId], now);
    const [actor, target] = [standings(by.userId), standings(userId)];
    const found = await readRemovalFromSite(tx, scope, userId);

    must(decideSiteRestoration(actor, target, found, now));
    const removed = found ?? fail('member.not_found');

    const joined = target.accountRole === null ? await rejoin(tx, scope.accountId, userId, removed, now) : [];
    const left = { by: by.userId, now };
    const keys = await revokeKeysOfEndedAccess(tx, scope.accountId, userId, [scope.siteId], left);
    const saved = await saveNewSiteMembers(tx, scope.accountId, userId, [removed], by.userId, now);
    if (saved !== 1) fail('member.already_active');
    await saveRestoration(
      tx,
      { accountId: scope.accountId, userId, correlationId: removed.correlationId },
      [scope.siteId],
      now,
    );

    const member = (await readSiteMember(tx, scope, userId)) ?? fail('member.not_found');
    return {
      result: siteMemberView(member, actor),
      events: [siteRestored(userId, removed), ...joined, ...keys.events],
      signals: [{ event: 'membership.created', id: userId, siteId: scope.siteId, userId }, ...keys.signals],
    };
  });
}

/**
 * Who is back on a site belongs to the account again, as somebody who is only on sites: authority over a site never
 * brings back a former account role [R2, R3].
 */
async function rejoin(
  tx: WriteTx,
  accountId: SiteAccess['account']['id'],
  userId: UserId,
  removed: RemovedFromSite,
  now: Date,
): Promise<NewAuditEvent[]> {
  const { email } = (await readPerson(tx, userId)) ?? fail('member.not_found');
  must(decideSeat(await countSeats(tx, accountId, now), await holdsSeat(tx, accountId, email, now)));
  const former = await readRemovalFromAccount(tx, accountId, userId);
  const role: AccountRole = SITE_ONLY_ROLE;
  const record = {
    userId,
    role,
    joinedAt: former?.joinedAt ?? removed.joinedAt,
    lastActiveAt: former?.lastActiveAt ?? removed.lastActiveAt ?? null,
  };
  await saveAccountMember(tx, accountId, record);
  if (former && isOnlyOnSites(former.role))
    await saveRestoration(tx, { accountId, userId, correlationId: former.correlationId }, [null], now);
  return [accountRestored(userId, record)];
}
