import { useQuery } from '@tanstack/react-query';
import { removeWords as words } from '../messages/people.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { useAccount } from '../session/account.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { removalPreviewQuery, type RemovalPreview } from './people-queries.ts';
import { useAccountOwnerName } from './use-account-owner-name.ts';

/** What would end with a removal [R32]. */
export function RemovalFacts({ userId }: { userId: string }) {
  const account = useAccount();
  const owner = useAccountOwnerName();
  const preview = useQuery(removalPreviewQuery(account.id, userId));
  if (preview.error) return <ProblemNote problem={preview.error} facts={{ account: account.name }} />;
  if (!preview.data)
    return (
      <div role="status" aria-label={words.loading} className="flex flex-col gap-2">
        <Skeleton className="w-3/4" />
        <Skeleton className="w-1/2" />
      </div>
    );
  return <Effects preview={preview.data} owner={owner} />;
}

function Effects({ preview, owner }: { preview: RemovalPreview; owner: string }) {
  const { sites, sitesWithoutOwner, invitationsSent, pendingInvitations } = preview;
  return (
    <ul className="flex list-disc flex-col gap-1 pl-5 text-14">
      <li>
        {words.sites(sites.length)}
        {sites.length > 0 && (
          <span className="block text-13 text-ink-2">{sites.map((site) => site.name).join(', ')}</span>
        )}
      </li>
      {sitesWithoutOwner.length > 0 && (
        <li className="font-medium text-warn">
          {words.withoutOwner(
            sitesWithoutOwner.map((site) => site.name),
            owner,
          )}
        </li>
      )}
      {pendingInvitations.length > 0 && <li>{words.pendingEnd(pendingInvitations.length)}</li>}
      {invitationsSent.length > 0 && (
        <li>
          {words.sent(invitationsSent.length)}
          <span className="block text-13 text-ink-2">{words.sentEnd(invitationsSent.length)}</span>
        </li>
      )}
    </ul>
  );
}
