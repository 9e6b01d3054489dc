import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AdminSite } from '../admin-site.ts';
import { formWords as words } from '../messages/forms.ts';
import { ListTable } from '../list-table.tsx';
import { rowKeyProps } from '../ui/list-keys.ts';
import { SearchInput } from '../ui/search-input.tsx';
import { rowLinkClass, StackOnly, Td, Th, Tr } from '../ui/table.tsx';
import { Moment } from '../ui/time.tsx';
import { formsQuery, type Form } from './form-queries.ts';
import { FormState } from './form-state.tsx';

interface FormListProps {
  site: AdminSite;
  q: string | undefined;
  onSearch: (q: string | undefined) => void;
  link: (id: string) => LinkProps;
  onOpen: (id: string) => void;
  /** The way to a new one, where the role may write. */
  add: ReactNode;
}

export function FormList({ site, q, onSearch, link, onOpen, add }: FormListProps) {
  const filtered = q !== undefined;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <SearchInput
          label={words.find}
          value={q ?? ''}
          onChange={(next) => onSearch(next || undefined)}
          className="w-56 max-md:flex-1"
        />
        <span className="flex-1" />
        {add}
      </div>
      <ListTable
        query={formsQuery(site.id, q)}
        filtered={filtered}
        caption={words.caption(site.name)}
        empty={words.empty}
        noMatch={words.noMatch}
        onClear={() => onSearch(undefined)}
        head={
          <>
            <Th>{words.name}</Th>
            <Th>{words.state}</Th>
            <Th className="drop">{words.fields}</Th>
            <Th className="drop">{words.submissions}</Th>
            <Th className="drop">{words.last}</Th>
          </>
        }
        row={(row) => <Row key={row.id} row={row} link={link(row.id)} onOpen={() => onOpen(row.id)} />}
      />
    </>
  );
}

const Row = ({ row, link, onOpen }: { row: Form; link: LinkProps; onOpen: () => void }) => (
  <Tr onOpen={onOpen}>
    <Td>
      <Link {...link} className={rowLinkClass} {...rowKeyProps(row.id)}>
        {row.name}
      </Link>
      <StackOnly>{words.submissionCount(row.submissions)}</StackOnly>
    </Td>
    <Td>
      <FormState state={row.state} />
    </Td>
    <Td as="drop">{row.fields.length}</Td>
    <Td as="drop">{row.submissions.toLocaleString('en')}</Td>
    <Td as="drop" muted className="whitespace-nowrap">
      {row.lastSubmissionAt === null ? words.never : <Moment at={row.lastSubmissionAt} />}
    </Td>
  </Tr>
);
