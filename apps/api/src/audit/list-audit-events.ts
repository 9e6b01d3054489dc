import { accountRoleGrants, fail } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess } from '../http/access.ts';
import { filtered } from './audit-event-repository.ts';
import type { AuditEventQuery } from './audit-event-view.ts';
import { readAuditPage } from './audit-page.ts';
import { viewAuditEvent } from './view-audit-event.ts';

/** The changes of an account that a filter leaves, newest first [R43]. */
export function listAuditEvents(
  deps: Pick<Deps, 'read' | 'cursors'>,
  account: AccountAccess,
  { limit, cursor, ...filter }: AuditEventQuery,
) {
  if (!accountRoleGrants(account.role, 'audit.read')) return fail('permission.denied');
  const { action = '', actor = '', target = '', site = '', from = '', to = '' } = filter;
  return readAuditPage(
    deps,
    [account.id, action, actor, target, site, from, to],
    filtered(account.id, filter),
    { limit, cursor },
    viewAuditEvent,
  );
}
