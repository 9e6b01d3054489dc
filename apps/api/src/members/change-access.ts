import type { CommandContext, NewMail } from '@keyholder/db';
import { DomainError, fail } from '@keyholder/domain';
import type { ErrorCode } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { applyAccessChanges } from './apply-access-changes.ts';
import { accessMails } from './access-change-mails.ts';
import { judgeAccessChanges } from './judge-access-changes.ts';
import type { AccessChange, JudgedChange } from './judge-access-changes.ts';

/** What became of one change, in the order they were asked for. */
export interface AccessChangeResult {
  readonly userId: string;
  readonly siteId: string;
  readonly status: 'applied' | 'refused' | 'not_applied';
  readonly code?: ErrorCode;
}

/** Changes the access of any number of people to any number of sites, all or nothing (ui/brief.md S10). */
export function changeAccess(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  by: PersonAccess,
  account: AccountAccess,
  changes: readonly AccessChange[],
): Promise<readonly AccessChangeResult[]> {
  return deps.write(command, account.id, async (tx, moment) => {
    const decisions = await judgeAccessChanges(tx, account.id, by.userId, changes, moment.now);
    const judged: JudgedChange[] = [];
    const results = changes.map(({ userId, siteId }, index): AccessChangeResult => {
      const decision = decisions[index] ?? fail('internal.error');
      if (!decision.allowed)
        return { ...decision.refusal.facts, userId, siteId, status: 'refused', code: decision.refusal.code };
      judged.push(decision.value);
      return { userId, siteId, status: 'applied' };
    });
    if (judged.length < changes.length)
      throw new DomainError({
        code: 'access_changes.refused',
        facts: {
          results: results.map((one) => (one.status === 'applied' ? { ...one, status: 'not_applied' } : one)),
        },
      });

    const [first, ...more] = judged.filter((one) => one.step !== 'keep');
    if (!first) return { unchanged: true, result: results };
    const done = await applyAccessChanges(
      tx,
      { accountId: account.id, by: by.userId },
      [first, ...more],
      moment,
    );
    const mails: NewMail[] = await accessMails(tx, account, by, [first, ...more], moment);
    const [event, ...events] = done.events;
    return {
      result: results,
      events: [event ?? fail('internal.error'), ...events],
      mails,
      signals: done.signals,
    };
  });
}
