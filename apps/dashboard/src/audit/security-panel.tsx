import { useInfiniteQuery } from '@tanstack/react-query';
import { auditWords as words, nothingText, SECURITY_LABELS } from '../messages/audit.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { useAccount } from '../session/account.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Table, Td, Th, Tr, Under } from '../ui/table.tsx';
import { Moment } from '../ui/time.tsx';
import { securityQuery, type SecurityEvent, type SecurityFilter } from './audit-queries.ts';
import { From } from './audit-table.tsx';
import { NO_FILTER, useAuditSearch } from './use-audit-search.ts';

/** Sign-ins, refusals and exports: they changed nothing, so they stand apart [R43]. */
export function SecurityPanel({ filter }: { filter: SecurityFilter }) {
  const account = useAccount();
  const { search, show } = useAuditSearch();
  const list = useInfiniteQuery(securityQuery(account.id, filter));
  const events = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total;
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <>
      <p className="pb-3 text-13 text-ink-2">{words.securityHelp}</p>
      {list.isPending && <SkeletonRows />}
      {list.isError && events.length === 0 && (
        <ProblemPanel problem={list.error} onRetry={() => void list.refetch()} />
      )}
      {events.length > 0 && (
        <Table
          caption={words.securityCaption(account.name)}
          stale={list.isPlaceholderData}
          head={
            <>
              <Th>{words.when}</Th>
              <Th>{words.who}</Th>
              <Th>{words.what}</Th>
              <Th className="drop-2">{words.site}</Th>
              <Th>{words.from}</Th>
            </>
          }
        >
          {events.map((event) => (
            <Row key={event.id} event={event} />
          ))}
        </Table>
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
                  action: filter.action && SECURITY_LABELS[filter.action],
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

const Row = ({ event }: { event: SecurityEvent }) => (
  <Tr>
    <Td className="whitespace-nowrap">
      <Moment at={event.at} className="text-14 font-semibold" />
    </Td>
    <Td>{event.person?.name ?? words.somebody}</Td>
    <Td>
      {SECURITY_LABELS[event.action]}
      {typeof event.detail?.['code'] === 'string' && <Under>{event.detail['code']}</Under>}
      {typeof event.detail?.['format'] === 'string' && <Under>{event.detail['format']}</Under>}
    </Td>
    <Td as="drop-2" muted>
      {event.site?.name}
    </Td>
    <Td muted>
      <From {...event} />
    </Td>
  </Tr>
);
