import type { CommandContext, NewAuditEvent } from '@keyholder/db';
import { decideSiteDeletion, fail, must } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { PersonAccess, SiteAccess } from '../http/access.ts';
import { newMail } from '../mail/new-mail.ts';
import { revokeKeysOfSite } from '../roster/revoke-api-keys.ts';
import { readStandings } from '../roster/standings.ts';
import {
  deleteSiteOnlyRecords,
  deleteTeam,
  readAudience,
  revokeInvitationsToSite,
  saveEndings,
  saveSiteDeletion,
} from './site-deletion-repository.ts';
import type { EndedMember, EndedRecord } from './site-deletion-repository.ts';
import { lockSite } from './site-repository.ts';

export interface SiteDeleted {
  readonly correlationId: string;
  readonly removedMembers: number;
  readonly revokedInvitations: number;
  readonly revokedApiKeys: number;
}

const REASON = 'the site was deleted';

/** Deletes a site with everybody's access to it and every open invitation, in a number of statements that does not grow with them. */
export function deleteSite(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  by: PersonAccess,
  access: SiteAccess,
): Promise<SiteDeleted> {
  const scope = { accountId: access.account.id, siteId: access.id };
  return deps.write(command, scope.accountId, async (tx, { now, correlationId }) => {
    const actor = (await readStandings(tx, scope.accountId, scope.siteId, [by.userId], now))(by.userId);
    const site = (await lockSite(tx, scope.accountId, scope.siteId)) ?? fail('not_found');

    must(decideSiteDeletion(actor));

    const audience = await readAudience(tx, scope, by.userId, now);
    const keys = await revokeKeysOfSite(tx, scope, by.userId, now);
    const team = await deleteTeam(tx, scope);
    const records = await deleteSiteOnlyRecords(tx, scope, team);
    await saveEndings(tx, scope, { team, records }, { at: now, by: by.userId, correlationId });
    const revoked = await revokeInvitationsToSite(tx, scope, now);
    await saveSiteDeletion(tx, scope, now);

    return {
      result: {
        correlationId,
        removedMembers: team.length,
        revokedInvitations: revoked.length,
        revokedApiKeys: keys.count,
      },
      events: [
        {
          action: 'site.deleted',
          target: { kind: 'site', id: site.id },
          siteId: site.id,
          before: { name: site.name, slug: site.slug, domain: site.domain },
        },
        ...team.map(memberEnding),
        ...records.map(recordEnding),
        ...revoked.map((one): NewAuditEvent => ({
          action: 'invitation.revoked',
          target: { kind: 'invitation', id: one.id },
          siteId: site.id,
          before: { email: one.email, role: one.role },
          reason: REASON,
        })),
        ...keys.events,
      ],
      mails: audience.map((recipient, index) =>
        newMail('access_removed', {
          ref: correlationId,
          generation: index,
          recipient,
          facts: {
            accountName: access.account.name,
            siteName: site.name,
            removedBy: { name: by.name, email: by.email },
          },
        }),
      ),
      signals: [
        { event: 'site.removed', id: site.id, siteId: site.id },
        // Each closes the streams of the person it names, and is told to nobody who may not see people.
        ...team.map(({ userId }) => ({
          event: 'membership.removed' as const,
          id: userId,
          siteId: site.id,
          userId,
        })),
        ...keys.signals,
      ],
    };
  });
}

const memberEnding = (member: EndedMember): NewAuditEvent => ({
  action: 'site_member.removed',
  target: { kind: 'person', id: member.userId },
  siteId: member.siteId,
  userId: member.userId,
  before: {
    role: member.role,
    joinedAt: member.joinedAt.toISOString(),
    accessUntil: member.accessUntil?.toISOString() ?? null,
  },
  reason: REASON,
});

const recordEnding = (record: EndedRecord): NewAuditEvent => ({
  action: 'account_member.removed',
  target: { kind: 'person', id: record.userId },
  userId: record.userId,
  before: { role: record.role, joinedAt: record.joinedAt.toISOString() },
  reason: 'was on no other site',
});
