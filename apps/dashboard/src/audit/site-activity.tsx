import { useInfiniteQuery } from '@tanstack/react-query';
import { activityWords, auditWords as words } from '../messages/audit.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { ActivityList } from './activity-list.tsx';
import { activityQuery } from './audit-queries.ts';

interface SiteActivityProps {
  siteId: string;
  /** Of the account, for a viewer who manages people here. */
  restoresIn: string | undefined;
}

/** A site's part of the audit log. */
export function SiteActivity({ siteId, restoresIn }: SiteActivityProps) {
  const list = useInfiniteQuery(activityQuery(siteId));
  const events = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total;
  return (
    <div className="max-w-reading">
      {list.isPending && <SkeletonRows />}
      {list.isError && events.length === 0 && (
        <ProblemPanel problem={list.error} onRetry={() => void list.refetch()} />
      )}
      {events.length > 0 && <ActivityList events={events} restoresIn={restoresIn} />}
      {list.hasNextPage && total !== undefined && (
        <MoreRows
          label={words.loadMore}
          busyLabel={words.loadingMore}
          text={words.shownOf(events.length, total)}
          busy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
      {list.isSuccess && events.length === 0 && <EmptyState text={activityWords.empty} />}
    </div>
  );
}
