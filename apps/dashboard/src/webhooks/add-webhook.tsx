import { WEBHOOK_EVENTS } from '@keyholder/domain';
import { webhookWords as words } from '../messages/webhooks.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EndpointDialog } from './endpoint-dialog.tsx';
import { SecretText } from './secret-text.tsx';
import { useAddWebhook } from './webhook-commands.ts';

interface AddWebhookProps {
  accountId: string;
  onClose: () => void;
  onAdded: (id: string) => void;
}

/** A new endpoint, then the secret that its receiver needs. */
export function AddWebhook({ accountId, onClose, onAdded }: AddWebhookProps) {
  const add = useAddWebhook(accountId);
  if (!add.data)
    return (
      <EndpointDialog
        title={words.add}
        verb={words.add}
        busyVerb={words.adding}
        start={{ url: '', events: WEBHOOK_EVENTS }}
        saving={add}
        onSave={(endpoint) => add.mutate(endpoint)}
        onClose={onClose}
      />
    );
  const { id, secret } = add.data;
  return (
    <Dialog
      open
      form
      onClose={() => onAdded(id)}
      title={words.addedTitle}
      description={words.addedText}
      footer={
        <Button kind="primary" onClick={() => onAdded(id)}>
          {words.done}
        </Button>
      }
    >
      <SecretText secret={secret} />
    </Dialog>
  );
}
