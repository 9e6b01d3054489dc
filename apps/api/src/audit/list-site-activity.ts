import { fail, maySeeActivity } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { SiteAccess } from '../http/access.ts';
import type { Caller } from '../http/caller.ts';
import type { ActivityQuery } from './audit-event-view.ts';
import { filtered } from './audit-event-repository.ts';
import { readAuditPage } from './audit-page.ts';
import { viewActivity } from './view-audit-event.ts';

/**
 * A site's part of the audit log, without network addresses and clients: for its Owners and Platform Admins, for keys
 * that carry it, and for those who read the audit log of the account [R43].
 */
export function listSiteActivity(
  deps: Pick<Deps, 'read' | 'cursors'>,
  caller: Caller,
  site: SiteAccess,
  { limit, cursor, ...filter }: ActivityQuery,
) {
  const granted = caller.permissions.includes('activity.read');
  const reader =
    caller.kind === 'person' && maySeeActivity({ accountRole: site.accountRole, siteRole: site.role });
  if (!granted && !reader) return fail('permission.denied', { surface: 'activity', role: site.role });
  const { action = '', actor = '', target = '', from = '', to = '' } = filter;
  return readAuditPage(
    deps,
    ['site', site.id, action, actor, target, from, to],
    filtered(site.account.id, { ...filter, site: site.id }),
    { limit, cursor },
    viewActivity,
  );
}
