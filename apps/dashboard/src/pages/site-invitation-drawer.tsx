import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, type NavigateOptions } from '@tanstack/react-router';
import { useState } from 'react';
import { useResend, useRevoke } from '../invitations/invitation-commands.ts';
import { ChangeSiteOffer } from '../invitations/change-offer.tsx';
import { InvitationDetails } from '../invitations/invitation-details.tsx';
import { invitationQuery, type Invitation } from '../invitations/invitation-queries.ts';
import { ResendButton } from '../invitations/resend-button.tsx';
import { RevokeDialog } from '../invitations/revoke-dialog.tsx';
import { invitationWords as words, pendingWords } from '../messages/invitations.ts';
import { memberWords, membersWords } from '../messages/members.ts';
import { shellWords } from '../messages/shell.ts';
import { useMembersPlace } from '../members-place.ts';
import { usePageTitle } from '../page-title.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { asProblem } from '../problem.ts';
import { isSiteRole } from '../role-name.tsx';
import { Button } from '../ui/button.tsx';
import { Drawer } from '../ui/drawer.tsx';
import { focusRowSoon } from '../ui/focus-row.ts';
import { Breadcrumb } from '../ui/page-header.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

export function SiteInvitationDrawer() {
  const { site, search, invitation: id = '', siteLink, list, pending } = useMembersPlace();
  const navigate = useNavigate();
  const query = useQuery(invitationQuery(site.id, id));
  const invitation = query.data;
  usePageTitle(invitation?.email, membersWords.pending, membersWords.title, site.name);
  const resend = useResend();
  const revoke = useRevoke();
  const [asked, setAsked] = useState<Invitation | null>(null);
  const backLink = list({ ...search, tab: 'pending' });
  const back = () => navigate(backLink as NavigateOptions);
  const open =
    invitation?.status === 'pending' &&
    isSiteRole(invitation.role) &&
    site.grantableRoles.includes(invitation.role)
      ? invitation
      : null;
  const gone = query.isError && asProblem(query.error).is('not_found');
  return (
    <Drawer
      open
      title={invitation?.email ?? membersWords.pending}
      above={
        <Breadcrumb label={shellWords.breadcrumb}>
          {[
            <Link key="site" {...siteLink}>
              {site.name}
            </Link>,
            <Link key="list" {...backLink}>
              {membersWords.pending}
            </Link>,
            invitation?.email ?? '',
          ]}
        </Breadcrumb>
      }
      onClose={() => void back()}
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
          <Button onClick={() => void back()}>{memberWords.backToMembers}</Button>
        </div>
      )}
      {query.isError && !gone && <ProblemPanel problem={query.error} onRetry={() => void query.refetch()} />}
      {invitation && (
        <InvitationDetails
          invitation={invitation}
          change={
            site.canManageMembers && (
              <ChangeSiteOffer
                site={site}
                invitation={invitation}
                onChanged={(next) => void navigate({ ...pending(next.id), replace: true } as NavigateOptions)}
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
              void back().then(() => focusRowSoon(null));
            },
          })
        }
      />
    </Drawer>
  );
}
