import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ACCOUNT_ROLE_OPTIONS, isOfferedAccountRole } from '../invitations/account-role-options.ts';
import { ChangeOffer } from '../invitations/change-offer.tsx';
import { useResend, useRevoke } from '../invitations/invitation-commands.ts';
import { InvitationDetails } from '../invitations/invitation-details.tsx';
import { accountInvitationQuery, type Invitation } from '../invitations/invitation-queries.ts';
import { ResendButton } from '../invitations/resend-button.tsx';
import { RevokeDialog } from '../invitations/revoke-dialog.tsx';
import { invitationWords as words, pendingWords } from '../messages/invitations.ts';
import { memberWords } from '../messages/members.ts';
import { peopleWords } from '../messages/people.ts';
import { usePageTitle } from '../page-title.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { asProblem } from '../problem.ts';
import { useAccount, useMay } from '../session/account.ts';
import { Button } from '../ui/button.tsx';
import { Drawer } from '../ui/drawer.tsx';
import { focusRowSoon } from '../ui/focus-row.ts';
import { Select } from '../ui/select.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

/** An invitation to the account, over the list that it stands in: every send, and another role [R17]. */
export function AccountInvitationDrawer({
  id,
  onClose,
  onOpen,
}: {
  id: string;
  onClose: () => void;
  /** A changed invitation is another one. */
  onOpen: (id: string) => void;
}) {
  const account = useAccount();
  const may = useMay();
  const query = useQuery(accountInvitationQuery(account.id, id));
  const resend = useResend();
  const revoke = useRevoke();
  const [asked, setAsked] = useState<Invitation | null>(null);
  const invitation = query.data;
  const role = invitation?.role ?? '';
  const open = invitation?.status === 'pending' && may('team.manage') ? invitation : null;
  const gone = query.isError && asProblem(query.error).is('not_found');
  usePageTitle(invitation?.email, peopleWords.pending, peopleWords.title, account.name);
  const back = () => {
    onClose();
    focusRowSoon(id);
  };
  return (
    <Drawer
      open
      title={invitation?.email ?? peopleWords.pending}
      onClose={back}
      footer={
        open && (
          <>
            <ResendButton
              kind="primary"
              invitation={open}
              busy={resend.isPending}
              onResend={() => resend.mutate(open)}
            />
            <Button kind="danger-quiet" onClick={() => setAsked(open)}>
              {pendingWords.revoke}
            </Button>
          </>
        )
      }
    >
      {query.isPending && <Skeleton className="w-48" />}
      {gone && (
        <div className="flex flex-col items-start gap-3">
          <p>{words.gone}</p>
          <Button onClick={back}>{memberWords.backToMembers}</Button>
        </div>
      )}
      {query.isError && !gone && <ProblemPanel problem={query.error} onRetry={() => void query.refetch()} />}
      {invitation && (
        <InvitationDetails
          invitation={invitation}
          change={
            open &&
            isOfferedAccountRole(role) && (
              <ChangeOffer
                key={open.id}
                invitation={open}
                offered={role}
                select={(value, choose) => (
                  <Select value={value} options={ACCOUNT_ROLE_OPTIONS} onChange={choose} />
                )}
                onChanged={(next) => onOpen(next.id)}
              />
            )
          }
        />
      )}
      <RevokeDialog
        invitation={asked}
        busy={revoke.isPending}
        onClose={() => setAsked(null)}
        onConfirm={(each) =>
          revoke.mutate(each, {
            onSettled: () => {
              setAsked(null);
              onClose();
              focusRowSoon(null);
            },
          })
        }
      />
    </Drawer>
  );
}
