import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AdminSite } from '../admin-site.ts';
import { submissionWords as words } from '../messages/submissions.ts';
import { ListTable } from '../list-table.tsx';
import { ButtonAnchor } from '../ui/button.tsx';
import { rowKeyProps } from '../ui/list-keys.ts';
import { SearchInput } from '../ui/search-input.tsx';
import { rowLinkClass, Td, Th, Tr } from '../ui/table.tsx';
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
      <ListTable
        query={submissionsQuery(site.id, filter)}
        filtered={filtered}
        caption={words.caption(site.name)}
        empty={words.empty}
        noMatch={words.noMatch}
        onClear={() => onFilter({ q: undefined, form: undefined, from: undefined, to: undefined })}
        head={
          <>
            <Th>{words.received}</Th>
            <Th>{words.form}</Th>
            <Th className="drop">{words.content}</Th>
          </>
        }
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
