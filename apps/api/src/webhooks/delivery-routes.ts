import { fail, isId } from '@keyholder/domain';
import type { WebhookDeliveryId, WebhookId } from '@keyholder/domain';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { Base } from '../http/context.ts';
import { describe } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import { listDeliveries } from './read-webhooks.ts';
import { replayDelivery } from './replay-delivery.ts';
import { sendTest } from './send-test.ts';
import { deliveryList, deliveryQuery, deliverySchema } from './webhook-view.ts';

const tags = ['Webhooks'];
const ONE = '/api/v1/accounts/:account/webhooks/:id';
const nothing = z.strictObject({});
const known = ['auth.required', 'permission.denied', 'not_found'] as const;

const idOf = <Id extends WebhookId | WebhookDeliveryId>(text: string): Id =>
  isId(text) ? (text as Id) : fail('not_found');

/** What endpoints were told, and telling it again. */
export const webhookDeliveryRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .post(
      `${ONE}/test`,
      describe({
        ...{ tags, summary: 'Send an endpoint a test event', operationId: 'sendWebhookTest' },
        description: 'A message of the type `webhook.test`, whichever events the endpoint wants.',
        success: { 202: { description: 'The delivery, on its way', schema: deliverySchema } },
        refusals: [...known, 'webhook.disabled', 'rate.limited', 'idempotency.mismatch'],
      }),
      auth.account,
      validate('json', nothing),
      async (c) => {
        const { command, person, account } = c.var;
        return c.json(
          await sendTest(deps, command, person, account, idOf<WebhookId>(c.req.param('id'))),
          202,
        );
      },
    )
    .get(
      `${ONE}/deliveries`,
      describe({
        ...{ tags, summary: 'List what an endpoint was told', operationId: 'listWebhookDeliveries' },
        description:
          'Newest first, with payload, number of attempts and the answer to the last one. Kept for 30 days.',
        success: { 200: { description: 'Deliveries', schema: deliveryList } },
        refusals: known,
      }),
      auth.account,
      validate('query', deliveryQuery),
      async (c) =>
        c.json(
          await listDeliveries(deps, c.var.account, idOf<WebhookId>(c.req.param('id')), c.req.valid('query')),
          200,
        ),
    )
    .post(
      `${ONE}/deliveries/:delivery/replay`,
      describe({
        ...{ tags, summary: 'Send a message again', operationId: 'replayWebhookDelivery' },
        description: 'The same bytes under the same `webhook-id`, by which a receiver knows a repetition.',
        success: { 202: { description: 'The delivery, on its way', schema: deliverySchema } },
        refusals: [...known, 'webhook.disabled', 'rate.limited', 'idempotency.mismatch'],
      }),
      auth.account,
      validate('json', nothing),
      async (c) => {
        const { command, person, account } = c.var;
        const id = idOf<WebhookId>(c.req.param('id'));
        const delivery = idOf<WebhookDeliveryId>(c.req.param('delivery'));
        return c.json(await replayDelivery(deps, command, person, account, id, delivery), 202);
      },
    );
