import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
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
import { usePageTitle } from '../page-title.ts';
import { useMay } from '../session/account.ts';
import { LeaveDialog, type Leaving } from '../session/leave-dialog.tsx';
import { useSite } from '../sites/use-site.ts';
import { MembersToolbar } from './members-toolbar.tsx';
import { useAfterLeaving } from './use-after-leaving.ts';

const InviteDialog = lazy(async () => ({
  default: (await import('../invitations/invite-dialog.tsx')).InviteDialog,
}));
const LIST = '/$account/sites/$site/members';

/** The people of one site: Active and Pending, with the drawers of the child routes over them. */
export function SiteMembersPage() {
  const site = useSite();
  const readsTeam = useMay()('team.read');
  const search = useSearch({ from: '/session/shell/$account/sites/$site/list' });
  const { user, id: invitation } = useParams({ strict: false });
  const tab = search.tab ?? (invitation === undefined ? 'active' : 'pending');
  const navigate = useNavigate();
  const params = { account: site.account.slug, site: site.slug };
  const show = (change: Partial<typeof search>) =>
    void navigate({ to: LIST, params, search: { ...search, ...change }, replace: true });
  usePageTitle(tab === 'pending' ? words.pending : words.active, words.title, site.name);

  const everybody = useInfiniteQuery(membersQuery(site.id));
  const open = useQuery(invitationsQuery(site.id));
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const [fresh, setFresh] = useState<readonly Invitation[]>([]);
  const afterLeaving = useAfterLeaving();
  useAcceptedNotice(site);
  const invite = () => void navigate({ to: LIST, params, search: { ...search, tab, invite: true } });
  return (
    <>
      <MembersToolbar
        site={site}
        tab={tab}
        search={search}
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
          onOpen={(id, part) =>
            void navigate({
              to: '/$account/sites/$site/members/$user',
              params: { ...params, user: id },
              search: true,
              ...(part ? { hash: part } : {}),
            })
          }
          onInvite={invite}
          onLeave={() => setLeaving({ what: 'site', id: site.id, name: site.name })}
          chooseOwner={
            <ButtonLink to={LIST} params={params} size="small">
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
          onOpen={(id) =>
            void navigate({
              to: '/$account/sites/$site/invitations/$id',
              params: { ...params, id },
              search: true,
            })
          }
          onInvite={invite}
        />
      )}
      <Outlet />
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
              void navigate({
                to: LIST,
                params,
                search: { tab: 'pending', ...(done ? {} : { invite: true }) },
                replace: true,
              });
            }}
          />
        </Suspense>
      )}
      <LeaveDialog leaving={leaving} onClose={() => setLeaving(null)} onLeft={afterLeaving} />
    </>
  );
}
