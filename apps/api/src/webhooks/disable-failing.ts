import type { Write } from '@keyholder/db';
import type { AccountId, WebhookId } from '@keyholder/domain';
import { readWebhooks, saveWebhookChange } from './webhook-repository.ts';

/** Switches off an endpoint that has failed for days; whoever runs the account finds it so and may switch it on again. */
export async function disableFailing(
  { write }: { readonly write: Write },
  accountId: AccountId,
  id: WebhookId,
): Promise<void> {
  const job = { actor: { kind: 'system', id: null }, ip: null, userAgent: null, requestId: null } as const;
  await write(job, accountId, async (tx, { now }) => {
    const [webhook] = await readWebhooks(tx, accountId, id);
    if (!webhook || webhook.disabledAt !== null) return { unchanged: true, result: undefined };
    await saveWebhookChange(tx, accountId, id, { disabledAt: now, disabledBy: 'failing' });
    return {
      result: undefined,
      events: [
        {
          action: 'webhook.disabled',
          target: { kind: 'webhook', id },
          before: { state: 'active' },
          after: { state: 'disabled', failingSince: webhook.failingSince?.toISOString() ?? null },
          reason: 'failed for days',
        },
      ],
      signals: [{ event: 'account.changed', id: accountId }],
    };
  });
}
