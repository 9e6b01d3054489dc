import { WEBHOOK_EVENTS, fail, isId, isWebhookUrl } from '@keyholder/domain';
import type { WebhookId } from '@keyholder/domain';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { Base } from '../http/context.ts';
import { describe } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import { createWebhook } from './create-webhook.ts';
import { deleteWebhook } from './delete-webhook.ts';
import { listWebhooks, readWebhook } from './read-webhooks.ts';
import { revealSecret } from './reveal-secret.ts';
import { rotateSecret } from './rotate-secret.ts';
import { updateWebhook } from './update-webhook.ts';
import { secretSchema, webhookList, webhookSchema, webhookWithSecretSchema } from './webhook-view.ts';

const tags = ['Webhooks'];
const BASE = '/api/v1/accounts/:account/webhooks';
const ONE = `${BASE}/:id` as const;
const nothing = z.strictObject({});

/** A path may hold anything; what is no id names nothing. */
const webhookId = (text: string): WebhookId => (isId(text) ? (text as WebhookId) : fail('not_found'));

const eventsField = z
  .array(z.enum(WEBHOOK_EVENTS, { error: 'Choose events from the list.' }), {
    error: 'Choose at least one event.',
  })
  .min(1, 'Choose at least one event.')
  .max(WEBHOOK_EVENTS.length, 'Choose each event once.')
  .transform((chosen) => WEBHOOK_EVENTS.filter((event) => chosen.includes(event)));

const known = ['auth.required', 'permission.denied', 'not_found'] as const;

/** Endpoints of an account, told of memberships and invitations as Standard Webhooks describe it. */
export function webhookRoutes(deps: Deps, auth: Authentication) {
  const urlField = z
    .string({ error: 'Write an https address.' })
    .refine((text) => isWebhookUrl(text, !deps.settings.production), 'Write an https address.');
  const changes = z
    .strictObject({
      url: urlField.optional(),
      events: eventsField.optional(),
      state: z.enum(['active', 'disabled']).optional(),
    })
    .refine(({ url, events, state }) => url ?? events ?? state, 'Give an address, events or a state.');
  return new Hono<Base>()
    .get(
      BASE,
      describe({
        ...{ tags, summary: 'List the webhook endpoints of an account', operationId: 'listWebhooks' },
        success: { 200: { description: 'All endpoints, oldest first', schema: webhookList } },
        refusals: known,
      }),
      auth.account,
      async (c) => c.json(await listWebhooks(deps, c.var.account), 200),
    )
    .post(
      BASE,
      describe({
        ...{ tags, summary: 'Add a webhook endpoint', operationId: 'createWebhook' },
        description:
          'Messages are signed as [Standard Webhooks](https://www.standardwebhooks.com) describe it, with the `secret` of the answer. They are tried for 48 hours; an endpoint that fails for 3 days, or answers 410, is switched off.',
        success: {
          201: { description: 'The endpoint with its signing secret', schema: webhookWithSecretSchema },
        },
        refusals: [...known, 'webhook.limit_reached', 'idempotency.mismatch'],
      }),
      auth.account,
      validate('json', z.strictObject({ url: urlField, events: eventsField })),
      async (c) =>
        c.json(
          await createWebhook(deps, c.var.command, c.var.person, c.var.account, c.req.valid('json')),
          201,
        ),
    )
    .get(
      ONE,
      describe({
        ...{ tags, summary: 'Read a webhook endpoint', operationId: 'readWebhook' },
        success: { 200: { description: 'The endpoint', schema: webhookSchema } },
        refusals: known,
      }),
      auth.account,
      async (c) => c.json(await readWebhook(deps, c.var.account, webhookId(c.req.param('id'))), 200),
    )
    .get(
      `${ONE}/secret`,
      describe({
        ...{ tags, summary: 'Show the signing secret of an endpoint', operationId: 'revealWebhookSecret' },
        description: 'That it was looked at is recorded as a security event.',
        success: { 200: { description: 'The secret', schema: secretSchema } },
        refusals: known,
      }),
      auth.account,
      async (c) => {
        const { command, person, account } = c.var;
        return c.json(await revealSecret(deps, command, person, account, webhookId(c.req.param('id'))), 200);
      },
    )
    .patch(
      ONE,
      describe({
        ...{
          tags,
          summary: 'Change a webhook endpoint, or switch it off and on',
          operationId: 'updateWebhook',
        },
        success: { 200: { description: 'The changed endpoint', schema: webhookSchema } },
        refusals: known,
      }),
      auth.account,
      validate('json', changes),
      async (c) => {
        const { command, person, account } = c.var;
        const id = webhookId(c.req.param('id'));
        return c.json(await updateWebhook(deps, command, person, account, id, c.req.valid('json')), 200);
      },
    )
    .delete(
      ONE,
      describe({
        ...{ tags, summary: 'Delete a webhook endpoint', operationId: 'deleteWebhook' },
        description: 'With its deliveries. Messages that wait are not sent.',
        success: { 204: { description: 'Deleted' } },
        refusals: known,
      }),
      auth.account,
      validate('json', nothing),
      async (c) => {
        await deleteWebhook(deps, c.var.command, c.var.person, c.var.account, webhookId(c.req.param('id')));
        return c.body(null, 204);
      },
    )
    .post(
      `${ONE}/rotate`,
      describe({
        ...{ tags, summary: 'Give an endpoint a new signing secret', operationId: 'rotateWebhookSecret' },
        description: 'For 24 hours messages are signed with both secrets.',
        success: {
          200: { description: 'The endpoint with its new secret', schema: webhookWithSecretSchema },
        },
        refusals: [...known, 'idempotency.mismatch'],
      }),
      auth.account,
      validate('json', nothing),
      async (c) => {
        const { command, person, account } = c.var;
        return c.json(await rotateSecret(deps, command, person, account, webhookId(c.req.param('id'))), 200);
      },
    );
}
