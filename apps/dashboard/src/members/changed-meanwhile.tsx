import type { SiteRole } from '@keyholder/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { memberWords as words } from '../messages/members.ts';
import type { ApiProblem } from '../problem.ts';
import { roleLabel } from '../role-name.tsx';
import type { SiteHere } from '../site-here.ts';
import { Button } from '../ui/button.tsx';
import { serverNow } from '../ui/clock.ts';
import { Note } from '../ui/note.tsx';
import { agoText } from '../ui/time-text.ts';
import { refreshPeople } from './change-member.ts';
import { memberQuery, personQuery, type SiteMember } from './member-queries.ts';

interface ChangedMeanwhileProps {
  site: SiteHere;
  /** As the list has them now. */
  member: SiteMember;
  problem: ApiProblem | null;
  /** The role the viewer was about to save. */
  mine: SiteRole | undefined;
  readsTeam: boolean;
  busy: boolean;
  onKeep: (theirs: SiteMember) => void;
  onSaveMine: (theirs: SiteMember) => void;
}

/** 412: their state next to yours, and both ways on. */
export function ChangedMeanwhile({
  site,
  member,
  problem,
  mine,
  readsTeam,
  busy,
  onKeep,
  onSaveMine,
}: ChangedMeanwhileProps) {
  const client = useQueryClient();
  const told = problem?.members['member'] as Partial<SiteMember> | undefined;
  const theirs = { ...member, ...told };
  const person = useQuery({ ...personQuery(site.account.id, member.user.id), enabled: readsTeam }).data;
  useEffect(() => {
    const { queryKey } = memberQuery(site.id, member.user.id);
    if (told) client.setQueryData(queryKey, (old) => old && { ...old, ...told });
    void refreshPeople(client, site);
    // Once: the refusal tells what is true now, the lists follow.
  }, [client, site, member.user.id, told]);
  const change = person?.timeline.find(
    (each) => each.action === 'site_member.role_changed' && each.site?.id === site.id,
  );
  const who = change?.actor.name;
  return (
    <Note
      tone="warn"
      role="alert"
      action={
        <span className="flex flex-wrap gap-2">
          <Button size="small" onClick={() => onKeep(theirs)}>
            {mine === undefined ? words.keepTheirs : words.keep(roleLabel(theirs.role))}
          </Button>
          <Button size="small" busy={busy} onClick={() => onSaveMine(theirs)}>
            {mine === undefined ? words.saveMineAll : words.saveMine(roleLabel(mine))}
          </Button>
        </span>
      }
    >
      {who && change.after?.['role'] === theirs.role
        ? words.changedBy(who, roleLabel(theirs.role), agoText(Date.parse(change.at), serverNow()))
        : words.changedSomehow('Somebody')}
    </Note>
  );
}
