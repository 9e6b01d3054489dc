import { newId, saveDeliveries } from '@keyholder/db';
import type { CommandContext } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { WebhookDeliveryId, WebhookId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { mayReadSettings, requireSettings } from './settings-authority.ts';
import { readDelivery, readWebhooks } from './webhook-repository.ts';
import { viewDelivery } from './webhook-view.ts';
import type { DeliveryView } from './webhook-view.ts';

const TYPE = 'webhook.test';

/** Sends an endpoint a message that tells of nothing, whichever events it wants; a switched-off one gets none. */
export async function sendTest(
  { write, enqueueWebhooks, limits }: Pick<Deps, 'write' | 'enqueueWebhooks' | 'limits'>,
  command: CommandContext,
  person: PersonAccess,
  account: AccountAccess,
  id: WebhookId,
): Promise<DeliveryView> {
  mayReadSettings(account);
  await limits.take('webhook.send', account.id);
  return write(command, account.id, async (tx, { now }) => {
    await requireSettings(tx, person, account);
    const [webhook] = await readWebhooks(tx, account.id, id);
    if (!webhook) return fail('not_found');
    if (webhook.disabledAt !== null) return fail('webhook.disabled');
    const at = now.toISOString();
    const [deliveryId, messageId] = [newId(), newId()];
    const body = JSON.stringify({
      type: TYPE,
      timestamp: at,
      data: { accountId: account.id, webhookId: id },
    });
    const row = { id: deliveryId, webhookId: id, messageId, type: TYPE, body };
    await saveDeliveries(tx, enqueueWebhooks, account.id, [row], at);
    const made = await readDelivery(tx, account.id, id, deliveryId as WebhookDeliveryId);
    return {
      result: viewDelivery(made ?? fail('not_found')),
      events: [{ action: 'webhook.test_sent', target: { kind: 'webhook', id }, after: { deliveryId } }],
    };
  });
}
