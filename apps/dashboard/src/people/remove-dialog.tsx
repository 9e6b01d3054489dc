import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { removeWords as words } from '../messages/people.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { useAccount } from '../session/account.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Field } from '../ui/field.tsx';
import { TextArea } from '../ui/text-input.tsx';
import { toast } from '../ui/toasts.tsx';
import { refreshPeople, removeFromAccount, restoreToAccount } from './people-commands.ts';
import { removalPreviewQuery, type Person } from './people-queries.ts';
import { currentSites } from './person-facts.ts';
import { RemovalFacts } from './removal-preview.tsx';
import { useUndo } from './use-undo.ts';

/** Removal from the account: says what ends, asks for the address, and can be undone [R31–R33]. */
export function RemoveDialog({
  person,
  onClose,
  onRemoved,
}: {
  person: Person;
  onClose: () => void;
  /** Leaves the page: what it shows is gone. */
  onRemoved: () => Promise<void>;
}) {
  const { user } = person;
  const client = useQueryClient();
  const account = useAccount();
  const undo = useUndo();
  const [adopt, setAdopt] = useState(false);
  const [reason, setReason] = useState('');
  const preview = useQuery(removalPreviewQuery(account.id, user.id)).data;
  const remove = useMutation({
    mutationFn: () =>
      removeFromAccount(account.id, user.id, { adoptInvitations: adopt, reason: reason.trim() || null }),
    onSuccess: async ({ removedSites, revokedInvitations }) => {
      const withdrawn = revokedInvitations > 0;
      const back = async () => {
        const { restoredSites } = await restoreToAccount(account.id, user.id);
        return words.back(user.name, restoredSites) + (withdrawn ? words.stayEnded : '');
      };
      toast(
        words.done(user.name, account.name, removedSites) +
          (withdrawn ? words.withdrawn(revokedInvitations) : ''),
        { undo: () => undo(back, { name: user.name }) },
      );
      await onRemoved();
      await refreshPeople(client, account.id);
    },
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => remove.mutate()}
      title={words.question(user.name, account.name)}
      confirm={words.confirm(preview?.sites.length ?? currentSites(person.sites).length)}
      destructive
      busy={remove.isPending}
      busyLabel={words.removing}
      typed={user.email}
      extra={
        <>
          <RemovalFacts userId={user.id} />
          {preview !== undefined && preview.invitationsSent.length > 0 && (
            <Checkbox
              label={words.adopt}
              checked={adopt}
              onChange={(event) => setAdopt(event.target.checked)}
            />
          )}
          <Field label={words.reason} mark={words.optional} help={words.reasonHelp}>
            <TextArea rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
          {remove.error && (
            <ProblemNote problem={remove.error} facts={{ name: user.name, account: account.name }} />
          )}
        </>
      }
    >
      {words.effect}
    </ConfirmDialog>
  );
}
