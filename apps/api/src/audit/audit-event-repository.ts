import type { Transaction } from '@keyholder/db';
import type { AccountId, ActorKind, AuditAction, AuditTarget } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { AuditFilter } from './audit-event-view.ts';

type Db = Pick<Transaction, 'execute'>;

/** An event with the names of today: those of the time are in `before` and `after`. */
export interface AuditRow extends Record<string, unknown> {
  id: string;
  seq: string;
  at: string | Date;
  actor_kind: ActorKind;
  actor_id: string | null;
  actor_name: string | null;
  action: AuditAction;
  site_id: string | null;
  site_name: string | null;
  target_kind: AuditTarget;
  target_id: string;
  target_label: string | null;
  user_id: string | null;
  person_name: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
  ip: string | null;
  user_agent: string | null;
  request_id: string | null;
  correlation_id: string;
}

/** What the filter leaves of the account's events `e`. */
export const filtered = (accountId: AccountId, filter: AuditFilter): SQL =>
  sql.join(
    [
      sql`e.account_id = ${accountId}`,
      ...(filter.action ? [sql`e.action = ${filter.action}`] : []),
      ...(filter.actor === undefined
        ? []
        : [filter.actor === 'system' ? sql`e.actor_kind = 'system'` : sql`e.actor_id = ${filter.actor}`]),
      ...(filter.target ? [sql`(e.target_id = ${filter.target} or e.user_id = ${filter.target})`] : []),
      ...(filter.site ? [sql`e.site_id = ${filter.site}`] : []),
      ...(filter.from ? [sql`e.at >= ${filter.from}`] : []),
      ...(filter.to ? [sql`e.at < ${filter.to}`] : []),
    ],
    sql` and `,
  );

export async function countEvents(db: Db, where: SQL): Promise<number> {
  const [row] = await db.execute<{ total: string }>(
    sql`select count(*) as total from audit_event e where ${where}`,
  );
  return Number(row?.total ?? 0);
}

export const readNewest = (db: Db, where: SQL, limit: number, before: number | null): Promise<AuditRow[]> =>
  readNamed(
    db,
    sql`where ${where} and ${before === null ? sql`true` : sql`e.seq < ${before}::bigint`} order by e.seq desc limit ${limit}`,
  );

/** The events of the command that wrote this event, in the order in which it did. */
export const readCommand = (db: Db, accountId: AccountId, eventId: string): Promise<AuditRow[]> =>
  readNamed(
    db,
    sql`where e.account_id = ${accountId} and e.correlation_id = (
      select correlation_id from audit_event where account_id = ${accountId} and id = ${eventId}) order by e.seq`,
  );

async function readNamed(db: Db, chosen: SQL): Promise<AuditRow[]> {
  // First the few rows, then their names: no join is made for a row that is not shown.
  return db.execute<AuditRow>(sql`
    with e as (select e.* from audit_event e ${chosen})
    select e.id, e.seq, e.at, e.actor_kind, e.actor_id, coalesce(actor.name, caller.name) as actor_name, e.action, e.site_id, s.name as site_name,
      e.target_kind, e.target_id, coalesce(ts.name, tp.name, ti.email, ta.name, tk.name, tc.title, tr.path, tf.name, tord.number) as target_label, e.user_id,
      person.name as person_name, e.before, e.after, e.reason, e.ip, e.user_agent, e.request_id, e.correlation_id
    from e
    left join "user" actor on e.actor_kind = 'person' and actor.id = e.actor_id
    left join api_key caller on e.actor_kind = 'api_key' and caller.account_id = e.account_id and caller.id = e.actor_id
    left join "user" person on person.id = e.user_id
    left join site s on s.account_id = e.account_id and s.id = e.site_id
    left join site ts on e.target_kind = 'site' and ts.account_id = e.account_id and ts.id = e.target_id
    left join "user" tp on e.target_kind = 'person' and tp.id = e.target_id
    left join invitation ti on e.target_kind = 'invitation' and ti.account_id = e.account_id and ti.id = e.target_id
    left join api_key tk on e.target_kind = 'api_key' and tk.account_id = e.account_id and tk.id = e.target_id
    left join account ta on e.target_kind = 'account' and ta.id = e.account_id
    left join content tc on e.target_kind in ('page', 'post') and tc.account_id = e.account_id and tc.id = e.target_id
    left join form tf on e.target_kind = 'form' and tf.account_id = e.account_id and tf.id = e.target_id
    left join site_order tord on e.target_kind = 'order' and tord.account_id = e.account_id and tord.id = e.target_id
    left join redirect tr on e.target_kind = 'redirect' and tr.account_id = e.account_id and tr.id = e.target_id
    order by e.seq desc`);
}

/** As it is signed, with both macs, for whoever checks it elsewhere; and with the names that a table shows. */
export type SignedRow = AuditRow & { account_id: string; mac: Buffer; previous_mac: Buffer | null };

export const readSigned = (db: Db, where: SQL, limit: number, behind: number): Promise<SignedRow[]> =>
  db.execute<SignedRow>(sql`
    with e as (select e.* from audit_event e where ${where} and e.seq > ${behind}::bigint order by e.seq limit ${limit})
    select e.*, before.mac as previous_mac, coalesce(actor.name, caller.name) as actor_name, person.name as person_name, s.name as site_name
    from e
    left join audit_event before on before.account_id = e.account_id and before.seq = e.seq - 1
    left join "user" actor on e.actor_kind = 'person' and actor.id = e.actor_id
    left join api_key caller on e.actor_kind = 'api_key' and caller.account_id = e.account_id and caller.id = e.actor_id
    left join "user" person on person.id = e.user_id
    left join site s on s.account_id = e.account_id and s.id = e.site_id
    order by e.seq`);
