import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { removalWords as words, memberWords } from '../messages/members.ts';
import type { SiteHere } from '../site-here.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Note } from '../ui/note.tsx';
import { personQuery, removalQuery, type SiteMember } from './member-queries.ts';
import type { Removal } from './remove-members.ts';

export interface RemoveDialogProps {
  site: SiteHere;
  /** Whom to ask about; null when nobody is. */
  members: readonly SiteMember[] | null;
  /** Whether the viewer may know about their other sites. */
  readsTeam: boolean;
  /** Link to where a new Owner is chosen. */
  chooseOwner?: ReactNode;
  onClose: () => void;
  onConfirm: (removal: Removal) => void;
}

/** The question, with what the server says would end [R32]. It warns about the last Owner and does not block [R10]. */
export function RemoveDialog({
  site,
  members,
  readsTeam,
  chooseOwner,
  onClose,
  onConfirm,
}: RemoveDialogProps) {
  // The words stay while the dialog fades out.
  const [shown, setShown] = useState<readonly SiteMember[]>(members ?? []);
  useEffect(() => {
    if (members) setShown(members);
  }, [members]);
  const asked = members ?? [];
  const previews = useQueries({ queries: asked.map(({ user }) => removalQuery(site.id, user.id)) });
  const only = shown.length === 1 ? shown[0] : undefined;
  const person = useQuery({
    ...personQuery(site.account.id, only?.user.id ?? ''),
    enabled: readsTeam && only !== undefined && members !== null,
  }).data;
  const others = person?.sites.filter((each) => each.site.id !== site.id && !each.ended).length;
  const ending = previews.reduce((sum, { data }) => sum + (data?.invitationsSent.length ?? 0), 0);
  const looking = previews.some(({ isPending }) => isPending);
  const ownerless = previews.some(({ data }) => (data?.sitesWithoutOwner.length ?? 0) > 0);
  return (
    <ConfirmDialog
      open={members !== null}
      onClose={onClose}
      onConfirm={() => members && onConfirm({ members, ending })}
      title={words.title(
        shown.map(({ user }) => user.name),
        site.name,
      )}
      confirm={words.remove}
      destructive
      extra={
        ownerless && (
          <Note tone="warn" action={chooseOwner}>
            {memberWords.noOwner(site.name, site.account.name)}
          </Note>
        )
      }
    >
      <p>
        {words.atOnce} {looking ? words.looking : ending > 0 ? words.invitations(ending) : ''}{' '}
        {words.others(only ? others : undefined)} {words.undoable}
      </p>
      {shown.length > 1 && <p>{words.each}</p>}
    </ConfirmDialog>
  );
}
