import { fail, maySeeActivity } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { PersonAccess, SiteAccess } from '../http/access.ts';
import { standingOn } from '../http/access.ts';
import type { ActivityQuery } from './audit-event-view.ts';
import { onSite, readAuditPage } from './audit-page.ts';
import { viewActivity } from './view-audit-event.ts';

/** A site's part of the audit log, for its Owners and Platform Admins: without network addresses and clients [R43]. */
export function listSiteActivity(
  deps: Pick<Deps, 'read' | 'cursors'>,
  person: PersonAccess,
  site: SiteAccess,
  query: ActivityQuery,
) {
  if (!maySeeActivity(standingOn(person, site))) return fail('permission.denied');
  return readAuditPage(deps, ['site', site.id], onSite(site.account.id, site.id), query, viewActivity);
}
