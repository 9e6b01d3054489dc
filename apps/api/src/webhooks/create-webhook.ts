import { newId } from '@keyholder/db';
import type { CommandContext } from '@keyholder/db';
import { MOST_WEBHOOKS, fail } from '@keyholder/domain';
import type { WebhookEvent, WebhookId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { requireSettings } from './settings-authority.ts';
import { countWebhooks, readWebhooks, saveNewWebhook } from './webhook-repository.ts';
import { newWebhookSecret, sealSecret } from './webhook-secret.ts';
import { viewWebhook } from './webhook-view.ts';

/** Adds an endpoint. Its signing secret is in the answer, and behind `GET …/secret` afterwards. */
export function createWebhook(
  deps: Pick<Deps, 'write' | 'keys'>,
  command: CommandContext,
  person: PersonAccess,
  account: AccountAccess,
  { url, events }: { readonly url: string; readonly events: readonly WebhookEvent[] },
) {
  return deps.write(command, account.id, async (tx, { now }) => {
    await requireSettings(tx, person, account);
    if ((await countWebhooks(tx, account.id)) >= MOST_WEBHOOKS)
      fail('webhook.limit_reached', { limit: MOST_WEBHOOKS });
    const id = newId<WebhookId>();
    const secret = newWebhookSecret();
    const sealed = sealSecret(deps.keys.webhooks, id, secret);
    await saveNewWebhook(tx, account.id, { id, url, events, secret: sealed, createdBy: person.userId }, now);
    const [made] = await readWebhooks(tx, account.id, id);
    return {
      result: { ...viewWebhook(made ?? fail('not_found'), now), secret },
      events: [{ action: 'webhook.created', target: { kind: 'webhook', id }, after: { url, events } }],
      signals: [{ event: 'account.changed', id: account.id }],
    };
  });
}
