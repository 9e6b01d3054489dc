import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { actionLabel, auditWords as words, nothingText } from '../messages/audit.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { useAccount } from '../session/account.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { actorsQuery, auditCountQuery, auditQuery, type AuditFilter } from './audit-queries.ts';
import { AuditTable } from './audit-table.tsx';
import { NO_FILTER, useAuditSearch } from './use-audit-search.ts';

/** The changes that the filter leaves. What happens meanwhile waits behind a button, so that no row moves. */
export function AuditPanel({
  filter,
  sites,
}: {
  filter: AuditFilter;
  sites: readonly { id: string; name: string }[];
}) {
  const account = useAccount();
  const { search, show } = useAuditSearch();
  const list = useInfiniteQuery(auditQuery(account.id, filter));
  const people = useQuery(actorsQuery(account.id)).data;
  const count = useQuery(auditCountQuery(account.id, filter)).data;
  const events = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total;
  const fresh = count !== undefined && total !== undefined && !list.isPlaceholderData ? count - total : 0;
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <>
      {fresh > 0 && (
        <div role="status" className="flex justify-center pb-3">
          <Button size="small" busy={list.isRefetching} onClick={() => void list.refetch()}>
            {words.fresh(fresh)}
          </Button>
        </div>
      )}
      {list.isPending && <SkeletonRows />}
      {list.isError && events.length === 0 && (
        <ProblemPanel problem={list.error} onRetry={() => void list.refetch()} />
      )}
      {total !== undefined && events.length > 0 && (
        <AuditTable events={events} stale={list.isPlaceholderData} total={total} />
      )}
      {list.hasNextPage && total !== undefined && (
        <MoreRows
          label={words.loadMore}
          busyLabel={words.loadingMore}
          text={words.shownOf(events.length, total)}
          busy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
      {list.isSuccess && events.length === 0 && (
        <EmptyState
          text={
            filtered
              ? nothingText({
                  who:
                    filter.actor === 'system'
                      ? words.keyholder
                      : people?.find((each) => each.id === filter.actor)?.name,
                  site: sites.find((each) => each.id === filter.site)?.name,
                  action: filter.action && actionLabel(filter.action),
                  from: filter.from && search.from,
                  to: filter.to && search.to,
                })
              : words.empty
          }
          action={filtered && <Button onClick={() => show(NO_FILTER)}>{words.clearFilters}</Button>}
        />
      )}
    </>
  );
}
