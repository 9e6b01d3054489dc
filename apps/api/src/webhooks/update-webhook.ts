import type { CommandContext } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { WebhookEvent, WebhookId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { requireSettings } from './settings-authority.ts';
import { readWebhooks, saveWebhookChange } from './webhook-repository.ts';
import type { WebhookChange } from './webhook-repository.ts';
import { viewWebhook } from './webhook-view.ts';
import type { WebhookRow, WebhookView } from './webhook-view.ts';

export interface WantedChange {
  readonly url?: string | undefined;
  readonly events?: WebhookEvent[] | undefined;
  readonly state?: 'active' | 'disabled' | undefined;
}

/** Changes address or events, switches an endpoint off, or on again: then its patience starts anew. */
export function updateWebhook(
  { write }: Pick<Deps, 'write'>,
  command: CommandContext,
  person: PersonAccess,
  account: AccountAccess,
  id: WebhookId,
  wanted: WantedChange,
): Promise<WebhookView> {
  return write(command, account.id, async (tx, { now }) => {
    await requireSettings(tx, person, account);
    const [before] = await readWebhooks(tx, account.id, id);
    if (!before) return fail('not_found');
    const change = differenceTo(before, wanted, now);
    if (Object.keys(change).length === 0) return { unchanged: true, result: viewWebhook(before, now) };
    await saveWebhookChange(tx, account.id, id, change);
    const after = { ...before, ...change };
    return {
      result: viewWebhook(after, now),
      events: [
        {
          action: 'webhook.updated',
          target: { kind: 'webhook', id },
          before: facts(before),
          after: facts(after),
        },
      ],
      signals: [{ event: 'account.changed', id: account.id }],
    };
  });
}

const facts = ({ url, events, disabledAt }: WebhookRow) => ({
  url,
  events,
  state: disabledAt === null ? 'active' : 'disabled',
});

function differenceTo(before: WebhookRow, { url, events, state }: WantedChange, now: Date): WebhookChange {
  const isActive = before.disabledAt === null;
  return {
    ...(url !== undefined && url !== before.url ? { url, failingSince: null } : {}),
    ...(events !== undefined && events.join() !== before.events.join() ? { events } : {}),
    ...(state === 'disabled' && isActive ? { disabledAt: now, disabledBy: 'person' as const } : {}),
    ...(state === 'active' && !isActive ? { disabledAt: null, disabledBy: null, failingSince: null } : {}),
  };
}
