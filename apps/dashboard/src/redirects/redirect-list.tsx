import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AdminSite } from '../admin-site.ts';
import { redirectWords as words } from '../messages/redirects.ts';
import { ListTable } from '../list-table.tsx';
import { rowKeyProps } from '../ui/list-keys.ts';
import { SearchInput } from '../ui/search-input.tsx';
import { rowLinkClass, StackOnly, Td, Th, Tr, Under, type SortDirection } from '../ui/table.tsx';
import { Moment } from '../ui/time.tsx';
import { redirectsQuery, type Redirect, type RedirectFilter } from './redirect-queries.ts';

interface RedirectListProps {
  site: AdminSite;
  filter: RedirectFilter;
  current: string | undefined;
  onFilter: (change: Partial<RedirectFilter>) => void;
  link: (id: string) => LinkProps;
  onOpen: (id: string) => void;
  /** The ways to new ones, where the role may write. */
  add: ReactNode;
}

export function RedirectList({ site, filter, current, onFilter, link, onOpen, add }: RedirectListProps) {
  const filtered = filter.q !== undefined;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <SearchInput
          label={words.find}
          value={filter.q ?? ''}
          onChange={(q) => onFilter({ q: q || undefined })}
          className="w-56 max-md:w-full"
        />
        <span className="flex-1" />
        {add}
      </div>
      <ListTable
        query={redirectsQuery(site.id, filter)}
        filtered={filtered}
        caption={words.caption(site.name)}
        empty={words.empty}
        noMatch={words.noMatch}
        onClear={() => onFilter({ q: undefined })}
        head={<Heads filter={filter} onFilter={onFilter} />}
        row={(row) => (
          <Row
            key={row.id}
            row={row}
            current={row.id === current}
            link={link(row.id)}
            onOpen={() => onOpen(row.id)}
          />
        )}
      />
    </>
  );
}

type Sorted = 'path' | 'target' | 'updated';
const directionOf = (sort: RedirectFilter['sort'], key: Sorted): SortDirection | null =>
  (sort ?? 'path') === key ? 'asc' : sort === `-${key}` ? 'desc' : null;

function Heads({ filter, onFilter }: Pick<RedirectListProps, 'filter' | 'onFilter'>) {
  const head = (key: Sorted, first: SortDirection) => {
    const now = directionOf(filter.sort, key);
    const next = now === null ? first : now === 'asc' ? 'desc' : 'asc';
    return { sort: now, onSort: () => onFilter({ sort: next === 'asc' ? key : `-${key}` }) };
  };
  return (
    <>
      <Th {...head('path', 'asc')}>{words.path}</Th>
      <Th className="drop" {...head('target', 'asc')}>
        {words.target}
      </Th>
      <Th>{words.kind}</Th>
      <Th className="drop" {...head('updated', 'desc')}>
        {words.updated}
      </Th>
    </>
  );
}

interface RowProps {
  row: Redirect;
  current: boolean;
  link: LinkProps;
  onOpen: () => void;
}
const Row = ({ row, current, link, onOpen }: RowProps) => (
  <Tr current={current} onOpen={onOpen}>
    <Td className="[overflow-wrap:anywhere]">
      <Link {...link} className={`${rowLinkClass} font-mono text-13`} {...rowKeyProps(row.id)}>
        {row.path}
      </Link>
      <StackOnly>
        <span className="font-mono">{row.target}</span>
      </StackOnly>
    </Td>
    <Td as="drop" className="font-mono text-13 [overflow-wrap:anywhere]">
      {row.target}
    </Td>
    <Td className="whitespace-nowrap">{words.kindOf[row.status]}</Td>
    <Td as="drop" muted className="whitespace-nowrap">
      <Moment at={row.updatedAt} />
      <Under>{words.by(row.updatedBy.name)}</Under>
    </Td>
  </Tr>
);
