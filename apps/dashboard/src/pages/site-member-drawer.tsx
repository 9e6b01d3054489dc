import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate, type NavigateOptions } from '@tanstack/react-router';
import { useState } from 'react';
import { ButtonLink } from '../links.tsx';
import { MemberDetails } from '../members/member-details.tsx';
import { MemberHead } from '../members/member-head.tsx';
import { memberQuery, type SiteMember } from '../members/member-queries.ts';
import { focusRowSoon } from '../ui/focus-row.ts';
import { RemoveDialog } from '../members/remove-dialog.tsx';
import { useRemoveMembers } from '../members/remove-members.ts';
import { memberWords as words, membersWords } from '../messages/members.ts';
import { shellWords } from '../messages/shell.ts';
import { useMembersPlace } from '../members-place.ts';
import { usePageTitle } from '../page-title.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { useMay } from '../session/account.ts';
import { LeaveDialog, type Leaving } from '../session/leave-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { Drawer } from '../ui/drawer.tsx';
import { Breadcrumb } from '../ui/page-header.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useAfterLeaving } from './use-after-leaving.ts';

export function SiteMemberDrawer() {
  const { site, search, user = '', siteLink, list } = useMembersPlace();
  const readsTeam = useMay()('team.read');
  const navigate = useNavigate();
  const hash = useLocation({ select: (location) => location.hash });
  const part = hash === 'role' || hash === 'until' ? hash : undefined;
  const member = useQuery(memberQuery(site.id, user));
  const name = member.data?.user.name ?? '';
  usePageTitle(name, shellWords.members, site.name);
  const [asked, setAsked] = useState<readonly SiteMember[] | null>(null);
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const afterLeaving = useAfterLeaving();
  const remove = useRemoveMembers(site);
  const close = () => navigate(list(search) as NavigateOptions);
  const chooseOwner = (
    <ButtonLink {...list({})} size="small">
      {words.chooseOwner}
    </ButtonLink>
  );
  return (
    <Drawer
      open
      title={name || shellWords.members}
      above={
        <Breadcrumb label={shellWords.breadcrumb}>
          {[
            <Link key="site" {...siteLink}>
              {site.name}
            </Link>,
            <Link key="list" {...list(search)}>
              {shellWords.members}
            </Link>,
            name,
          ]}
        </Breadcrumb>
      }
      below={member.data && <MemberHead member={member.data} />}
      onClose={() => void close()}
      footer={
        member.data?.manageable && (
          <Button
            kind="danger-quiet"
            className="-ml-2"
            onClick={() => member.data && setAsked([member.data])}
          >
            {membersWords.remove}
          </Button>
        )
      }
    >
      {member.isPending && <Skeleton className="w-48" />}
      {member.isError && <ProblemPanel problem={member.error} onRetry={() => void member.refetch()} />}
      {member.data === null && (
        <div className="flex flex-col items-start gap-3">
          <p>{words.gone}</p>
          <Button onClick={() => void close()}>{words.backToMembers}</Button>
        </div>
      )}
      {member.data && (
        <MemberDetails
          site={site}
          member={member.data}
          readsTeam={readsTeam}
          part={part}
          chooseOwner={chooseOwner}
          onLeave={() => setLeaving({ what: 'site', id: site.id, name: site.name })}
        />
      )}
      <RemoveDialog
        site={site}
        members={asked}
        readsTeam={readsTeam}
        chooseOwner={chooseOwner}
        onClose={() => setAsked(null)}
        onConfirm={(removal) => {
          setAsked(null);
          const next = nextRowOf(user);
          remove.mutate(removal);
          void close().then(() => focusRowSoon(next));
        }}
      />
      <LeaveDialog leaving={leaving} onClose={() => setLeaving(null)} onLeft={afterLeaving} />
    </Drawer>
  );
}

/** The row after this one in the list behind the drawer, or the one before. */
function nextRowOf(id: string): string | null {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].map(
    (row) => row.dataset['row'] ?? '',
  );
  const at = rows.indexOf(id);
  return rows[at + 1] ?? rows[at - 1] ?? null;
}
