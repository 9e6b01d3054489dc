import { SiteActivity } from '../audit/site-activity.tsx';
import { activityWords as words } from '../messages/audit.ts';
import { usePageTitle } from '../page-title.ts';
import { mayOnSite, useMay } from '../session/account.ts';
import { NoPermissionPage } from '../shell/no-permission-page.tsx';
import { useSite } from '../sites/use-site.ts';

/** For the Overview: one file with this page, because most of it is the same. */
export { RecentChanges } from '../audit/recent-changes.tsx';

export function SiteActivityPage() {
  const site = useSite();
  const may = useMay();
  usePageTitle(words.title, site.name);
  return mayOnSite(site, 'activity.read') || may('audit.read') ? (
    <SiteActivity siteId={site.id} restoresIn={site.canManageMembers ? site.account.id : undefined} />
  ) : (
    <NoPermissionPage />
  );
}
