import { useAdminSite } from '../admin-site.ts';
import { SiteActivity } from '../audit/site-activity.tsx';
import { activityWords as words } from '../messages/audit.ts';
import { usePageTitle } from '../page-title.ts';
import { PageHeader } from '../ui/page-header.tsx';

/** Site Admin: the site's part of the audit log. */
export function AdminActivityPage() {
  const site = useAdminSite();
  usePageTitle(words.title, site.name);
  return (
    <>
      <PageHeader title={words.title} />
      <SiteActivity siteId={site.id} restoresIn={site.canManageMembers ? site.account.id : undefined} />
    </>
  );
}
