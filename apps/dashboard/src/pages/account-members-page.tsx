import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { AccountPending } from '../invitations/account-pending.tsx';
import { openInvitationsQuery } from '../invitations/open-invitations.ts';
import { ButtonLink, SubTabLink } from '../links.tsx';
import { inviteUserWords } from '../messages/account-invitations.ts';
import { peopleWords as words } from '../messages/people.ts';
import { usePageTitle } from '../page-title.ts';
import { PeoplePanel } from '../people/people-panel.tsx';
import { usePeopleSearch } from '../people/use-people-search.ts';
import { useAccount, useMay } from '../session/account.ts';
import { NoPermissionPage } from '../shell/no-permission-page.tsx';
import { memberCountQuery, sitesQuery } from '../sites/site-queries.ts';
import { focusRowSoon } from '../ui/focus-row.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { SubTabs } from '../ui/tabs.tsx';
import { InviteManyButton } from './invite-many-button.tsx';

const InviteUserDialog = lazy(async () => ({
  default: (await import('../invitations/invite-user-dialog.tsx')).InviteUserDialog,
}));

const AccountInvitationDrawer = lazy(async () => ({
  default: (await import('./account-invitation-drawer.tsx')).AccountInvitationDrawer,
}));

/** Everybody of the account across all sites, and the invitations that nobody has answered. */
export const AccountMembersPage = () => (useMay()('team.read') ? <Members /> : <NoPermissionPage />);

function Members() {
  const account = useAccount();
  const mayManage = useMay()('team.manage');
  const navigate = useNavigate();
  const { search, show } = usePeopleSearch();
  const pending = search.tab === 'pending';
  usePageTitle(pending ? words.pending : undefined, words.title, account.name);
  const sites = useQuery(sitesQuery(account.id)).data?.items ?? [];
  const people = useQuery(memberCountQuery(account.id)).data;
  const open = useQuery(openInvitationsQuery(account.id)).data;
  const counted = open?.filter(({ scope }) => search.all || scope === 'account').length;
  const to = { to: '/$account/members', params: { account: account.slug } } as const;
  return (
    <>
      <PageHeader
        title={words.title}
        actions={
          mayManage && (
            <>
              <InviteManyButton account={account} />
              <ButtonLink {...to} search={{ ...search, invite: true }} kind="primary" activeProps={{}}>
                {inviteUserWords.title}
              </ButtonLink>
            </>
          )
        }
      />
      <div className="pb-3">
        <SubTabs label={words.status}>
          <SubTabLink {...to} search={{}} activeOptions={{ exact: pending }}>
            {words.people} {people}
          </SubTabLink>
          <SubTabLink {...to} search={{ tab: 'pending' }}>
            {words.pending} {counted}
          </SubTabLink>
        </SubTabs>
      </div>
      {pending ? (
        <AccountPending
          account={account}
          mayManage={mayManage}
          sites={sites}
          search={search}
          onSearch={show}
        />
      ) : (
        <PeoplePanel sites={sites} />
      )}
      {pending && search.invitation !== undefined && (
        <Suspense fallback={null}>
          <AccountInvitationDrawer
            id={search.invitation}
            onClose={() => show({ invitation: undefined })}
            onOpen={(invitation) => show({ invitation })}
          />
        </Suspense>
      )}
      {mayManage && search.invite === true && (
        <Suspense fallback={null}>
          <InviteUserDialog
            account={account}
            onClose={() => show({ invite: undefined })}
            onInvited={([first], done) =>
              void navigate({
                ...to,
                search: { tab: 'pending', ...(done ? {} : { invite: true }) },
                replace: true,
              }).then(() => done && focusRowSoon(first?.id ?? null))
            }
          />
        </Suspense>
      )}
    </>
  );
}
