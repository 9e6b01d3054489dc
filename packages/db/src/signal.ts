import type { AccountId, SignalEvent, SiteId, UserId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { Transaction } from './connect.ts';

/** The channel on which every API process learns of committed changes. */
export const SIGNAL_CHANNEL = 'keyholder';

/** That something changed, by ids only: whoever hears it asks again and is judged again. */
export interface Signal {
  readonly event: SignalEvent;
  readonly id: string;
  readonly siteId?: SiteId;
  readonly userId?: UserId;
}

export type AccountSignal = Signal & { readonly accountId: AccountId };

/**
 * Tells all processes, when and only when the transaction commits (security.md 1.3.6). One statement for any number.
 * `accountId` is null for what concerns a person in every account: the end of a session.
 */
export async function announce(
  tx: Pick<Transaction, 'execute'>,
  accountId: AccountId | null,
  signals: readonly Signal[],
): Promise<void> {
  if (signals.length === 0) return;
  const payloads = signals.map((signal) => JSON.stringify({ accountId, ...signal }));
  await tx.execute(
    sql`select pg_notify(${SIGNAL_CHANNEL}, payload) from unnest(${sql.param(payloads)}::text[]) as p(payload)`,
  );
}
