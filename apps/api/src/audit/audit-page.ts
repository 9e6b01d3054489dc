import type { SQL } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import { countEvents, readNewest } from './audit-event-repository.ts';
import type { AuditRow } from './audit-event-repository.ts';

/**
 * One page, newest first. Its end is a number of the chain, so events that arrive between two pages neither repeat nor
 * hide others. `list`: tenant and filter, which the cursor is bound to.
 */
export async function readAuditPage<View>(
  { read, cursors }: Pick<Deps, 'read' | 'cursors'>,
  list: readonly unknown[],
  where: SQL,
  query: { readonly limit: number; readonly cursor?: string | undefined },
  view: (row: AuditRow) => View,
) {
  const name = JSON.stringify(['audit', ...list]);
  const before = query.cursor === undefined ? null : Number(cursors.decode(name, query.cursor)[0]);
  const [rows, total] = await Promise.all([
    read((db) => readNewest(db, where, query.limit + 1, before)),
    read((db) => countEvents(db, where)),
  ]);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(view),
    nextCursor: last && rows.length > query.limit ? cursors.encode(name, [Number(last.seq)]) : null,
    total,
  };
}
