import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { pendingWords as words } from '../messages/invitations.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { isSiteRole } from '../role-name.tsx';
import type { SiteHere } from '../site-here.ts';
import { Button } from '../ui/button.tsx';
import { serverNow } from '../ui/clock.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { focusRowSoon, neighbourOf } from '../ui/focus-row.ts';
import { listKeys } from '../ui/list-keys.ts';
import { announce } from '../ui/live-region.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { spanText } from '../ui/time-text.ts';
import { ExpiredBar } from './expired-bar.tsx';
import { useResend, useRevoke } from './invitation-commands.ts';
import { invitationsQuery, type Invitation, type InvitationStatus } from './invitation-queries.ts';
import { HistoryTable, PendingTable } from './invitation-table.tsx';
import { restOf } from './resend-button.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

export interface PendingInvitationsProps {
  site: SiteHere;
  q: string;
  status: InvitationStatus;
  /** Just sent from here: on top, the first one focused. */
  fresh: readonly Invitation[];
  current: string | undefined;
  onSearch: (change: { q: undefined }) => void;
  onOpen: (id: string) => void;
  onInvite: () => void;
}

export function PendingInvitations(props: PendingInvitationsProps) {
  const { site, q, status, fresh, current, onOpen } = props;
  const list = useQuery(invitationsQuery(site.id, status));
  const resend = useResend();
  const revoke = useRevoke();
  const [asked, setAsked] = useState<Invitation | null>(null);
  const order = useRef<readonly string[]>([]);
  const wanted = q.trim().toLowerCase();
  const all = list.data?.items ?? [];
  const shown = inOrder(all, order.current, fresh).filter(({ email }) => email.includes(wanted));
  // Rows keep their place while they are worked on: a resent invitation does not jump to the end.
  order.current = shown.length > 0 && wanted === '' ? shown.map(({ id }) => id) : order.current;
  const [first] = fresh;
  useEffect(() => {
    if (first) focusRowSoon(first.id);
  }, [first]);
  useEffect(() => {
    if (wanted !== '' && !list.isPending) announce(words.found(shown.length));
  }, [wanted, shown.length, list.isPending]);

  if (list.isPending) return <SkeletonRows />;
  if (list.isError) return <ProblemPanel problem={list.error} onRetry={() => void list.refetch()} />;
  const now = serverNow();
  const expired = all.filter((each) => status === 'pending' && Date.parse(each.expiresAt) <= now);
  const mine = (id: string) => {
    const found = shown.find((each) => each.id === id);
    return found &&
      site.canManageMembers &&
      isSiteRole(found.role) &&
      site.grantableRoles.includes(found.role)
      ? found
      : undefined;
  };
  const sendAgain = (invitation: Invitation) => {
    if (!resend.isPending) resend.mutate(invitation);
  };
  const askAbout = (id: string) => setAsked(mine(id) ?? null);
  const keys = listKeys(
    site.canManageMembers && status === 'pending'
      ? {
          i: props.onInvite,
          r: (id) => {
            const invitation = mine(id);
            const rest = invitation ? restOf(invitation, serverNow()) : 0;
            if (rest > 0) announce(words.rests(spanText(rest)));
            else if (invitation) sendAgain(invitation);
          },
          Delete: askAbout,
          Backspace: askAbout,
        }
      : {},
  );
  return (
    <div onKeyDown={keys}>
      {status === 'pending' && (
        <ExpiredBar
          place={{ site, account: site.account }}
          expired={expired}
          mayResend={site.canManageMembers}
        />
      )}
      {shown.length === 0 ? (
        <EmptyState
          text={
            wanted !== '' ? words.noMatch(q) : status === 'pending' ? words.empty : words.emptyHistory[status]
          }
          action={
            wanted !== '' && (
              <Button onClick={() => props.onSearch({ q: undefined })}>{words.clearSearch}</Button>
            )
          }
        />
      ) : status === 'pending' ? (
        <PendingTable
          site={site}
          invitations={shown}
          current={current}
          sendingId={resend.isPending ? resend.variables.id : undefined}
          onOpen={onOpen}
          onResend={sendAgain}
          onRevoke={setAsked}
        />
      ) : (
        <HistoryTable site={site} invitations={shown} status={status} current={current} onOpen={onOpen} />
      )}
      <RevokeDialog
        invitation={asked}
        busy={revoke.isPending}
        onClose={() => setAsked(null)}
        onConfirm={(invitation) => {
          const next = neighbourOf(
            shown.map(({ id }) => id),
            new Set([invitation.id]),
          );
          revoke.mutate(invitation, {
            onSettled: () => {
              setAsked(null);
              focusRowSoon(next);
            },
          });
        }}
      />
    </div>
  );
}

/** Fresh ones on top, then those already shown in the order they were shown, then what came in, soonest end first. */
function inOrder(
  all: readonly Invitation[],
  known: readonly string[],
  fresh: readonly Invitation[],
): readonly Invitation[] {
  const place = (id: string) => {
    const sent = fresh.findIndex((each) => each.id === id);
    if (sent >= 0) return sent - fresh.length;
    const at = known.indexOf(id);
    return at < 0 ? known.length : at;
  };
  return all.toSorted((a, b) => place(a.id) - place(b.id));
}
