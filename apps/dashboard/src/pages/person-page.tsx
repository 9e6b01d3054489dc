import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ButtonLink, TabLink } from '../links.tsx';
import { personWords as words } from '../messages/people.ts';
import { usePageTitle } from '../page-title.ts';
import { AccessTab } from '../people/access-tab.tsx';
import { AssignDialog } from '../people/assign-dialog.tsx';
import { assignableSites } from '../people/assignment.ts';
import { KeysTab } from '../people/keys-tab.tsx';
import { useMyStanding } from '../people/my-standing.ts';
import { personQuery, type PersonDetail } from '../people/people-queries.ts';
import { PersonHead } from '../people/person-head.tsx';
import { RemoveDialog } from '../people/remove-dialog.tsx';
import { TimelineTab } from '../people/timeline-tab.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { asProblem } from '../problem.ts';
import { useAccount, useMay } from '../session/account.ts';
import { MessagePage } from '../shell/message-page.tsx';
import { NoPermissionPage } from '../shell/no-permission-page.tsx';
import { sitesQuery } from '../sites/site-queries.ts';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { TabBar } from '../ui/tabs.tsx';

/** One person of the account: where they can go, and how that came to be. */
export const PersonPage = () => (useMay()('team.read') ? <Loaded /> : <NoPermissionPage />);

function Loaded() {
  const account = useAccount();
  const { user } = useParams({ strict: false });
  const person = useQuery(personQuery(account.id, user ?? ''));
  usePageTitle(person.data?.user.name, words.page, account.name);
  if (person.data) return <Page key={person.data.user.id} person={person.data} />;
  if (!person.isError) return <SkeletonRows />;
  return asProblem(person.error).is('member.not_found', 'not_found') ? (
    <MessagePage title={words.gone} text={words.goneText}>
      <ButtonLink to="/$account/members" params={{ account: account.slug }} kind="primary">
        {words.backToMembers}
      </ButtonLink>
    </MessagePage>
  ) : (
    <ProblemPanel problem={person.error} onRetry={() => void person.refetch()} />
  );
}

function Page({ person }: { person: PersonDetail }) {
  const account = useAccount();
  const may = useMay();
  const standingOn = useMyStanding();
  const navigate = useNavigate();
  const { tab, assign, remove } = useSearch({ strict: false });
  const shown = tab === 'timeline' || tab === 'keys' ? tab : 'access';
  const sites = useQuery(sitesQuery(account.id)).data?.items ?? [];
  const { user } = person;
  const to = { to: '/$account/members/$user', params: { account: account.slug, user: user.id } } as const;
  const show = (search: { assign?: true; remove?: true }) =>
    void navigate({
      ...to,
      search: { tab: shown === 'access' ? undefined : shown, ...search },
      replace: true,
    });
  const toList = () => navigate({ to: '/$account/members', params: { account: account.slug } });
  const managesSites = may('roster.manage') || assignableSites([person], sites, standingOn).length > 0;
  return (
    <>
      <PersonHead
        person={person}
        onAssign={managesSites ? () => show({ assign: true }) : undefined}
        onRemove={() => show({ remove: true })}
      />
      <TabBar label={words.tabs(user.name)}>
        <TabLink {...to} search={{}} activeOptions={{ exact: shown !== 'access' }}>
          {words.access} {person.sites.length}
        </TabLink>
        <TabLink {...to} search={{ tab: 'timeline' }}>
          {words.timeline}
        </TabLink>
        <TabLink {...to} search={{ tab: 'keys' }}>
          {words.keys} {person.apiKeys.length}
        </TabLink>
      </TabBar>
      <div className="pt-3">
        {shown === 'timeline' && <TimelineTab person={person} />}
        {shown === 'keys' && <KeysTab person={person} />}
        {shown === 'access' && <AccessTab person={person} sites={sites} onGone={toList} />}
      </div>
      {assign && managesSites && <AssignDialog people={[person]} sites={sites} onClose={() => show({})} />}
      {remove && person.manageable && (
        <RemoveDialog person={person} onClose={() => show({})} onRemoved={toList} />
      )}
    </>
  );
}
