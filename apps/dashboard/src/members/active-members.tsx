import type { SiteRole } from '@keyholder/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { membersWords as words } from '../messages/members.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import type { SiteHere } from '../site-here.ts';
import { BulkBar } from '../ui/bulk-bar.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { listKeys } from '../ui/list-keys.ts';
import { announce } from '../ui/live-region.tsx';
import { useSelection } from '../ui/selection.ts';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { focusRowSoon, neighbourOf } from '../ui/focus-row.ts';
import { LoadMore } from './load-more.tsx';
import { membersQuery, type SiteMember } from './member-queries.ts';
import { DEFAULT_SORT, emptyText, readSort } from './member-search.ts';
import { MemberTable } from './member-table.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { useRemoveMembers } from './remove-members.ts';

export interface ActiveMembersProps {
  site: SiteHere;
  q: string;
  role: SiteRole | undefined;
  sort: string | undefined;
  readsTeam: boolean;
  /** Whose drawer is open. */
  current: string | undefined;
  onSearch: (change: { q?: undefined; role?: undefined; sort?: string | undefined }) => void;
  onOpen: (id: string, part?: 'role' | 'until') => void;
  onInvite: () => void;
  onLeave: () => void;
  /** For the warning about the last Owner. */
  chooseOwner: ReactNode;
}

export function ActiveMembers(props: ActiveMembersProps) {
  const { site, q, role, onSearch, onOpen, onInvite, onLeave } = props;
  const sort = readSort(props.sort);
  const list = useInfiniteQuery(
    membersQuery(site.id, { q: q || undefined, role, sort: sort === DEFAULT_SORT ? undefined : sort }),
  );
  const members = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = list.data?.pages.at(-1)?.total ?? 0;
  const filtered = q !== '' || role !== undefined;
  const selection = useSelection(
    site.canManageMembers ? members.filter(({ manageable }) => manageable).map(({ user }) => user.id) : [],
  );
  const [asked, setAsked] = useState<readonly SiteMember[] | null>(null);
  const remove = useRemoveMembers(site);
  useEffect(() => {
    if (filtered && !list.isPlaceholderData) announce(words.found(total));
  }, [filtered, total, list.isPlaceholderData]);

  if (list.isPending) return <SkeletonRows />;
  if (list.isError) return <ProblemPanel problem={list.error} onRetry={() => void list.refetch()} />;
  const byId = (id: string) => members.find(({ user }) => user.id === id);
  const manageable = (id: string) => {
    const member = byId(id);
    return site.canManageMembers && member?.manageable ? member : undefined;
  };
  const askAbout = (id: string) => {
    const member = manageable(id);
    if (member) setAsked([member]);
  };
  const keys = listKeys({
    x: (id) => manageable(id) && selection.toggle(id, false),
    ...(site.canManageMembers ? { i: onInvite, Delete: askAbout, Backspace: askAbout } : {}),
  });
  return (
    <div onKeyDown={keys}>
      {members.length > 0 ? (
        <MemberTable
          site={site}
          members={members}
          total={total}
          stale={list.isPlaceholderData}
          sort={sort}
          onSort={(next) => onSearch({ sort: next === DEFAULT_SORT ? undefined : next })}
          selection={selection}
          current={props.current}
          onOpen={onOpen}
          onRemove={setAsked}
          onLeave={onLeave}
        />
      ) : (
        <EmptyState
          text={filtered ? emptyText(q, role) : site.canManageMembers ? words.nobody : words.nobodyHere}
          action={
            filtered ? (
              <Button onClick={() => onSearch({ q: undefined, role: undefined })}>
                {q === '' ? words.clearRole : role === undefined ? words.clearSearch : words.clearAll}
              </Button>
            ) : undefined
          }
        />
      )}
      {!filtered && members.length === 1 && members[0]?.you && site.canManageMembers && (
        <p className="pt-4 text-center text-ink-2">{words.onlyYou}</p>
      )}
      {list.hasNextPage && (
        <LoadMore busy={list.isFetchingNextPage} onNear={() => void list.fetchNextPage()} />
      )}
      {selection.ids.size > 0 && (
        <BulkBar text={words.selected(selection.ids.size)} onClear={selection.clear}>
          <Button
            kind="danger-quiet"
            onClick={() => setAsked(members.filter(({ user }) => selection.has(user.id)))}
          >
            {words.remove}
          </Button>
        </BulkBar>
      )}
      <RemoveDialog
        site={site}
        members={asked}
        readsTeam={props.readsTeam}
        chooseOwner={props.chooseOwner}
        onClose={() => setAsked(null)}
        onConfirm={(removal) => {
          const leaving = new Set(removal.members.map(({ user }) => user.id));
          const ids = members.map(({ user }) => user.id);
          setAsked(null);
          remove.mutate(removal);
          focusRowSoon(neighbourOf(ids, leaving));
        }}
      />
    </div>
  );
}
