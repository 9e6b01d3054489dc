import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accountSettingsWords as words } from '../messages/account-settings.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { Select } from '../ui/select.tsx';
import { dateText } from '../ui/time-text.ts';
import { toast } from '../ui/toasts.tsx';
import {
  heirsQuery,
  offerOwnership,
  refreshAccount,
  withdrawOffer,
  type AccountDetail,
} from './account-queries.ts';

/** The owner offers the account to an admin, or takes an open offer back [R12]. */
export function Ownership({ account }: { account: AccountDetail }) {
  const open = account.ownershipOffer;
  return (
    <div className="flex max-w-120 flex-col items-start gap-4">
      <p className="text-ink-2">{words.ownershipLead}</p>
      {open ? <OpenOffer accountId={account.id} offer={open} /> : <NewOffer account={account} />}
    </div>
  );
}

function OpenOffer({
  accountId,
  offer,
}: {
  accountId: string;
  offer: NonNullable<AccountDetail['ownershipOffer']>;
}) {
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => withdrawOffer(accountId),
    onSuccess: () => toast(words.withdrawn),
    onSettled: () => refreshAccount(client, accountId),
  });
  return (
    <>
      {withdraw.error && <ProblemNote problem={withdraw.error} />}
      <Note
        tone="info"
        className="w-full"
        action={
          <Button
            size="small"
            busy={withdraw.isPending}
            busyLabel={words.withdrawing}
            onClick={() => withdraw.mutate()}
          >
            {words.withdraw}
          </Button>
        }
      >
        {words.offeredTo(offer.user.name, dateText(Date.parse(offer.expiresAt)))}
      </Note>
    </>
  );
}

function NewOffer({ account: { id, name } }: { account: AccountDetail }) {
  const client = useQueryClient();
  const heirs = useQuery(heirsQuery(id)).data;
  const [chosen, setChosen] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const heir = heirs?.find((each) => each.id === chosen);
  const offer = useMutation({
    mutationFn: (userId: string) => offerOwnership(id, userId),
    onSuccess: async ({ user }) => {
      setAsked(false);
      toast(words.offered(user.name));
      await refreshAccount(client, id);
    },
  });
  if (!heirs) return null;
  if (heirs.length === 0) return <p className="text-13 text-ink-2">{words.noAdmins}</p>;
  return (
    <>
      <Field label={words.admin} className="w-full">
        <Select
          options={heirs.map((each) => ({ value: each.id, label: each.name, description: each.email }))}
          value={chosen}
          onChange={setChosen}
          placeholder={words.chooseAdmin}
        />
      </Field>
      <Button kind="danger" unavailable={!heir} onClick={() => setAsked(true)}>
        {words.offer}
      </Button>
      {heir && (
        <ConfirmDialog
          open={asked}
          onClose={() => {
            offer.reset();
            setAsked(false);
          }}
          onConfirm={() => offer.mutate(heir.id)}
          title={words.offerQuestion(heir.name, name)}
          confirm={words.offer}
          typed={name}
          destructive
          busy={offer.isPending}
          busyLabel={words.offering}
          extra={offer.error && <ProblemNote problem={offer.error} facts={{ name: heir.name }} />}
        >
          {words.offerText(heir.name)}
        </ConfirmDialog>
      )}
    </>
  );
}
