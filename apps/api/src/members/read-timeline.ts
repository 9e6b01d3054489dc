import type { Transaction } from '@keyholder/db';
import type { AccountId, ActorKind, AuditAction, UserId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { TimelineEntry } from './timeline-view.ts';

const ENTRIES = 50;

interface Row extends Record<string, unknown> {
  id: string;
  at: string | Date;
  action: AuditAction;
  actor_kind: ActorKind;
  actor_id: string | null;
  actor_name: string | null;
  site_id: string | null;
  site_name: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
}

/**
 * What happened to a person in the account, newest first: events about them, and those of the invitations that they
 * accepted. Network addresses stay in the audit log.
 */
export async function readTimeline(
  db: Pick<Transaction, 'execute'>,
  accountId: AccountId,
  userId: UserId,
): Promise<TimelineEntry[]> {
  const rows = await db.execute<Row>(sql`
    with concerned as (
      (select e.* from audit_event e where e.account_id = ${accountId} and e.user_id = ${userId} order by e.seq desc limit ${ENTRIES})
      union
      (select e.* from audit_event e where e.account_id = ${accountId} and e.target_kind = 'invitation' and e.target_id in (
        select i.id from invitation i where i.account_id = ${accountId} and i.accepted_by = ${userId}) order by e.seq desc limit ${ENTRIES})
    )
    select e.id, e.at, e.action, e.actor_kind, e.actor_id, coalesce(u.name, k.name) as actor_name, e.site_id, s.name as site_name,
      e.before, e.after, e.reason
    from concerned e
    left join "user" u on e.actor_kind = 'person' and u.id = e.actor_id
    left join api_key k on e.actor_kind = 'api_key' and k.account_id = e.account_id and k.id = e.actor_id
    left join site s on s.account_id = e.account_id and s.id = e.site_id
    order by e.seq desc limit ${ENTRIES}`);
  return rows.map((row) => ({
    id: row.id,
    at: new Date(row.at).toISOString(),
    action: row.action,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    ...(row.site_id !== null && row.site_name !== null
      ? { site: { id: row.site_id, name: row.site_name } }
      : {}),
    before: row.before,
    after: row.after,
    reason: row.reason,
  }));
}
