import { AnalyticsPanel } from '../analytics/analytics-panel.tsx';
import { SPANS } from '../analytics/analytics-query.ts';
import { analyticsWords as words } from '../messages/analytics.ts';
import { usePageTitle } from '../page-title.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { useArea } from '../use-area.ts';

export function AdminAnalyticsPage() {
  const { site, search, show } = useArea('analytics');
  usePageTitle(words.title, site.name);
  return (
    <>
      <PageHeader title={words.title} />
      <AnalyticsPanel
        siteId={site.id}
        span={SPANS.find((span) => span === search.span) ?? '30'}
        onSpan={(span) => show({ span })}
      />
    </>
  );
}
