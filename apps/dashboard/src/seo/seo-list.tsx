import { Link, type LinkProps } from '@tanstack/react-router';
import type { AdminSite } from '../admin-site.ts';
import { seoWords as words } from '../messages/seo.ts';
import { ListTable } from '../list-table.tsx';
import { rowKeyProps } from '../ui/list-keys.ts';
import { SearchInput } from '../ui/search-input.tsx';
import { Select } from '../ui/select.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { rowLinkClass, Td, Th, Tr, Under } from '../ui/table.tsx';
import { LengthMark } from './length-mark.tsx';
import { MISSING, seoListQuery, type PageSeo, type SeoFilter } from './seo-queries.ts';

const ALL = 'all';

interface SeoListProps {
  site: AdminSite;
  filter: SeoFilter;
  current: string | undefined;
  onFilter: (change: Partial<SeoFilter>) => void;
  link: (id: string) => LinkProps;
  onOpen: (page: PageSeo) => void;
  /** The drawer of the page that the address names, made from its row. */
  drawer: (rows: readonly PageSeo[]) => React.ReactNode;
}

export function SeoList({ site, filter, current, onFilter, link, onOpen, drawer }: SeoListProps) {
  const filtered = filter.q !== undefined || filter.missing !== undefined;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <SearchInput
          label={words.find}
          value={filter.q ?? ''}
          onChange={(q) => onFilter({ q: q || undefined })}
          className="w-56 max-md:flex-1"
        />
        <div className="w-52 max-md:w-auto">
          <Select<(typeof MISSING)[number] | typeof ALL>
            label={words.missingFilter}
            value={filter.missing ?? ALL}
            options={[
              { value: ALL, label: words.all },
              ...MISSING.map((value) => ({ value, label: words.missing[value] })),
            ]}
            onChange={(missing) => onFilter({ missing: missing === ALL ? undefined : missing })}
          />
        </div>
      </div>
      <ListTable
        query={seoListQuery(site.id, filter)}
        filtered={filtered}
        caption={words.caption(site.name)}
        empty={words.empty}
        noMatch={filter.q === undefined ? words.nothingMissing : words.noMatch}
        onClear={() => onFilter({ q: undefined, missing: undefined })}
        head={
          <>
            <Th>{words.page}</Th>
            <Th>{words.seoTitle}</Th>
            <Th>{words.description}</Th>
            <Th className="drop">{words.robots}</Th>
          </>
        }
        row={(row) => (
          <Row
            key={row.page.id}
            row={row}
            current={row.page.id === current}
            link={link(row.page.id)}
            onOpen={() => onOpen(row)}
          />
        )}
      >
        {drawer}
      </ListTable>
    </>
  );
}

interface RowProps {
  row: PageSeo;
  current: boolean;
  link: LinkProps;
  onOpen: () => void;
}
const Row = ({ row, current, link, onOpen }: RowProps) => (
  <Tr current={current} onOpen={onOpen}>
    <Td>
      <Link {...link} className={rowLinkClass} {...rowKeyProps(row.page.id)}>
        {row.page.title}
      </Link>{' '}
      {row.page.status === 'draft' && <StatusPill>{words.draft}</StatusPill>}
      <Under>
        <span className="font-mono">/{row.page.slug}</span>
      </Under>
    </Td>
    <Td>
      <span className="text-12 text-ink-3 md:hidden">{words.seoTitle} </span>
      <LengthMark verdict={row.hints.title.verdict} />
    </Td>
    <Td>
      <span className="text-12 text-ink-3 md:hidden">{words.description} </span>
      <LengthMark verdict={row.hints.description.verdict} />
    </Td>
    <Td as="drop" muted>
      {row.robots.startsWith('noindex') ? (
        <StatusPill tone="warn">{words.hidden}</StatusPill>
      ) : (
        words.robotsOf[row.robots]
      )}
    </Td>
  </Tr>
);
