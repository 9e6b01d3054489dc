import { createHmac } from 'node:crypto';
import type { AccountId, ActorKind, AuditAction, AuditTarget, SiteId, UserId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import { headMac } from './audit-head.ts';
import { canonicalJson } from './canonical-json.ts';
import { newId } from './ids.ts';
import type { Transaction } from './connect.ts';

/** One change as a use case reports it; the write door adds who, when, where from and the chain. */
export interface NewAuditEvent {
  readonly action: AuditAction;
  readonly target: { readonly kind: AuditTarget; readonly id: string };
  readonly siteId?: SiteId | null;
  /** The person concerned: the event is part of their timeline. */
  readonly userId?: UserId | null;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  readonly reason?: string | null;
}

/** What is the same for all events of one command. */
export interface EventOrigin {
  readonly accountId: AccountId;
  readonly at: Date;
  readonly actor: { readonly kind: ActorKind; readonly id: string | null };
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly requestId: string | null;
  readonly correlationId: string;
}

/** The event could not be written, so the change must not happen either [R41]. The cause is for the log. */
export class AuditNotWritten extends Error {
  constructor(cause: unknown) {
    super('the audit event could not be written', { cause });
    this.name = 'AuditNotWritten';
  }
}

/**
 * Appends events to the account's chain and moves its head, in one statement for any number of them. The caller holds
 * the account lock, which puts the events of an account in one line;
 * `mac = HMAC-SHA-256(key, previous mac ‖ canonical event)` [R41, R42].
 */
export async function appendEvents(
  tx: Transaction,
  key: Buffer,
  origin: EventOrigin,
  events: readonly NewAuditEvent[],
): Promise<readonly SignedEvent[]> {
  const [last] = await tx.execute<{ seq: string | null; mac: Buffer | null; head: string | null }>(sql`
    select e.seq, e.mac, h.seq as head
    from (select ${origin.accountId}::uuid as id) a
    left join lateral (select seq, mac from audit_event where account_id = a.id order by seq desc limit 1) e on true
    left join audit_head h on h.account_id = a.id`);
  let seq = numberToFollow(Number(last?.seq ?? 0), last?.head ?? null, events);
  let mac: Buffer = last?.mac ?? Buffer.alloc(32);
  const appended: SignedEvent[] = [];
  const rows = events.map((event) => {
    seq += 1;
    const row = eventRow(origin, event, seq);
    appended.push(row);
    mac = chainMac(key, mac, row);
    return { ...row, mac: mac.toString('hex') };
  });
  await tx.execute(sql`
    with head as (
      insert into audit_head (account_id, seq, mac, at)
      values (${origin.accountId}, ${seq}, decode(${headMac(key, origin.accountId, seq, mac).toString('hex')}, 'hex'), ${origin.at.toISOString()})
      on conflict (account_id) do update set seq = excluded.seq, mac = excluded.mac, at = excluded.at
    )
    insert into audit_event (id, account_id, seq, at, actor_kind, actor_id, action, site_id, target_kind, target_id, user_id,
      before, after, reason, ip, user_agent, request_id, correlation_id, mac)
    select id, account_id, seq, at, actor_kind, actor_id, action, site_id, target_kind, target_id, user_id,
      before, after, reason, ip, user_agent, request_id, correlation_id, decode(mac, 'hex')
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as e(id uuid, account_id uuid, seq bigint, at timestamptz, actor_kind text, actor_id uuid,
      action text, site_id uuid, target_kind text, target_id uuid, user_id uuid, before jsonb, after jsonb, reason text, ip text,
      user_agent text, request_id text, correlation_id uuid, mac text)`);
  return appended;
}

/**
 * The number that the next event follows. Where events were cut off, or the head with them, a gap stays behind: going
 * on as if nothing had happened would hide the cut from the next verification.
 */
function numberToFollow(newest: number, head: string | null, events: readonly NewAuditEvent[]): number {
  if (head !== null) return Math.max(newest, Number(head));
  return events[0]?.action === 'account.created' ? newest : newest + 1;
}

/** The signed part of an event, in the database's own names. */
export type SignedEvent = ReturnType<typeof eventRow>;

function eventRow(origin: EventOrigin, event: NewAuditEvent, seq: number) {
  return {
    id: newId(),
    account_id: origin.accountId as string,
    seq,
    at: origin.at.toISOString(),
    actor_kind: origin.actor.kind as string,
    actor_id: origin.actor.id,
    action: event.action as string,
    site_id: (event.siteId ?? null) as string | null,
    target_kind: event.target.kind as string,
    target_id: event.target.id,
    user_id: (event.userId ?? null) as string | null,
    before: event.before ?? null,
    after: event.after ?? null,
    reason: event.reason ?? null,
    ip: origin.ip,
    user_agent: origin.userAgent,
    request_id: origin.requestId,
    correlation_id: origin.correlationId,
  };
}

/** The mac of one event behind the one with `previous` (32 zero bytes for the first). */
export const chainMac = (key: Buffer, previous: Buffer, event: SignedEvent): Buffer =>
  createHmac('sha256', key).update(previous).update(canonicalJson(event)).digest();
