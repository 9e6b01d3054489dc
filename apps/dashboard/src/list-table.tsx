import type { ReactNode } from 'react';
import { listWords as words } from './messages/lists.ts';
import { PagedList, type pagedQuery } from './paged-list.tsx';
import { Button } from './ui/button.tsx';
import { EmptyState } from './ui/empty-state.tsx';
import { listKeys } from './ui/list-keys.ts';
import { Table } from './ui/table.tsx';

interface ListTableProps<Row> {
  query: ReturnType<typeof pagedQuery<Row>>;
  /** Filters are set, so an empty list says that nothing matches. */
  filtered: boolean;
  caption: string;
  empty: string;
  noMatch: string;
  /** The next step where there is nothing yet. */
  add?: ReactNode;
  onClear: () => void;
  head: ReactNode;
  row: (row: Row) => ReactNode;
  /** Over the list, made from its rows. */
  children?: (rows: readonly Row[]) => ReactNode;
}

/** A list of an area as a table: its pages, its keys, and what it says when it is empty. */
export const ListTable = <Row,>({
  query,
  filtered,
  caption,
  empty,
  noMatch,
  add,
  onClear,
  head,
  row,
  children,
}: ListTableProps<Row>) => (
  <PagedList
    query={query}
    filtered={filtered}
    empty={
      filtered ? (
        <EmptyState text={noMatch} action={<Button onClick={onClear}>{words.clearFilters}</Button>} />
      ) : (
        <EmptyState text={empty} action={add} />
      )
    }
  >
    {(rows, { stale, total }) => (
      <div onKeyDown={listKeys()}>
        <Table caption={caption} stale={stale} rowCount={total} head={head}>
          {rows.map(row)}
        </Table>
        {children?.(rows)}
      </div>
    )}
  </PagedList>
);
