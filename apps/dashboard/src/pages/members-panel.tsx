import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, type NavigateOptions } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Invitation } from '../invitations/invitation-queries.ts';
import { invitationsQuery } from '../invitations/invitation-queries.ts';
import { PendingInvitations } from '../invitations/pending-invitations.tsx';
import { useAcceptedNotice } from '../invitations/use-accepted-notice.ts';
import { ButtonLink } from '../links.tsx';
import { ActiveMembers } from '../members/active-members.tsx';
import { membersQuery } from '../members/member-queries.ts';
import { ReadOnlyLine } from '../members/read-only-line.tsx';
import { memberWords, membersWords as words } from '../messages/members.ts';
import { useMembersPlace, type MembersSearch } from '../members-place.ts';
import { usePageTitle } from '../page-title.ts';
import { useMay } from '../session/account.ts';
import { LeaveDialog, type Leaving } from '../session/leave-dialog.tsx';
import { MembersToolbar } from './members-toolbar.tsx';
import { useAfterLeaving } from './use-after-leaving.ts';

const InviteDialog = lazy(async () => ({
  default: (await import('../invitations/invite-dialog.tsx')).InviteDialog,
}));

/** The people of one site: Active and Pending; the drawers are laid over them by the page. */
export function MembersPanel() {
  const place = useMembersPlace();
  const { site, search, user, invitation } = place;
  const readsTeam = useMay()('team.read');
  const tab = search.tab ?? (invitation === undefined ? 'active' : 'pending');
  const navigate = useNavigate();
  const go = (link: object, how: object = {}) => void navigate({ ...link, ...how } as NavigateOptions);
  const show = (change: Partial<MembersSearch>) =>
    go(place.list({ ...search, ...change }), { replace: true });
  usePageTitle(tab === 'pending' ? words.pending : words.active, words.title, site.name);

  const everybody = useInfiniteQuery(membersQuery(site.id));
  const open = useQuery(invitationsQuery(site.id));
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const [fresh, setFresh] = useState<readonly Invitation[]>([]);
  const afterLeaving = useAfterLeaving();
  useAcceptedNotice(site);
  const invite = () => go(place.list({ ...search, tab, invite: true }));
  return (
    <>
      <MembersToolbar
        tab={tab}
        active={everybody.data?.pages[0]?.total}
        pending={open.data?.total}
        onSearch={show}
      />
      {!site.canManageMembers && everybody.data && (
        <ReadOnlyLine site={site} members={everybody.data.pages.flatMap(({ items }) => items)} />
      )}
      {tab === 'active' ? (
        <ActiveMembers
          site={site}
          q={search.q ?? ''}
          role={search.role}
          sort={search.sort}
          readsTeam={readsTeam}
          current={user}
          onSearch={show}
          onOpen={(id, part) => go(place.member(id), part ? { hash: part } : {})}
          onInvite={invite}
          onLeave={() => setLeaving({ what: 'site', id: site.id, name: site.name })}
          chooseOwner={
            <ButtonLink {...place.list({})} size="small">
              {memberWords.chooseOwner}
            </ButtonLink>
          }
        />
      ) : (
        <PendingInvitations
          site={site}
          q={search.q ?? ''}
          status={search.status ?? 'pending'}
          fresh={fresh}
          current={invitation}
          onSearch={show}
          onOpen={(id) => go(place.pending(id))}
          onInvite={invite}
        />
      )}
      {site.canManageMembers && search.invite === true && (
        <Suspense fallback={null}>
          <InviteDialog
            site={site}
            readsTeam={readsTeam}
            email={search.email}
            role={search.role}
            onClose={() => show({ invite: undefined, email: undefined })}
            onInvited={(sent, done) => {
              setFresh(sent);
              go(place.list({ tab: 'pending', ...(done ? {} : { invite: true }) }), { replace: true });
            }}
          />
        </Suspense>
      )}
      <LeaveDialog leaving={leaving} onClose={() => setLeaving(null)} onLeft={afterLeaving} />
    </>
  );
}
