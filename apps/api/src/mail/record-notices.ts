import type { NewMail, Transaction } from '@keyholder/db';
import type { AccountId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';

export interface Notice {
  readonly accountId: AccountId;
  readonly mail: NewMail;
}

/**
 * Records mails that tell of what time has brought, with their jobs; answers how many. Nothing changes for anybody by
 * them, so they come without an audit event and not through the write door. A mail that was recorded before, by this or
 * another process, is left out: its kind, subject and number exist once.
 */
export async function recordNotices(
  tx: Transaction,
  enqueueMails: (tx: Transaction, mailIds: readonly string[]) => Promise<void>,
  notices: readonly Notice[],
  now: Date,
): Promise<number> {
  if (notices.length === 0) return 0;
  const rows = notices.map(({ accountId, mail }) => ({ ...mail, accountId }));
  const recorded = await tx.execute<{ id: string }>(sql`
    insert into mail (id, account_id, kind, ref, generation, recipient, data, created_at)
    select m.id, m."accountId", m.kind, m.ref, m.generation, m.recipient, m.data, ${now.toISOString()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as m(id uuid, "accountId" uuid, kind text, ref uuid, generation int, recipient text, data jsonb)
    on conflict (kind, ref, generation) do nothing
    returning id`);
  await enqueueMails(
    tx,
    recorded.map((row) => row.id),
  );
  return recorded.length;
}
