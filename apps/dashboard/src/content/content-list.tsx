import type { ContentKind, ContentStatus } from '@keyholder/domain';
import { CONTENT_STATUSES } from '@keyholder/domain';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AdminSite } from '../admin-site.ts';
import { contentWords as words } from '../messages/content.ts';
import { ListTable } from '../list-table.tsx';
import { rowKeyProps } from '../ui/list-keys.ts';
import { SearchInput } from '../ui/search-input.tsx';
import { Select } from '../ui/select.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { rowLinkClass, StackOnly, Td, Th, Tr, Under, type SortDirection } from '../ui/table.tsx';
import { Moment } from '../ui/time.tsx';
import { contentListQuery, type ContentFilter, type ContentRow } from './content-queries.ts';

const ANY = 'any';

interface ContentListProps {
  site: AdminSite;
  kind: ContentKind;
  filter: ContentFilter;
  onFilter: (change: Partial<ContentFilter>) => void;
  link: (id: string) => LinkProps;
  onOpen: (id: string) => void;
  /** The way to a new one, where the role may write. */
  add: ReactNode;
}

export function ContentList({ site, kind, filter, onFilter, link, onOpen, add }: ContentListProps) {
  const filtered = filter.q !== undefined || filter.status !== undefined;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <SearchInput
          label={words.find(kind)}
          value={filter.q ?? ''}
          onChange={(q) => onFilter({ q: q || undefined })}
          className="w-56 max-md:w-full"
        />
        <div className="w-40 max-md:w-auto">
          <Select<ContentStatus | typeof ANY>
            label={words.statusFilter}
            value={filter.status ?? ANY}
            options={[
              { value: ANY, label: words.anyStatus },
              ...CONTENT_STATUSES.map((value) => ({ value, label: words.status[value] })),
            ]}
            onChange={(status) => onFilter({ status: status === ANY ? undefined : status })}
          />
        </div>
        <span className="flex-1" />
        {add}
      </div>
      <ListTable
        query={contentListQuery(site.id, kind, filter)}
        filtered={filtered}
        caption={words.caption(kind, site.name)}
        empty={words.empty(kind)}
        noMatch={words.noMatch(kind)}
        add={add}
        onClear={() => onFilter({ q: undefined, status: undefined })}
        head={<Heads filter={filter} onFilter={onFilter} />}
        row={(row) => <Row key={row.id} row={row} link={link(row.id)} onOpen={() => onOpen(row.id)} />}
      />
    </>
  );
}

type Sorted = 'title' | 'updated';
const directionOf = (sort: ContentFilter['sort'], key: Sorted): SortDirection | null =>
  (sort ?? 'title') === key ? 'asc' : sort === `-${key}` ? 'desc' : null;

function Heads({ filter, onFilter }: Pick<ContentListProps, 'filter' | 'onFilter'>) {
  const head = (key: Sorted, first: SortDirection) => {
    const now = directionOf(filter.sort, key);
    const next = now === null ? first : now === 'asc' ? 'desc' : 'asc';
    return { sort: now, onSort: () => onFilter({ sort: next === 'asc' ? key : `-${key}` }) };
  };
  return (
    <>
      <Th {...head('title', 'asc')}>{words.name}</Th>
      <Th>{words.state}</Th>
      <Th className="drop" {...head('updated', 'desc')}>
        {words.updated}
      </Th>
    </>
  );
}

const Row = ({ row, link, onOpen }: { row: ContentRow; link: LinkProps; onOpen: () => void }) => (
  <Tr onOpen={onOpen}>
    <Td>
      <Link {...link} className={rowLinkClass} {...rowKeyProps(row.id)}>
        {row.title}
      </Link>
      <Under>
        <span className="font-mono">/{row.slug}</span>
      </Under>
    </Td>
    <Td>
      <StatusPill tone={row.status === 'published' ? 'ok' : 'neutral'}>{words.status[row.status]}</StatusPill>
      <StackOnly>{words.by(row.updatedBy.name)}</StackOnly>
    </Td>
    <Td as="drop" muted className="whitespace-nowrap">
      <Moment at={row.updatedAt} />
      <Under>{words.by(row.updatedBy.name)}</Under>
    </Td>
  </Tr>
);
