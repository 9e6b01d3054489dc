import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Deps } from '../deps.ts';

/** What a list is ordered by; names and then ids break ties, so that the order is total. */
export interface Order {
  readonly key: SQL;
  readonly type: 'text' | 'bigint';
  readonly descending: boolean;
}

export interface PageRequest {
  /** 1–100. */
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface PageSource {
  /** Tenant, route, filter and sort: a cursor of one list opens no other (security.md 1.11.2). */
  readonly list: string;
  readonly order: Order;
  /** Selects `id`, `key` and `name_key` of everything that the filter leaves. */
  readonly matched: SQL;
  /** False when `matched` is the whole list: then counting it by itself is cheaper, since no join is needed for that. */
  readonly filtered: boolean;
  /** What else a row shows, from `page` and `joins`. */
  readonly columns: SQL;
  /** Left joins only: without any row the total still arrives. */
  readonly joins: SQL;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
  readonly total: number;
}

type Found<Row> = Row & { id: string | null; key: string; name_key: string; total: string };

/**
 * One page with the total, in one statement, by keyset: rows that come and go between two pages neither repeat nor
 * hide others. A foreign cursor → `validation.failed`.
 */
export async function readPage<Row>(
  deps: Pick<Deps, 'read' | 'cursors'>,
  { list, order, matched, filtered, columns, joins }: PageSource,
  { limit, cursor }: PageRequest,
): Promise<Page<Row>> {
  const direction = sql.raw(order.descending ? 'desc' : 'asc');
  const found = await deps.read((db) =>
    db.execute<Found<Record<string, unknown>>>(sql`
      with matched as ${sql.raw(filtered ? 'materialized' : 'not materialized')} (${matched}),
      page as (
        select * from matched where ${cursor === undefined ? sql`true` : behind(order, deps.cursors.decode(list, cursor))}
        order by key ${direction}, name_key, id limit ${limit + 1}
      )
      select counted.total, page.id, page.key, page.name_key, ${columns}
      from (select count(*) as total from matched) counted left join page on true ${joins}
      order by page.key ${direction}, page.name_key, page.id`),
  );
  const rows = found.filter((row) => row.id !== null);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown as Row[],
    nextCursor:
      last && rows.length > limit ? deps.cursors.encode(list, [last.key, last.name_key, last.id]) : null,
    total: Number(found[0]?.total ?? 0),
  };
}

function behind({ type, descending }: Order, [key, name, id]: readonly (string | number | null)[]): SQL {
  const last = sql`${key}::${sql.raw(type)}`;
  return sql`(key ${sql.raw(descending ? '<' : '>')} ${last} or (key = ${last} and (name_key, id) > (${name}::text, ${id}::uuid)))`;
}

/** Behind every instant, and still exact in every JSON reader. */
const NEVER_ENDS = Number.MAX_SAFE_INTEGER;

/** An instant as a sort key in whole ms. An absent one comes first (never happened) or last (never ends). */
export const instantKey = (column: SQL, absent: 'first' | 'last' = 'first'): SQL =>
  sql`coalesce((extract(epoch from ${column}) * 1000)::bigint, ${absent === 'first' ? 0 : NEVER_ENDS}::bigint)`;

/** Where a role stands in the domain's list. */
export const roleKey = (column: SQL, roles: readonly string[]): SQL =>
  sql`array_position(${sql.param([...roles])}::text[], ${column})::bigint`;
