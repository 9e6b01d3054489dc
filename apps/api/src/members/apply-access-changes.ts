import type { Moment, NewAuditEvent, Signal, WriteTx } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { AccountId, UserId } from '@keyholder/domain';
import { revokeKeysOf, revokeKeysOfEndedAccess } from '../roster/revoke-api-keys.ts';
import { withdrawInvitationsOf } from '../roster/withdraw-invitations.ts';
import { assignedEvent } from './assign-to-sites.ts';
import { accountEnding, endSiteOnlyRecord, invitationEnding, siteEnding } from './ended-membership.ts';
import type { JudgedChange } from './judge-access-changes.ts';
import { revokeInvitationsTo } from './open-invitation-repository.ts';
import { saveRemoval } from './removed-member-repository.ts';
import { roleChangedEvent } from './role-change-record.ts';
import { deleteSiteMembers, saveNewSiteMembers, saveSiteMemberChange } from './site-member-repository.ts';

interface Scope {
  readonly accountId: AccountId;
  readonly by: UserId;
}
interface Done {
  readonly events: readonly NewAuditEvent[];
  readonly signals: readonly Signal[];
}
type Person = JudgedChange['person'];

/** Makes changes that were judged, person by person, each like the single command that does it. */
export async function applyAccessChanges(
  tx: WriteTx,
  scope: Scope,
  changes: readonly JudgedChange[],
  moment: Moment,
): Promise<Done> {
  const events: NewAuditEvent[] = [];
  const signals: Signal[] = [];
  const note = (done: Done) => {
    events.push(...done.events);
    signals.push(...done.signals);
  };
  for (const [person, own] of byPerson(changes)) {
    const of = (step: JudgedChange['step']) => own.filter((one) => one.step === step);
    for (const change of of('change')) note(await saveRole(tx, scope, change, moment.now));
    // Before the removals, because who is only on sites goes with the last of them [R2].
    note(await saveAssignments(tx, scope, person, of('assign'), moment.now));
    note(await saveRemovals(tx, scope, person, of('remove'), moment));
    note(await withdrawInvitationsOf(tx, scope.accountId, person.userId, moment.now));
  }
  return { events, signals };
}

function byPerson(changes: readonly JudgedChange[]): ReadonlyMap<Person, readonly JudgedChange[]> {
  const people = new Map<Person, JudgedChange[]>();
  for (const change of changes) people.set(change.person, [...(people.get(change.person) ?? []), change]);
  return people;
}

async function saveRole(
  tx: WriteTx,
  { accountId, by }: Scope,
  { site, person: { userId }, held, role }: JudgedChange,
  now: Date,
): Promise<Done> {
  if (!held || role === null) return fail('member.not_found');
  const to = { role, accessUntil: held.accessUntil };
  const saved = await saveSiteMemberChange(tx, { accountId, siteId: site.id }, held, to, by, now);
  if (!saved) fail('member.changed');
  return {
    events: [roleChangedEvent(site.id, { userId, from: held.role, to: role })],
    signals: [{ event: 'membership.changed', id: userId, siteId: site.id, userId }],
  };
}

async function saveAssignments(
  tx: WriteTx,
  { accountId, by }: Scope,
  { userId }: Person,
  changes: readonly JudgedChange[],
  now: Date,
): Promise<Done> {
  if (changes.length === 0) return { events: [], signals: [] };
  const self = userId === by;
  const origin = self
    ? ({ source: 'self_assigned', sourceBy: null } as const)
    : ({ source: 'assigned', sourceBy: by } as const);
  const memberships = changes.map(({ site, role }) => ({
    ...{ siteId: site.id, role: role ?? fail('internal.error') },
    ...{ joinedAt: now, accessUntil: null, ...origin },
  }));
  const siteIds = memberships.map((one) => one.siteId);
  const keys = await revokeKeysOfEndedAccess(tx, accountId, userId, siteIds, { by, now });
  const saved = await saveNewSiteMembers(tx, accountId, userId, memberships, by, now);
  if (saved !== changes.length) fail('member.already_active');
  return {
    events: [
      ...memberships.map((one, index) => assignedEvent(userId, one, changes[index]?.held ?? undefined)),
      ...keys.events,
    ],
    signals: [
      ...memberships.map(({ siteId }): Signal => ({
        event: 'membership.created',
        id: userId,
        siteId,
        userId,
      })),
      ...keys.signals,
    ],
  };
}

async function saveRemovals(
  tx: WriteTx,
  { accountId, by }: Scope,
  { userId, email, accountRole }: Person,
  changes: readonly JudgedChange[],
  { now, correlationId }: Moment,
): Promise<Done> {
  if (changes.length === 0) return { events: [], signals: [] };
  const removals = [];
  for (const { site } of changes) {
    const scope = { accountId, siteId: site.id };
    const keys = await revokeKeysOf(tx, scope, userId, { ending: 'maker_removed', by, now });
    const [gone] = await deleteSiteMembers(tx, scope, userId);
    // Somebody who was invited and then assigned still has the link: it must not lead back in.
    const revoked = await revokeInvitationsTo(tx, scope, email, now);
    removals.push({ gone: gone ?? fail('member.not_found'), revoked, keys });
  }
  const record = await endSiteOnlyRecord(tx, accountId, userId, accountRole);
  await saveRemoval(
    tx,
    { accountId, userId, removedAt: now, removedBy: by, correlationId },
    removals.map(({ gone }) => gone),
    record,
  );
  return {
    events: [
      ...removals.map(({ gone }) => siteEnding('removed', gone, null)),
      ...(record ? [accountEnding('removed', userId, record, 'was on no other site')] : []),
      ...removals.flatMap(({ keys }) => keys.events),
      ...removals.flatMap(({ revoked }) =>
        revoked.map((one) => invitationEnding(userId, email, one, 'the person was removed from the site')),
      ),
    ],
    signals: removals.flatMap(({ gone, revoked, keys }): Signal[] => [
      { event: 'membership.removed', id: userId, siteId: gone.siteId, userId },
      ...revoked.map(({ id }) => ({ event: 'invitation.revoked' as const, id, siteId: gone.siteId })),
      ...keys.signals,
    ]),
  };
}
