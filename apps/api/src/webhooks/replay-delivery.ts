import type { CommandContext } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { WebhookDeliveryId, WebhookId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { mayReadSettings, requireSettings } from './settings-authority.ts';
import { readDelivery, readWebhooks, saveReplay } from './webhook-repository.ts';
import { viewDelivery } from './webhook-view.ts';
import type { DeliveryView } from './webhook-view.ts';

/** Sends a message again, the same bytes under the same message id. One that still waits is left to its turn. */
export async function replayDelivery(
  { write, enqueueWebhooks, limits }: Pick<Deps, 'write' | 'enqueueWebhooks' | 'limits'>,
  command: CommandContext,
  person: PersonAccess,
  account: AccountAccess,
  id: WebhookId,
  deliveryId: WebhookDeliveryId,
): Promise<DeliveryView> {
  mayReadSettings(account);
  await limits.take('webhook.send', account.id);
  return write(command, account.id, async (tx, { now }) => {
    await requireSettings(tx, person, account);
    const [webhook] = await readWebhooks(tx, account.id, id);
    const delivery = await readDelivery(tx, account.id, id, deliveryId);
    if (!webhook || !delivery) return fail('not_found');
    if (delivery.state === 'queued') return { unchanged: true, result: viewDelivery(delivery) };
    if (webhook.disabledAt !== null) return fail('webhook.disabled');
    await saveReplay(tx, account.id, deliveryId, now);
    await enqueueWebhooks(tx, account.id, [deliveryId]);
    return {
      result: viewDelivery({ ...delivery, state: 'queued' }),
      events: [
        { action: 'webhook.delivery_replayed', target: { kind: 'webhook', id }, after: { deliveryId } },
      ],
    };
  });
}
