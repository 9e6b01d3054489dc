import type { CommandContext } from '@keyholder/db';
import { WEBHOOK_OVERLAP_MS, fail } from '@keyholder/domain';
import type { WebhookId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { requireSettings } from './settings-authority.ts';
import { readWebhooks, saveRotation } from './webhook-repository.ts';
import { newWebhookSecret, sealSecret } from './webhook-secret.ts';
import { viewWebhook } from './webhook-view.ts';

/** A new signing secret. For 24 h messages are signed with the former one too, so that no receiver has to be stopped. */
export function rotateSecret(
  deps: Pick<Deps, 'write' | 'keys'>,
  command: CommandContext,
  person: PersonAccess,
  account: AccountAccess,
  id: WebhookId,
) {
  return deps.write(command, account.id, async (tx, { now }) => {
    await requireSettings(tx, person, account);
    const [webhook] = await readWebhooks(tx, account.id, id);
    if (!webhook) return fail('not_found');
    const secret = newWebhookSecret();
    const overlap = new Date(now.getTime() + WEBHOOK_OVERLAP_MS);
    await saveRotation(tx, account.id, id, sealSecret(deps.keys.webhooks, id, secret), overlap);
    return {
      result: { ...viewWebhook({ ...webhook, previousUntil: overlap }, now), secret },
      events: [
        {
          action: 'webhook.secret_rotated',
          target: { kind: 'webhook', id },
          after: { formerUntil: overlap.toISOString() },
        },
      ],
      signals: [{ event: 'account.changed', id: account.id }],
    };
  });
}
