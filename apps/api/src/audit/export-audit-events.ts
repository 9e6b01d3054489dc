import { signedEvent } from '@keyholder/db';
import type { Database } from '@keyholder/db';
import { accountRoleGrants, fail } from '@keyholder/domain';
import type { AccountId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import type { Log } from '../log.ts';
import { filtered, readSigned } from './audit-event-repository.ts';
import type { SignedRow } from './audit-event-repository.ts';
import type { AuditFilter } from './audit-event-view.ts';
import { BYTE_ORDER_MARK, csvLine } from '../lists/csv.ts';
import { recordSecurityEvent } from './security-events.ts';
import type { Origin } from './security-events.ts';

export type ExportFormat = 'csv' | 'ndjson';
export interface Export {
  readonly fileName: string;
  readonly text: AsyncIterable<string>;
}

/** A file of what the filter shows, oldest first. That it was made is a security event [R43]. */
export async function exportAuditEvents(
  deps: Pick<Deps, 'database' | 'log'>,
  person: PersonAccess,
  account: AccountAccess,
  origin: Origin,
  format: ExportFormat,
  filter: AuditFilter,
): Promise<Export> {
  if (!accountRoleGrants(account.role, 'audit.export')) return fail('permission.denied');
  await recordSecurityEvent(deps, {
    action: 'audit.exported',
    userId: person.userId,
    accountId: account.id,
    detail: { format, filter },
    ip: origin.ip,
    userAgent: origin.userAgent,
    requestId: origin.requestId,
  });
  const now = await deps.database.read((db) => deps.database.now(db));
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  return {
    fileName: `${account.slug}-audit-log-${stamp}.${format}`,
    text: logged(deps.log, origin, auditFile(deps.database, account.id, format, filter)),
  };
}

/** The answer has begun when a later part fails: all that is left is to break it off, and to say so here. */
async function* logged(log: Log, { requestId }: Origin, text: AsyncIterable<string>): AsyncGenerator<string> {
  try {
    yield* text;
  } catch (error) {
    log.error({ requestId, error: error instanceof Error ? error.name : 'unknown' }, 'export broken off');
    throw error;
  }
}

const BATCH = 1_000;

/** The file in parts: an account's whole history is never in memory at once. */
export async function* auditFile(
  { read }: Pick<Database, 'read'>,
  accountId: AccountId,
  format: ExportFormat,
  filter: AuditFilter,
): AsyncGenerator<string> {
  if (format === 'csv') yield BYTE_ORDER_MARK + csvLine(CSV_COLUMNS.map(([name]) => name));
  const line = format === 'csv' ? csvOf : signedLine;
  let behind = 0;
  for (;;) {
    const from = behind;
    const rows = await read((db) => readSigned(db, filtered(accountId, filter), BATCH, from));
    if (rows.length > 0) yield rows.map(line).join('');
    if (rows.length < BATCH) return;
    behind = Number(rows.at(-1)!.seq);
  }
}

/** Exactly what is signed, so that the file can be checked with nothing but the key. */
const signedLine = (row: SignedRow): string =>
  `${JSON.stringify({
    ...signedEvent(row),
    previous_mac: row.previous_mac?.toString('hex') ?? null,
    mac: row.mac.toString('hex'),
  })}\n`;

const CSV_COLUMNS: readonly (readonly [string, (row: SignedRow) => string | number | null])[] = [
  ['number', (row) => Number(row.seq)],
  ['time', (row) => new Date(row.at).toISOString()],
  ['actor_kind', (row) => row.actor_kind],
  ['actor_id', (row) => row.actor_id],
  ['actor', (row) => row.actor_name],
  ['action', (row) => row.action],
  ['site_id', (row) => row.site_id],
  ['site', (row) => row.site_name],
  ['target_kind', (row) => row.target_kind],
  ['target_id', (row) => row.target_id],
  ['person_id', (row) => row.user_id],
  ['person', (row) => row.person_name],
  ['before', (row) => (row.before === null ? null : JSON.stringify(row.before))],
  ['after', (row) => (row.after === null ? null : JSON.stringify(row.after))],
  ['reason', (row) => row.reason],
  ['ip', (row) => row.ip],
  ['user_agent', (row) => row.user_agent],
  ['request_id', (row) => row.request_id],
  ['correlation_id', (row) => row.correlation_id],
  ['id', (row) => row.id],
];

const csvOf = (row: SignedRow): string => csvLine(CSV_COLUMNS.map(([, value]) => value(row)));
