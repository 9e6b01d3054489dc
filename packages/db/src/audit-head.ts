import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AccountId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type postgres from 'postgres';
import type { Database } from './connect.ts';

/** How far an account's chain reaches. Kept beside the events, because events that are gone leave no other trace. */
export interface ChainHead {
  /** The number of the newest event. */
  readonly seq: number;
  /** Proves with the key that this number belonged to the mac of that event. */
  readonly mac: Buffer;
}

/** Signs that the chain of an account reaches up to the event `seq` with the mac `eventMac` [R42]. */
export const headMac = (key: Buffer, accountId: string, seq: number, eventMac: Buffer): Buffer =>
  createHmac('sha256', key).update(`head:v1\n${accountId}\n${seq}\n`).update(eventMac).digest();

/** Whether a head was signed for the event that stands at its number. */
export const isGenuineHead = (key: Buffer, accountId: string, head: ChainHead, eventMac: Buffer): boolean => {
  const expected = headMac(key, accountId, head.seq, eventMac);
  return head.mac.length === expected.length && timingSafeEqual(head.mac, expected);
};

/** The head of an account's chain; null where it was taken away, because every account has one from its first event on. */
export async function readHead(
  { read }: Pick<Database, 'read'>,
  accountId: AccountId,
): Promise<ChainHead | null> {
  const [row] = await read((db) =>
    db.execute<{ seq: string; mac: Buffer }>(
      sql`select seq, mac from audit_head where account_id = ${accountId}`,
    ),
  );
  return row ? { seq: Number(row.seq), mac: row.mac } : null;
}

/** A head as it is printed and given to `audit verify --head`. */
export const headText = ({ seq, mac }: ChainHead): string => `${seq}:${mac.toString('hex')}`;

/** What `headText` printed, or null when it is something else. */
export function parseHead(text: string): ChainHead | null {
  const [, seq, mac] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text) ?? [];
  return seq && mac ? { seq: Number(seq), mac: Buffer.from(mac, 'hex') } : null;
}

/**
 * Gives every account that has events already its first head. For the migrator that just made the table and nobody else:
 * done later it would sign whatever somebody left of a log.
 */
export async function anchorChains(sql: postgres.Sql, key: Buffer): Promise<void> {
  const newest = await sql<{ account_id: string; seq: string; at: Date; mac: Buffer }[]>`
    select distinct on (account_id) account_id, seq, at, mac from audit_event order by account_id, seq desc`;
  const heads = newest.map(({ account_id, seq, at, mac }) => ({
    ...{ account_id, seq: Number(seq), at },
    mac: headMac(key, account_id, Number(seq), mac).toString('hex'),
  }));
  await sql`
    insert into audit_head (account_id, seq, mac, at)
    select account_id, seq, decode(mac, 'hex'), at
    from jsonb_to_recordset(${JSON.stringify(heads)}::text::jsonb) as h(account_id uuid, seq bigint, mac text, at timestamptz)
    on conflict do nothing`;
}
