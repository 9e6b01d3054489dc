import type { CommandContext } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { WebhookId } from '@keyholder/domain';
import { recordSecurityEvent } from '../audit/security-events.ts';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { mayReadSettings } from './settings-authority.ts';
import { readSecret } from './webhook-repository.ts';
import { openSecret } from './webhook-secret.ts';

/** The signing secret of an endpoint, for whoever sets its receiver up. That it was looked at is recorded. */
export async function revealSecret(
  deps: Pick<Deps, 'read' | 'keys' | 'database' | 'log'>,
  command: CommandContext,
  person: PersonAccess,
  account: AccountAccess,
  id: WebhookId,
): Promise<{ secret: string }> {
  mayReadSettings(account);
  const sealed = (await deps.read((db) => readSecret(db, account.id, id))) ?? fail('not_found');
  const { ip, userAgent, requestId } = command;
  await recordSecurityEvent(deps, {
    ...{ action: 'webhook.secret_revealed', userId: person.userId, accountId: account.id },
    ...{ detail: { webhookId: id }, ip, userAgent, requestId },
  });
  return { secret: openSecret(deps.keys.webhooks, id, sealed) };
}
