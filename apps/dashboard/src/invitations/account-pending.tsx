import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountPendingWords as words } from '../messages/account-invitations.ts';
import { pendingWords } from '../messages/invitations.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { serverNow } from '../ui/clock.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterSelect } from '../ui/filter-select.tsx';
import { focusRowSoon, neighbourOf } from '../ui/focus-row.ts';
import { SearchInput } from '../ui/search-input.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { AccountPendingTable } from './account-pending-table.tsx';
import { ExpiredBar } from './expired-bar.tsx';
import { useRevoke } from './invitation-commands.ts';
import type { Invitation } from './invitation-queries.ts';
import { notDelivered, openInvitationsQuery } from './open-invitations.ts';
import { RevokeDialog } from './revoke-dialog.tsx';

const STATES = ['expired', 'failed'] as const;
type State = (typeof STATES)[number];

interface Search {
  q?: string | undefined;
  flag?: string | undefined;
  /** With the invitations to sites. */
  all?: true | undefined;
}
export interface AccountPendingProps {
  account: { readonly id: string; readonly slug: string; readonly name: string };
  mayManage: boolean;
  /** For the addresses of the sites' own lists. */
  sites: readonly { readonly id: string; readonly slug: string }[];
  search: Search;
  onSearch: (change: Search) => void;
}

/** Who was invited and has not answered: to the account, and with the switch to its sites. */
export function AccountPending({ account, mayManage, sites, search, onSearch }: AccountPendingProps) {
  const { q = '', all = false } = search;
  const state = STATES.find((each) => each === search.flag);
  const list = useQuery(openInvitationsQuery(account.id));
  const revoke = useRevoke();
  const [asked, setAsked] = useState<Invitation | null>(null);
  const listed = (list.data ?? []).filter(({ scope }) => all || scope === 'account');
  const shown = listed.filter((each) => matches(each, q, state));
  const now = serverNow();
  const expired = listed.filter(
    ({ scope, expiresAt }) => scope === 'account' && Date.parse(expiresAt) <= now,
  );
  const forgetSearch = { q: undefined, flag: undefined };
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 pb-3">
        <SearchInput
          label={pendingWords.find}
          value={q}
          onChange={(next) => onSearch({ q: next || undefined })}
          className="w-60 max-md:w-full"
        />
        <FilterSelect
          label={words.filter}
          value={state}
          options={STATES.map((value) => ({ value, label: words.filters[value] }))}
          onChange={(flag) => onSearch({ flag })}
          clearLabel={words.clearFilter}
        />
        <Checkbox
          label={words.includeSites}
          checked={all}
          onChange={(event) => onSearch({ all: event.target.checked || undefined })}
        />
      </div>
      {list.isPending && <SkeletonRows />}
      {list.isError && <ProblemPanel problem={list.error} onRetry={() => void list.refetch()} />}
      <ExpiredBar place={{ account }} expired={expired} mayResend={mayManage} />
      {shown.length > 0 && (
        <AccountPendingTable
          {...{ account, sites, all, mayManage }}
          invitations={shown}
          onRevoke={setAsked}
        />
      )}
      {list.isSuccess && shown.length === 0 && (
        <EmptyState
          text={listed.length > 0 ? words.noMatch : all ? words.emptyAll : words.empty}
          action={
            listed.length > 0 ? (
              <Button onClick={() => onSearch(forgetSearch)}>{words.clear}</Button>
            ) : (
              list.data.length > 0 && (
                <Button onClick={() => onSearch({ all: true })}>{words.includeSites}</Button>
              )
            )
          }
        />
      )}
      <RevokeDialog
        invitation={asked}
        busy={revoke.isPending}
        onClose={() => setAsked(null)}
        onConfirm={(invitation) => {
          const ids = shown.map(({ id }) => id);
          revoke.mutate(invitation, {
            onSettled: () => {
              setAsked(null);
              focusRowSoon(neighbourOf(ids, new Set([invitation.id])));
            },
          });
        }}
      />
    </>
  );
}

const matches = (invitation: Invitation, q: string, state: State | undefined): boolean =>
  `${invitation.email} ${invitation.site?.name ?? ''}`.toLowerCase().includes(q.trim().toLowerCase()) &&
  (state === undefined || (state === 'expired' ? invitation.expired : notDelivered(invitation)));
