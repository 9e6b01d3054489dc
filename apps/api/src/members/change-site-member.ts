import type { CommandContext, NewAuditEvent } from '@keyholder/db';
import { decideAccessUntil, decideRoleChange, fail, must } from '@keyholder/domain';
import type { SiteRole, UserId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { PersonAccess, SiteAccess } from '../http/access.ts';
import { revokeKeysOfEndedAccess } from '../roster/revoke-api-keys.ts';
import { readStandings } from '../roster/standings.ts';
import { withdrawInvitationsOf } from '../roster/withdraw-invitations.ts';
import { roleChangedEvent, roleChangedMail } from './role-change-record.ts';
import { readSiteMember, recordedStanding, saveSiteMemberChange } from './site-member-repository.ts';
import type { SiteMember } from './site-member-repository.ts';
import { etagOf, siteMemberView } from './site-member-view.ts';
import type { SiteMemberView } from './site-member-view.ts';

export interface SiteMemberChange {
  readonly role?: SiteRole | undefined;
  /** Null: without an end. */
  readonly accessUntil?: Date | null | undefined;
  /** The etag of the member that the caller saw; null when they do not mind. */
  readonly ifMatch: string | null;
}

/** Gives somebody another role on the site, another end of their access, or both [R7–R9, R29, R34]. */
export function changeSiteMember(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  by: PersonAccess,
  site: SiteAccess,
  userId: UserId,
  change: SiteMemberChange,
): Promise<SiteMemberView> {
  const scope = { accountId: site.account.id, siteId: site.id };
  return deps.write(command, site.account.id, async (tx, { now, correlationId }) => {
    const actor = (await readStandings(tx, scope.accountId, scope.siteId, [by.userId], now))(by.userId);
    const member = await readSiteMember(tx, scope, userId);
    const target = recordedStanding(userId, member);

    if (change.role === undefined) must(decideAccessUntil(actor, target));
    else must(decideRoleChange(actor, target, change.role));
    const from = member ?? fail('member.not_found');
    if (change.ifMatch !== null && change.ifMatch !== etagOf(from))
      fail('member.changed', { member: siteMemberView(from, actor) });
    const to = {
      role: change.role ?? from.role,
      accessUntil: change.accessUntil === undefined ? from.accessUntil : change.accessUntil,
    };
    const [newRole, newEnd] = [
      to.role !== from.role,
      to.accessUntil?.getTime() !== from.accessUntil?.getTime(),
    ];
    if (newEnd && to.accessUntil !== null && to.accessUntil <= now)
      fail('validation.failed', { fields: { accessUntil: 'Choose a time in the future.' } });

    const [first, ...more] = eventsOf(from, to, scope.siteId, newRole, newEnd);
    if (!first) return { unchanged: true, result: siteMemberView(from, actor) };
    const keys = await revokeKeysOfEndedAccess(tx, scope.accountId, userId, [scope.siteId], {
      ...{ by: by.userId, now },
    });
    if (!(await saveSiteMemberChange(tx, scope, from, to, by.userId, now))) fail('member.changed');
    const withdrawn = await withdrawInvitationsOf(tx, scope.accountId, userId, now);

    return {
      result: siteMemberView({ ...from, ...to, version: from.version + 1, changedAt: now }, actor),
      events: [first, ...more, ...keys.events, ...withdrawn.events],
      mails: newRole
        ? [
            roleChangedMail(
              {
                ...{ correlationId, generation: 0, recipient: from.email },
                ...{ accountName: site.account.name, siteName: site.name },
              },
              by,
              { from: from.role, to: to.role },
            ),
          ]
        : [],
      signals: [
        { event: 'membership.changed', id: userId, siteId: scope.siteId, userId },
        ...keys.signals,
        ...withdrawn.signals,
      ],
    };
  });
}

type Held = Pick<SiteMember, 'role' | 'accessUntil'>;

function eventsOf(
  from: SiteMember,
  to: Held,
  siteId: SiteAccess['id'],
  newRole: boolean,
  newEnd: boolean,
): NewAuditEvent[] {
  const about = { target: { kind: 'person', id: from.userId }, siteId, userId: from.userId } as const;
  const end = ({ accessUntil }: Held) => ({ accessUntil: accessUntil?.toISOString() ?? null });
  return [
    ...(newRole ? [roleChangedEvent(siteId, { userId: from.userId, from: from.role, to: to.role })] : []),
    ...(newEnd
      ? [{ ...about, action: 'site_member.access_until_changed' as const, before: end(from), after: end(to) }]
      : []),
  ];
}
