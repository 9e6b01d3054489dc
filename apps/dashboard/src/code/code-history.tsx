import { CODE_VERSIONS_KEPT } from '@keyholder/domain';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { AdminSite } from '../admin-site.ts';
import { codeWords as words } from '../messages/code.ts';
import { PagedList } from '../paged-list.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { listKeys, rowKeyProps } from '../ui/list-keys.ts';
import { Section } from '../ui/panel.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { rowLinkClass, Table, Td, Th, Tr, Under } from '../ui/table.tsx';
import { Moment } from '../ui/time.tsx';
import { codeHistoryQuery, type CodeVersion } from './code-queries.ts';

interface CodeHistoryProps {
  site: AdminSite;
  /** The version in force. */
  now: number;
  current: string | undefined;
  link: (version: string) => LinkProps;
  onOpen: (version: string) => void;
}

/** Who saved when, and which parts it changed. */
export const CodeHistory = ({ site, now, current, link, onOpen }: CodeHistoryProps) => (
  <Section title={words.history}>
    <p className="text-12 text-ink-3">{words.historyHelp(CODE_VERSIONS_KEPT)}</p>
    <PagedList
      query={codeHistoryQuery(site.id)}
      filtered={false}
      empty={<EmptyState text={words.historyEmpty} />}
    >
      {(rows, { total }) => (
        <div onKeyDown={listKeys()}>
          <Table
            caption={words.historyCaption(site.name)}
            rowCount={total}
            head={
              <>
                <Th>{words.versionHead}</Th>
                <Th>{words.savedHead}</Th>
              </>
            }
          >
            {rows.map((row) => (
              <Row
                key={row.version}
                row={row}
                inForce={row.version === now}
                current={String(row.version) === current}
                link={link(String(row.version))}
                onOpen={() => onOpen(String(row.version))}
              />
            ))}
          </Table>
        </div>
      )}
    </PagedList>
  </Section>
);

interface RowProps {
  row: CodeVersion;
  inForce: boolean;
  current: boolean;
  link: LinkProps;
  onOpen: () => void;
}
const Row = ({ row, inForce, current, link, onOpen }: RowProps) => (
  <Tr current={current} onOpen={onOpen}>
    <Td>
      <span className="flex flex-wrap items-center gap-x-2">
        <Link {...link} className={rowLinkClass} {...rowKeyProps(String(row.version))}>
          {words.version(row.version)}
        </Link>
        {inForce && <StatusPill tone="ok">{words.inForce}</StatusPill>}
      </span>
      <Under>{words.changed(row.changed)}</Under>
      <Under>{words.sizes(row.bytes)}</Under>
    </Td>
    <Td muted>
      <Moment at={row.savedAt} className="whitespace-nowrap" />
      <Under>{words.by(row.savedBy.name)}</Under>
    </Td>
  </Tr>
);
