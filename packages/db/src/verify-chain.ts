import { timingSafeEqual } from 'node:crypto';
import type { AccountId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import { chainMac } from './audit-chain.ts';
import type { SignedEvent } from './audit-chain.ts';
import { isGenuineHead, readHead } from './audit-head.ts';
import type { ChainHead } from './audit-head.ts';
import type { Database } from './connect.ts';

/** One event with the mac that stands beside it. */
export interface ChainLink {
  readonly event: SignedEvent;
  readonly mac: Buffer;
}

/** The first event that is not what was written: another one, or none, stands at this number. */
export interface BadEvent {
  readonly seq: number;
  /** Null where nothing is left of it. */
  readonly id: string | null;
  /** `unproven`: whether anything followed cannot be told, because the head was taken away or is not what was written. */
  readonly problem: 'changed' | 'missing' | 'unproven';
}

export interface ChainVerdict {
  readonly events: number;
  readonly intact: boolean;
  readonly firstBad?: BadEvent;
}

/** What the mac of an event covers, in the database's own names. */
const SIGNED_KEYS = [
  'id',
  'account_id',
  'seq',
  'at',
  'actor_kind',
  'actor_id',
  'action',
  'site_id',
  'target_kind',
  'target_id',
  'user_id',
  'before',
  'after',
  'reason',
  'ip',
  'user_agent',
  'request_id',
  'correlation_id',
] as const satisfies readonly (keyof SignedEvent)[];

/** The signed part of a row, in the form in which it was signed. */
export function signedEvent(row: Readonly<Record<string, unknown>>): SignedEvent {
  const event = Object.fromEntries(SIGNED_KEYS.map((key) => [key, row[key] ?? null]));
  const at = new Date(row['at'] as string | Date);
  // Whatever is no instant was not written by us; as text it fails the mac instead of ending the verification.
  return {
    ...event,
    seq: Number(row['seq']),
    at: Number.isNaN(at.getTime()) ? String(row['at']) : at.toISOString(),
  } as SignedEvent;
}

/** Whether an event is what was written behind the one with `previous`. */
export const isGenuine = (key: Buffer, previous: Buffer, { event, mac }: ChainLink): boolean => {
  const expected = chainMac(key, previous, event);
  return mac.length === expected.length && timingSafeEqual(mac, expected);
};

/**
 * Goes through a whole chain once, oldest first, and names the first event that is changed or missing [R42]. `heads`:
 * how far it must reach; null for one that should be there and is not.
 */
export async function verifyLinks(
  key: Buffer,
  links: Iterable<ChainLink> | AsyncIterable<ChainLink>,
  heads: readonly (ChainHead | null)[] = [],
): Promise<ChainVerdict> {
  let events = 0;
  let previous: Buffer = Buffer.alloc(32);
  let firstBad: BadEvent | undefined;
  for await (const link of links) {
    events += 1;
    if (firstBad) continue;
    const { seq, id } = link.event;
    if (seq > events) firstBad = { seq: events, id: null, problem: 'missing' };
    else if (seq !== events || !isGenuine(key, previous, link))
      firstBad = { seq: events, id, problem: 'changed' };
    else if (heads.some((head) => head?.seq === seq && !isHeadOf(key, head, link)))
      firstBad = { seq: seq + 1, id: null, problem: 'unproven' };
    previous = link.mac;
  }
  firstBad ??= cutAfter(events, heads);
  return { events, intact: firstBad === undefined, ...(firstBad ? { firstBad } : {}) };
}

const isHeadOf = (key: Buffer, head: ChainHead, { event, mac }: ChainLink): boolean =>
  isGenuineHead(key, event.account_id, head, mac);

/** What is wrong behind the last event, where every event up to it is good. */
function cutAfter(events: number, heads: readonly (ChainHead | null)[]): BadEvent | undefined {
  const next = { seq: events + 1, id: null };
  if (heads.some((head) => head !== null && head.seq > events)) return { ...next, problem: 'missing' };
  return heads.includes(null) ? { ...next, problem: 'unproven' } : undefined;
}

/**
 * The chain of an account in the database, held against the head beside it and any that were written down elsewhere.
 * Each event is read once; no more than one batch is held at a time.
 */
export async function verifyChain(
  database: Pick<Database, 'read'>,
  key: Buffer,
  accountId: AccountId,
  writtenDown: readonly ChainHead[] = [],
): Promise<ChainVerdict> {
  // Before the events: those that are added meanwhile only take the chain further than its head.
  const head = await readHead(database, accountId);
  return verifyLinks(key, linksOf(database, accountId), [head, ...writtenDown]);
}

const BATCH = 1_000;

async function* linksOf({ read }: Pick<Database, 'read'>, accountId: AccountId): AsyncGenerator<ChainLink> {
  let behind: string | null = null;
  for (;;) {
    const rows: Row[] = await read((db) =>
      db.execute<Row>(sql`
        select * from audit_event where account_id = ${accountId}
          and ${behind === null ? sql`true` : sql`seq > ${behind}::bigint`}
        order by seq limit ${BATCH}`),
    );
    for (const row of rows) yield { event: signedEvent(row), mac: row.mac };
    if (rows.length < BATCH) return;
    behind = rows.at(-1)!.seq;
  }
}

type Row = Record<string, unknown> & { seq: string; mac: Buffer };
