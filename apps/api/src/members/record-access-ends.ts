import type { CommandContext, NewAuditEvent, Signal } from '@keyholder/db';
import type { AccountId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import { revokeKeysOfEndedAccess } from '../roster/revoke-api-keys.ts';
import { withdrawInvitationsOf } from '../roster/withdraw-invitations.ts';
import { readAccountsWithEnds, readUnrecordedEnds, saveSteps } from './access-end-repository.ts';
import type { EndingAccess } from './access-end-repository.ts';

const BATCH = 200;
const KEYHOLDER: CommandContext = {
  ...{ actor: { kind: 'system', id: null }, ip: null, userAgent: null, requestId: null },
};

/**
 * Puts every end of access on record that came since the last time [R34]. The person was out from that instant on; the
 * record stays in the lists as ended, where it is extended or removed, and with it the person's place in the account.
 */
export async function recordAccessEnds(deps: Pick<Deps, 'read' | 'write' | 'log'>): Promise<void> {
  for (const accountId of await deps.read((db) => readAccountsWithEnds(db)))
    try {
      while (await recordIn(deps, accountId));
    } catch (error) {
      // One account in trouble does not keep the others waiting; the next round tries it again.
      deps.log.warn({ accountId, error: String(error) }, 'ends of access were not recorded');
    }
}

/** One batch; true while there may be more. */
const recordIn = ({ write }: Pick<Deps, 'write'>, accountId: AccountId): Promise<boolean> =>
  write(KEYHOLDER, accountId, async (tx, { now }) => {
    const ended = await readUnrecordedEnds(tx, accountId, now, BATCH);
    const [first, ...others] = ended;
    if (!first) return { unchanged: true, result: false };

    await saveSteps(
      tx,
      ended.map((one) => ({ ...one, step: 'ended' as const })),
      now,
    );
    const events: NewAuditEvent[] = [];
    const signals: Signal[] = [];
    for (const userId of new Set(ended.map((one) => one.userId))) {
      const withdrawn = await withdrawInvitationsOf(tx, accountId, userId, now);
      const sites = ended.filter((one) => one.userId === userId).map((one) => one.siteId);
      const keys = await revokeKeysOfEndedAccess(tx, accountId, userId, sites, { by: null, now });
      events.push(...withdrawn.events, ...keys.events);
      signals.push(...withdrawn.signals, ...keys.signals);
    }

    return {
      result: ended.length === BATCH,
      events: [endOf(first), ...others.map(endOf), ...events],
      signals: [
        ...ended.map(({ siteId, userId }): Signal => ({
          event: 'membership.changed',
          id: userId,
          siteId,
          userId,
        })),
        ...signals,
      ],
    };
  });

const endOf = ({ siteId, userId, role, accessUntil }: EndingAccess): NewAuditEvent => ({
  action: 'site_member.access_ended',
  target: { kind: 'person', id: userId },
  siteId,
  userId,
  before: { role, accessUntil: accessUntil.toISOString() },
});
