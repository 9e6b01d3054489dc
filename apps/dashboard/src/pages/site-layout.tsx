import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useParams } from '@tanstack/react-router';
import { TabLink } from '../links.tsx';
import { shellWords } from '../messages/shell.ts';
import { siteSettingsWords } from '../messages/site-settings.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { asProblem } from '../problem.ts';
import { mayOnSite, useAccount, useMay } from '../session/account.ts';
import { Allowed } from '../session/allowed.tsx';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { siteQuery } from '../sites/site-queries.ts';
import { Breadcrumb, PageHeader } from '../ui/page-header.tsx';
import { Skeleton, SkeletonRows } from '../ui/skeleton.tsx';
import { TabBar } from '../ui/tabs.tsx';

/** Until the site is known. */
const NO_PERMISSIONS = { permissions: [] };

/** The head of one site with its tabs; pages inside read the site with `useSite()`. */
export function SiteLayout() {
  const account = useAccount();
  const may = useMay();
  const { site: slug } = useParams({ from: '/session/shell/$account/sites/$site' });
  // The drawer of an invitation has an address of its own, yet it lies over Members.
  const { id: invitation } = useParams({ strict: false });
  const site = useQuery(siteQuery(account.id, slug));
  const params = { account: account.slug, site: slug };
  if (site.isError)
    return asProblem(site.error).is('not_found') ? (
      <NotFoundPage />
    ) : (
      <ProblemPanel problem={site.error} onRetry={() => void site.refetch()} />
    );
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb label={shellWords.breadcrumb}>
            {[
              <Link to="/$account/sites" params={{ account: account.slug }} key="sites">
                {shellWords.sites}
              </Link>,
              site.data?.name ?? '',
            ]}
          </Breadcrumb>
        }
        title={site.data?.name ?? '\u00a0'}
        below={
          <span className="font-mono text-13 text-ink-3">
            {site.data?.domain ?? <Skeleton className="w-32" />}
          </span>
        }
      />
      <TabBar label={shellWords.site}>
        <TabLink
          to="/$account/sites/$site"
          params={params}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {shellWords.overview}
        </TabLink>
        <TabLink
          to="/$account/sites/$site/members"
          params={params}
          activeOptions={{ includeSearch: false }}
          {...(invitation === undefined ? {} : { 'aria-current': 'page' as const })}
        >
          {shellWords.members}
        </TabLink>
        {(mayOnSite(site.data, 'activity.read') || may('audit.read')) && (
          <TabLink
            to="/$account/sites/$site/activity"
            params={params}
            activeOptions={{ includeSearch: false }}
          >
            {shellWords.activity}
          </TabLink>
        )}
        <Allowed to="settings.read" on={site.data ?? NO_PERMISSIONS}>
          <TabLink
            to="/$account/sites/$site/settings"
            params={params}
            activeOptions={{ includeSearch: false }}
          >
            {siteSettingsWords.title}
          </TabLink>
        </Allowed>
      </TabBar>
      <div className="pt-3">{site.data ? <Outlet /> : <SkeletonRows />}</div>
    </>
  );
}
