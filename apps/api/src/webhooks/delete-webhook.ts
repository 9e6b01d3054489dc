import type { CommandContext } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { WebhookId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { requireSettings } from './settings-authority.ts';
import { readWebhooks, saveWebhookRemoval } from './webhook-repository.ts';

/** Takes an endpoint away, with its deliveries; messages that wait are not sent. */
export function deleteWebhook(
  { write }: Pick<Deps, 'write'>,
  command: CommandContext,
  person: PersonAccess,
  account: AccountAccess,
  id: WebhookId,
): Promise<null> {
  return write(command, account.id, async (tx) => {
    await requireSettings(tx, person, account);
    const [before] = await readWebhooks(tx, account.id, id);
    if (!before) return fail('not_found');
    await saveWebhookRemoval(tx, account.id, id);
    const { url, events } = before;
    return {
      result: null,
      events: [{ action: 'webhook.deleted', target: { kind: 'webhook', id }, before: { url, events } }],
      signals: [{ event: 'account.changed', id: account.id }],
    };
  });
}
