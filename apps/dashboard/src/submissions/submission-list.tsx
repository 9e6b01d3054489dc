import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AdminSite } from '../admin-site.ts';
import { listWords } from '../messages/lists.ts';
import { submissionWords as words } from '../messages/submissions.ts';
import { PagedList } from '../paged-list.tsx';
import { Button, ButtonAnchor } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { listKeys, rowKeyProps } from '../ui/list-keys.ts';
import { SearchInput } from '../ui/search-input.tsx';
import { rowLinkClass, Table, Td, Th, Tr } from '../ui/table.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { Moment } from '../ui/time.tsx';
import {
  exportAddress,
  submissionsQuery,
  type SubmissionFilter,
  type SubmissionRow,
} from './submission-queries.ts';

interface SubmissionListProps {
  site: AdminSite;
  filter: SubmissionFilter;
  current: string | undefined;
  onFilter: (change: Partial<SubmissionFilter>) => void;
  link: (id: string) => LinkProps;
  onOpen: (id: string) => void;
  /** A choice of forms, for whoever may see them. */
  formFilter: ReactNode;
}

export function SubmissionList(props: SubmissionListProps) {
  const { site, filter, current, onFilter, link, onOpen, formFilter } = props;
  const filtered = Object.values(filter).some((value) => value !== undefined);
  const day = (key: 'from' | 'to') => (
    <label className="flex items-center gap-1.5 text-13 text-ink-2">
      {words[key]}
      <TextInput
        type="date"
        value={filter[key] ?? ''}
        className="w-36"
        onChange={(event) => onFilter({ [key]: event.target.value || undefined })}
      />
    </label>
  );
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <SearchInput
          label={words.find}
          value={filter.q ?? ''}
          onChange={(q) => onFilter({ q: q || undefined })}
          className="w-56 max-md:w-full"
        />
        {formFilter}
        {day('from')}
        {day('to')}
        <span className="flex-1" />
        <ButtonAnchor href={exportAddress(site.id, filter)} download>
          {words.exportCsv}
        </ButtonAnchor>
      </div>
      <PagedList
        query={submissionsQuery(site.id, filter)}
        filtered={filtered}
        empty={
          <EmptyState
            text={filtered ? words.noMatch : words.empty}
            action={
              filtered && (
                <Button
                  onClick={() => onFilter({ q: undefined, form: undefined, from: undefined, to: undefined })}
                >
                  {listWords.clearFilters}
                </Button>
              )
            }
          />
        }
      >
        {(rows, { stale, total }) => (
          <div onKeyDown={listKeys()}>
            <Table
              caption={words.caption(site.name)}
              stale={stale}
              rowCount={total}
              head={
                <>
                  <Th>{words.received}</Th>
                  <Th>{words.form}</Th>
                  <Th className="drop">{words.content}</Th>
                </>
              }
            >
              {rows.map((row) => (
                <Row
                  key={row.id}
                  row={row}
                  current={row.id === current}
                  link={link(row.id)}
                  onOpen={() => onOpen(row.id)}
                />
              ))}
            </Table>
          </div>
        )}
      </PagedList>
    </>
  );
}

interface RowProps {
  row: SubmissionRow;
  current: boolean;
  link: LinkProps;
  onOpen: () => void;
}
const Row = ({ row, current, link, onOpen }: RowProps) => (
  <Tr current={current} onOpen={onOpen}>
    <Td className="whitespace-nowrap">
      <Link {...link} className={rowLinkClass} {...rowKeyProps(row.id)}>
        <Moment at={row.receivedAt} />
      </Link>
    </Td>
    <Td muted>{row.form.name}</Td>
    <Td as="drop" className="[overflow-wrap:anywhere]">
      {row.preview}
    </Td>
  </Tr>
);
