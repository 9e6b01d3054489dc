import type { Database, Write } from '@keyholder/db';
import { isBeyondPatience } from '@keyholder/domain';
import { Webhook } from 'standardwebhooks';
import type { Log } from '../log.ts';
import { claimDeliveries, markDelivery } from '../webhooks/delivery-repository.ts';
import type { Attempt, ClaimedDelivery } from '../webhooks/delivery-repository.ts';
import { disableFailing } from '../webhooks/disable-failing.ts';
import { postMessage } from '../webhooks/post-message.ts';
import { openSecret } from '../webhooks/webhook-secret.ts';

export interface DeliverWebhooksDeps {
  readonly database: Database;
  readonly write: Write;
  readonly settings: { readonly production: boolean };
  readonly keys: { readonly webhooks: Buffer };
  readonly log: Log;
}

/** The answer by which an endpoint says that it is gone for good (Standard Webhooks). */
const GONE = 410;

/** The worker's task: each message is sent outside any transaction and marked as soon as its own attempt has ended. */
export const createDeliverWebhooks =
  (deps: DeliverWebhooksDeps) =>
  async (ids: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, string>> => {
    const claimed = await claimDeliveries(deps.database, ids);
    const ended = await Promise.all(
      claimed.map(async (one) => [one.id, await deliver(deps, one, signal)] as const),
    );
    return new Map(
      ended.flatMap(([id, { state, problem }]) => (state === 'queued' ? [[id, problem ?? '']] : [])),
    );
  };

async function deliver(
  deps: DeliverWebhooksDeps,
  claimed: ClaimedDelivery,
  signal: AbortSignal,
): Promise<Attempt> {
  const attempt = claimed.disabled ? SWITCHED_OFF : await attemptOf(deps, claimed, signal);
  const failingSince = await markDelivery(deps.database, claimed, attempt);
  if (claimed.disabled || attempt.state === 'delivered') return attempt;
  if (attempt.status === GONE || isBeyondPatience(failingSince, new Date(claimed.now)))
    await disableFailing(deps, claimed.accountId, claimed.webhookId);
  return attempt;
}

const SWITCHED_OFF: Attempt = {
  state: 'failed',
  status: null,
  problem: 'the endpoint is switched off',
  response: null,
  durationMs: 0,
};

async function attemptOf(
  { settings, keys, log }: DeliverWebhooksDeps,
  claimed: ClaimedDelivery,
  signal: AbortSignal,
): Promise<Attempt> {
  const { id, webhookId, messageId, body, url, secret, previousSecret } = claimed;
  const at = new Date(claimed.now);
  const started = performance.now();
  const signatures = [secret, previousSecret]
    .filter((sealed) => sealed !== null)
    .map((sealed) => new Webhook(openSecret(keys.webhooks, webhookId, sealed)).sign(messageId, at, body));
  const headers = {
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
    'user-agent': 'Keyholder-Webhooks',
  };
  const posted = await postMessage({ url, headers, body }, !settings.production, signal);
  const delivered = posted.problem === null;
  if (!delivered)
    log.info({ deliveryId: id, attempt: claimed.attempt, reason: posted.problem }, 'webhook not delivered');
  return {
    ...posted,
    state: delivered ? 'delivered' : claimed.late || posted.status === GONE ? 'failed' : 'queued',
    durationMs: Math.round(performance.now() - started),
  };
}
