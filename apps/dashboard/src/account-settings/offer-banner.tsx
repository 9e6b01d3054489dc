import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accountSettingsWords as words } from '../messages/account-settings.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { useMe } from '../session/me.ts';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { toast } from '../ui/toasts.tsx';
import { acceptOffer, accountQuery, refreshAccount } from './account-queries.ts';

/** Above every page of the account, for the one to whom it is offered [R12]. */
export function OfferBanner({ accountId }: { accountId: string }) {
  const client = useQueryClient();
  const { user } = useMe();
  const account = useQuery(accountQuery(accountId)).data;
  const [putOff, setPutOff] = useState<string | null>(null);
  const accept = useMutation({
    mutationFn: () => acceptOffer(accountId),
    onSuccess: () => toast(words.accepted(account?.name ?? '')),
    onSettled: () => refreshAccount(client, accountId),
  });
  const offer = account?.ownershipOffer;
  if (!offer || offer.user.id !== user.id || putOff === offer.offeredAt) return null;
  return (
    <div className="mb-4 flex flex-col gap-2">
      {accept.error && <ProblemNote problem={accept.error} />}
      <Note
        tone="info"
        role="status"
        lead={words.bannerLead(offer.by.name, account.name)}
        action={
          <div className="flex gap-2">
            <Button
              size="small"
              busy={accept.isPending}
              busyLabel={words.accepting}
              onClick={() => accept.mutate()}
            >
              {words.accept}
            </Button>
            <Button size="small" onClick={() => setPutOff(offer.offeredAt)}>
              {words.notNow}
            </Button>
          </div>
        }
      >
        {words.banner(offer.by.name)}
      </Note>
    </div>
  );
}
