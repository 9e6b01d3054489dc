import { accountRoleGrants, fail, isId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess } from '../http/access.ts';
import { readCommand } from './audit-event-repository.ts';
import type { AuditEventDetail } from './audit-event-view.ts';
import { viewAuditEvent } from './view-audit-event.ts';

/** What a permalink opens: the event, and everything else that the same command did [R43]. */
export async function readAuditEvent(
  { read }: Pick<Deps, 'read'>,
  account: AccountAccess,
  id: string,
): Promise<AuditEventDetail> {
  if (!accountRoleGrants(account.role, 'audit.read')) return fail('permission.denied');
  const rows = isId(id) ? await read((db) => readCommand(db, account.id, id)) : [];
  const events = rows.map(viewAuditEvent).sort((a, b) => a.seq - b.seq);
  const event = events.find((one) => one.id === id) ?? fail('not_found');
  return { event, related: events.filter((one) => one !== event) };
}
