import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { overviewWords as words } from '../messages/sites.ts';
import { usePageTitle } from '../page-title.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { useAccount, useMay } from '../session/account.ts';
import { Allowed } from '../session/allowed.tsx';
import { useMe } from '../session/me.ts';
import { AttentionList } from '../sites/attention-list.tsx';
import { FirstSteps } from '../sites/first-steps.tsx';
import { memberCountQuery, sitesQuery } from '../sites/site-queries.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { AttentionStrip } from './attention-strip.tsx';
import { useAttention } from './use-attention.ts';

const RecentChanges = lazy(() =>
  import('./site-activity-page.tsx').then(({ RecentChanges: block }) => ({ default: block })),
);
const SitesPage = lazy(() => import('./sites-page.tsx').then(({ SitesPage: page }) => ({ default: page })));

/** Whoever may not read the team starts with their sites; nobody else pays for that page here. */
export const OverviewPage = () =>
  useMay()('team.read') ? (
    <Overview />
  ) : (
    <Suspense fallback={<SkeletonRows />}>
      <SitesPage />
    </Suspense>
  );

function Overview() {
  usePageTitle(words.title);
  const account = useAccount();
  const { user } = useMe();
  const attention = useAttention();
  const sites = useQuery(sitesQuery(account.id));
  const people = useQuery(memberCountQuery(account.id));
  const items = sites.data?.items;
  const fresh = items && (items.length === 0 || people.data === 1);
  return (
    <>
      <PageHeader
        title={words.greeting(new Date().getHours(), user.name)}
        below={attention.total === undefined || fresh ? '\u00a0' : words.needs(attention.total)}
      />
      <div className="flex flex-col gap-7">
        {attention.total !== 0 && <AttentionStrip attention={attention} />}
        {sites.isError && <ProblemPanel problem={sites.error} onRetry={() => void sites.refetch()} />}
        {sites.isPending && <SkeletonRows rows={3} />}
        {items &&
          (fresh ? (
            <FirstSteps account={account} sites={items} />
          ) : (
            <AttentionList account={account} sites={items} />
          ))}
        {items && !fresh && (
          <Allowed to="audit.read">
            <Suspense>
              <RecentChanges />
            </Suspense>
          </Allowed>
        )}
      </div>
    </>
  );
}
