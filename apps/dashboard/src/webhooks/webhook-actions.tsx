import { useState } from 'react';
import { webhookWords as words } from '../messages/webhooks.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toasts.tsx';
import { EndpointDialog } from './endpoint-dialog.tsx';
import { useChangeWebhook, useDeleteWebhook } from './webhook-commands.ts';
import type { Webhook } from './webhook-queries.ts';
import { hostOf } from './webhook-state.tsx';

interface WebhookActionsProps {
  accountId: string;
  webhook: Webhook;
  /** From the moment it is asked for: what is going away is not asked for any more. */
  onDeleting: (isDeleting: boolean) => void;
  onDeleted: () => void;
}

/** Edit, switch off and on, delete. */
export function WebhookActions({ accountId, webhook, onDeleting, onDeleted }: WebhookActionsProps) {
  const [asked, setAsked] = useState<'edit' | 'delete' | null>(null);
  const edit = useChangeWebhook(accountId, webhook.id);
  const turn = useChangeWebhook(accountId, webhook.id);
  const remove = useDeleteWebhook(accountId, webhook.id);
  const isOn = webhook.state === 'active';
  const close = () => {
    edit.reset();
    remove.reset();
    setAsked(null);
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => setAsked('edit')}>{words.edit}</Button>
        <Button
          busy={turn.isPending}
          busyLabel={words.switching}
          onClick={() =>
            turn.mutate(
              { state: isOn ? 'disabled' : 'active' },
              { onSuccess: () => toast(isOn ? words.switchedOff : words.switchedOn) },
            )
          }
        >
          {isOn ? words.switchOff : words.switchOn}
        </Button>
        <Button kind="danger-quiet" onClick={() => setAsked('delete')}>
          {words.remove}
        </Button>
      </div>
      {turn.error && <ProblemNote problem={turn.error} />}
      {asked === 'edit' && (
        <EndpointDialog
          title={words.editTitle}
          verb={words.save}
          busyVerb={words.saving}
          start={webhook}
          saving={edit}
          onSave={(endpoint) =>
            edit.mutate(endpoint, {
              onSuccess: () => {
                toast(words.saved);
                close();
              },
            })
          }
          onClose={close}
        />
      )}
      <ConfirmDialog
        open={asked === 'delete'}
        onClose={close}
        onConfirm={() => {
          onDeleting(true);
          remove.mutate(undefined, { onSuccess: onDeleted, onError: () => onDeleting(false) });
        }}
        title={words.removeQuestion(hostOf(webhook.url))}
        confirm={words.remove}
        destructive
        busy={remove.isPending}
        busyLabel={words.removing}
        extra={remove.error && <ProblemNote problem={remove.error} />}
      >
        {words.removeText}
      </ConfirmDialog>
    </>
  );
}
