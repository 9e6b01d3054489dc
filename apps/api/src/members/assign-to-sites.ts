import type { CommandContext, NewAuditEvent, NewMail, Signal } from '@keyholder/db';
import { DomainError, decideAssignment, fail, isCurrent, maySeeSite } from '@keyholder/domain';
import type { SiteId, SiteRole, UserId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { revokeKeysOfEndedAccess } from '../roster/revoke-api-keys.ts';
import { readAccountStanding, readSiteRoles, standing } from '../roster/standings.ts';
import { readAccountMember } from './account-member-repository.ts';
import { selfAssignedMails, sitesAssignedMail } from './assignment-mails.ts';
import { readAssignedSites, readMembershipsOn } from './assignment-repository.ts';
import type { AssignedSite, HeldMembership } from './assignment-repository.ts';
import { readOwnersOf, saveNewSiteMembers } from './site-member-repository.ts';

export interface Assignment {
  readonly siteId: SiteId;
  readonly role: SiteRole;
  readonly accessUntil: Date | null;
}

export interface Assigned extends Assignment {
  readonly site: AssignedSite;
  readonly joinedAt: Date;
}

/** Gives somebody of the account roles on further sites, all or nothing, without an invitation [R3, R7, R35]. */
export function assignToSites(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  by: PersonAccess,
  account: AccountAccess,
  userId: UserId,
  assignments: readonly Assignment[],
): Promise<readonly Assigned[]> {
  return deps.write(command, account.id, async (tx, { now, correlationId }) => {
    const siteIds = assignments.map((one) => one.siteId);
    const actor = await readAccountStanding(tx, account.id, by.userId);
    const actorRoles = await readSiteRoles(tx, account.id, by.userId, siteIds, now);
    const person = await readAccountMember(tx, account.id, userId);
    const held = await readMembershipsOn(tx, account.id, userId, siteIds);
    const sites = await readAssignedSites(tx, account.id, siteIds);

    const items = assignments.map((one, index): Assigned => {
      const assigner = standing(by.userId, actor.accountRole, actorRoles.get(one.siteId) ?? null);
      const record = held.get(one.siteId);
      const current = record && isCurrent(record.accessUntil, now) ? record.role : null;
      const site = sites.get(one.siteId);
      // A site of another account and one that the caller may not know are the same: not there.
      if (!site || !maySeeSite(assigner)) return fail('not_found', { index, siteId: one.siteId });
      const decision = decideAssignment(assigner, standing(userId, person?.role ?? null, current), one.role);
      if (!decision.allowed)
        throw new DomainError({
          code: decision.refusal.code,
          facts: { ...decision.refusal.facts, index, siteId: one.siteId },
        });
      return { ...one, site, joinedAt: now };
    });
    checkEnds(assignments, now);
    const member = person ?? fail('member.not_found');
    const self = userId === by.userId;

    const source = self ? 'self_assigned' : 'assigned';
    const memberships = items.map((one) => ({ ...one, source, sourceBy: self ? null : by.userId }) as const);
    const keys = await revokeKeysOfEndedAccess(tx, account.id, userId, siteIds, { by: by.userId, now });
    const saved = await saveNewSiteMembers(tx, account.id, userId, memberships, by.userId, now);
    if (saved !== items.length) fail('member.already_active');

    const mails: NewMail[] = self
      ? selfAssignedMails(correlationId, account, by, items, await readOwnersOf(tx, siteIds, userId, now))
      : [sitesAssignedMail(correlationId, account, by, member.email, items)];
    const [first, ...more] = items.map((one) => assignedEvent(userId, one, held.get(one.siteId)));
    return {
      result: items,
      events: [first ?? fail('validation.failed'), ...more, ...keys.events],
      mails,
      signals: [
        ...items.map(({ siteId }): Signal => ({ event: 'membership.created', id: userId, siteId, userId })),
        ...keys.signals,
      ],
    };
  });
}

/** An end of access that has passed already would be an assignment of nothing [R34]. */
function checkEnds(assignments: readonly Assignment[], now: Date): void {
  const fields = assignments.flatMap(({ accessUntil }, index) =>
    accessUntil !== null && accessUntil <= now
      ? [[`assignments.${index}.accessUntil`, 'Choose a time in the future.']]
      : [],
  );
  if (fields.length > 0) fail('validation.failed', { fields: Object.fromEntries(fields) });
}

/** `before`: a membership whose access had ended and that this one replaces. */
export const assignedEvent = (
  userId: UserId,
  one: Pick<Assigned, 'siteId' | 'role' | 'accessUntil'>,
  before: HeldMembership | undefined,
): NewAuditEvent => ({
  action: 'site_member.assigned',
  target: { kind: 'person', id: userId },
  siteId: one.siteId,
  userId,
  ...(before
    ? { before: { role: before.role, accessUntil: before.accessUntil?.toISOString() ?? null } }
    : {}),
  after: { role: one.role, accessUntil: one.accessUntil?.toISOString() ?? null },
});
