import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AskLinks } from '../ask.tsx';
import { memberWords as words, membersWords } from '../messages/members.ts';
import { RoleName } from '../role-name.tsx';
import type { SiteHere } from '../site-here.ts';
import { Button } from '../ui/button.tsx';
import { Facts } from '../ui/panel.tsx';
import { AboutPerson } from './about-person.tsx';
import { AccessUntil } from './member-cells.tsx';
import { membersQuery, removalQuery, type SiteMember } from './member-queries.ts';
import { managersAmong } from './read-only-line.tsx';
import { RoleForm } from './role-form.tsx';
import { whyNot } from './why-not.ts';

export interface MemberDetailsProps {
  site: SiteHere;
  member: SiteMember;
  readsTeam: boolean;
  part: 'role' | 'until' | undefined;
  chooseOwner: ReactNode;
  onLeave: () => void;
}

/** The body of the member drawer: what they are here, what may be changed, and why something may not. */
export function MemberDetails({ site, member, readsTeam, part, chooseOwner, onLeave }: MemberDetailsProps) {
  const preview = useQuery({ ...removalQuery(site.id, member.user.id), enabled: member.manageable });
  const ownerless = (preview.data?.sitesWithoutOwner.length ?? 0) > 0;
  return (
    <>
      {member.manageable ? (
        <RoleForm
          key={member.user.id}
          site={site}
          member={member}
          readsTeam={readsTeam}
          ownerless={ownerless}
          chooseOwner={chooseOwner}
          part={part}
        />
      ) : (
        <div className="flex flex-col items-start gap-3">
          <Facts>
            {[
              [membersWords.role, <RoleName key="role" role={member.role} />],
              [membersWords.accessUntil, <AccessUntil key="until" member={member} />],
            ]}
          </Facts>
          <Reason site={site} member={member} />
          {member.you && (
            <Button kind="danger-quiet" className="-ml-2" onClick={onLeave}>
              {membersWords.leave}
            </Button>
          )}
        </div>
      )}
      {readsTeam && <AboutPerson site={site} userId={member.user.id} />}
    </>
  );
}

function Reason({ site, member }: { site: SiteHere; member: SiteMember }) {
  const list = useInfiniteQuery(membersQuery(site.id));
  const reason = whyNot(site, member);
  if (!member.you) return reason && <p className="text-13 text-ink-2">{reason}</p>;
  const people = managersAmong(list.data?.pages.flatMap(({ items }) => items) ?? []);
  return (
    <p className="text-13 text-ink-2">
      {people.length === 0 ? (
        words.yourself
      ) : (
        <>
          {words.yourselfAsk}
          <AskLinks
            people={people}
            subject={membersWords.askSubject(site.name)}
            body={membersWords.askRoleBody(site.name)}
          />
          .
        </>
      )}
    </p>
  );
}
