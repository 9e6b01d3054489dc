import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { peopleWords as words } from '../messages/people.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { useAccount, useMay } from '../session/account.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { announce } from '../ui/live-region.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { SearchInput } from '../ui/search-input.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { ExportLink } from './export-link.tsx';
import { PeopleFilters } from './people-filters.tsx';
import { peopleQuery } from './people-queries.ts';
import { PeopleTable } from './people-table.tsx';
import type { SiteFacts } from './person-facts.ts';
import { useAccountOwnerName } from './use-account-owner-name.ts';
import { filterOf, NO_FILTER, usePeopleSearch } from './use-people-search.ts';

/** Everybody of the account: search, filters, and the table they leave. */
export function PeoplePanel({ sites }: { sites: readonly SiteFacts[] }) {
  const account = useAccount();
  const may = useMay();
  const owner = useAccountOwnerName();
  const { search, show } = usePeopleSearch();
  const filter = filterOf(search);
  const { sort: _, ...conditions } = filter;
  const filtered = Object.values(conditions).some((value) => value !== undefined);
  const list = useInfiniteQuery(peopleQuery(account.id, filter));
  const people = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total;
  const stale = list.isPlaceholderData;
  useEffect(() => {
    if (filtered && !stale && total !== undefined) announce(words.found(total));
  }, [filtered, stale, total]);
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <SearchInput
          label={words.find}
          value={search.q ?? ''}
          onChange={(q) => show({ q: q || undefined })}
          className="w-60 max-md:flex-1"
        />
        <PeopleFilters sites={sites} found={total} />
        <ExportLink filter={filter} />
      </div>
      {!may('team.manage') && <p className="pb-3 text-13 text-ink-2">{words.readOnly(owner)}</p>}
      {list.isPending && <SkeletonRows />}
      {list.isError && people.length === 0 && (
        <ProblemPanel problem={list.error} onRetry={() => void list.refetch()} />
      )}
      {total !== undefined && people.length > 0 && (
        <PeopleTable
          people={people}
          sites={sites}
          sort={filter.sort}
          onSort={(sort) => show({ sort })}
          stale={stale}
          total={total}
        />
      )}
      {list.hasNextPage && total !== undefined && (
        <MoreRows
          label={words.loadMore}
          busyLabel={words.loadingMore}
          text={words.shownOf(people.length, total)}
          busy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
      {list.isSuccess && people.length === 0 && (
        <EmptyState
          text={filter.q ? words.noMatch(filter.q) : filtered ? words.noneFiltered : words.empty}
          action={
            filtered && (
              <Button onClick={() => show({ ...NO_FILTER, q: undefined })}>
                {filter.q &&
                Object.values({ ...conditions, q: undefined }).every((each) => each === undefined)
                  ? words.clearSearch
                  : words.clearAll}
              </Button>
            )
          }
        />
      )}
    </>
  );
}
