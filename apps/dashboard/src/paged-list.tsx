import {
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
  type QueryKey,
} from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { listWords as words } from './messages/lists.ts';
import { ProblemPanel } from './problem-panel.tsx';
import { announce } from './ui/live-region.tsx';
import { MoreRows } from './ui/more-rows.tsx';
import { SkeletonRows } from './ui/skeleton.tsx';

interface Page<Row> {
  items: Row[];
  nextCursor: string | null;
  total: number;
}

/** What is set of a filter, as the typed client wants it. */
export const setOnly = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** A list of the API, 50 rows at a time; a new filter keeps the old rows until its own are there. */
export const pagedQuery = <Row,>(
  queryKey: QueryKey,
  read: (cursor: string | undefined) => Promise<Page<Row>>,
) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

interface PagedListProps<Row> {
  query: ReturnType<typeof pagedQuery<Row>>;
  /** Filters are set: the count is said to whoever cannot see it. */
  filtered: boolean;
  /** Instead of the rows when there are none. */
  empty: ReactNode;
  children: (rows: readonly Row[], state: { stale: boolean; total: number }) => ReactNode;
}

/** Loading, failed, empty, or the rows with what leads to more of them. */
export function PagedList<Row>({ query, filtered, empty, children }: PagedListProps<Row>) {
  const list = useInfiniteQuery(query);
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = list.data?.pages.at(-1)?.total ?? 0;
  const settled = list.isSuccess && !list.isPlaceholderData;
  useEffect(() => {
    if (filtered && settled) announce(words.found(total));
  }, [filtered, settled, total]);
  if (list.isPending) return <SkeletonRows />;
  if (list.isError && rows.length === 0)
    return <ProblemPanel problem={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0) return empty;
  return (
    <>
      {children(rows, { stale: list.isPlaceholderData, total })}
      {list.hasNextPage && (
        <MoreRows
          label={words.more}
          busyLabel={words.loadingMore}
          text={words.shownOf(rows.length, total)}
          busy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </>
  );
}
