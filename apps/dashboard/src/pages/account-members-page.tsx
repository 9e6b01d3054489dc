import { useQuery } from '@tanstack/react-query';
import { SubTabLink } from '../links.tsx';
import { peopleWords as words } from '../messages/people.ts';
import { usePageTitle } from '../page-title.ts';
import { PendingPanel } from '../people/pending-panel.tsx';
import { PeoplePanel } from '../people/people-panel.tsx';
import { pendingQuery } from '../people/people-queries.ts';
import { usePeopleSearch } from '../people/use-people-search.ts';
import { useAccount, useMay } from '../session/account.ts';
import { NoPermissionPage } from '../shell/no-permission-page.tsx';
import { memberCountQuery, sitesQuery } from '../sites/site-queries.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { SubTabs } from '../ui/tabs.tsx';

/** Everybody of the account across all sites, and the invitations that nobody has answered. */
export const AccountMembersPage = () => (useMay()('team.read') ? <Members /> : <NoPermissionPage />);

function Members() {
  const account = useAccount();
  const { search } = usePeopleSearch();
  const pending = search.tab === 'pending';
  usePageTitle(pending ? words.pending : undefined, words.title, account.name);
  const sites = useQuery(sitesQuery(account.id)).data?.items ?? [];
  const people = useQuery(memberCountQuery(account.id)).data;
  const open = useQuery(pendingQuery(account.id)).data?.length;
  const to = { to: '/$account/members', params: { account: account.slug } } as const;
  return (
    <>
      <PageHeader title={words.title} />
      <div className="pb-3">
        <SubTabs label={words.status}>
          <SubTabLink {...to} search={{}} activeOptions={{ exact: pending }}>
            {words.people} {people}
          </SubTabLink>
          <SubTabLink {...to} search={{ tab: 'pending' }}>
            {words.pending} {open}
          </SubTabLink>
        </SubTabs>
      </div>
      {pending ? <PendingPanel sites={sites} /> : <PeoplePanel sites={sites} />}
    </>
  );
}
