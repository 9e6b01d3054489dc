import { membersWords as words } from '../messages/members.ts';
import { ReachLegend } from '../role-name.tsx';
import type { SiteHere } from '../site-here.ts';
import { PickAllHead } from '../ui/pick-cell.tsx';
import type { Selection } from '../ui/selection.ts';
import { Table, Th, ThHidden } from '../ui/table.tsx';
import type { MemberActions } from './member-menu.tsx';
import { MemberRow } from './member-row.tsx';
import type { MemberSort, MemberSortKey, SiteMember } from './member-queries.ts';

export interface MemberTableProps extends MemberActions {
  site: SiteHere;
  members: readonly SiteMember[];
  total: number;
  stale: boolean;
  sort: MemberSort;
  onSort: (sort: MemberSort) => void;
  selection: Selection;
  current: string | undefined;
}

const COLUMNS = [
  ['name', words.name],
  ['email', words.email],
  ['role', words.role],
  ['joined', words.joined, 'drop-1'],
  ['lastActive', words.lastActive],
  ['accessUntil', words.accessUntil, 'drop-1'],
] as const satisfies readonly (readonly [MemberSortKey, string, string?])[];

export function MemberTable({
  site,
  members,
  total,
  stale,
  sort,
  onSort,
  selection,
  current,
  ...actions
}: MemberTableProps) {
  return (
    <>
      <Table
        caption={words.caption(site.name)}
        stale={stale}
        rowCount={total + 1}
        head={
          <>
            {site.canManageMembers && <PickAllHead selection={selection} />}
            {COLUMNS.map(([key, label, className]) => (
              <Th
                key={key}
                className={className}
                sort={sort === key ? 'asc' : sort === `-${key}` ? 'desc' : null}
                onSort={() => onSort(sort === key ? `-${key}` : key)}
              >
                {label}
              </Th>
            ))}
            <ThHidden>{words.actions}</ThHidden>
          </>
        }
      >
        {members.map((member) => (
          <MemberRow
            key={member.user.id}
            site={site}
            member={member}
            selection={selection}
            current={member.user.id === current}
            {...actions}
          />
        ))}
      </Table>
      <ReachLegend />
    </>
  );
}
