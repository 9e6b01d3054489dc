import { API_KEY_STATES, KEY_PERMISSIONS, fail, maySeeMembers, surfaceOf } from '@keyholder/domain';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import { standingOf } from '../http/caller.ts';
import type { Base } from '../http/context.ts';
import { instantField, limitField, nameField } from '../http/fields.ts';
import { describe, listOf } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import { apiKeySchema, newApiKeySchema } from './api-key-view.ts';
import { accessCheckBody, accessCheckSchema, checkAccess } from './check-access.ts';
import { createApiKey } from './create-api-key.ts';
import { listApiKeys } from './list-api-keys.ts';
import { revokeApiKey } from './revoke-api-key.ts';

const tags = ['API keys'];
const refusals = ['auth.required', 'permission.denied', 'not_found'] as const;

const newKey = z.strictObject({
  name: nameField,
  permissions: z
    .array(z.enum(KEY_PERMISSIONS, { error: 'A key cannot carry this.' }))
    .min(1, 'Choose what the key may do.')
    .max(KEY_PERMISSIONS.length, 'Name each permission once.')
    .refine((chosen) => new Set(chosen).size === chosen.length, 'Name each permission once.'),
  expiresAt: instantField.optional(),
});
const listQuery = z.strictObject({
  state: z.enum(API_KEY_STATES, { error: `Use ${API_KEY_STATES.join(', ')}.` }).optional(),
  limit: limitField,
  cursor: z.string().max(2000, 'This cursor does not belong to this list.').optional(),
});

/** The API keys of a site: managed by people, never by a key [R44]. */
export const apiKeyRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .get(
      '/api/v1/sites/:site/api-keys',
      describe({
        tags,
        summary: 'List the API keys of a site',
        description:
          'Newest first. `effective` is what a key may use now: its permissions, as far as its maker still holds them.',
        operationId: 'listApiKeys',
        success: {
          200: { description: 'A page of keys', schema: listOf(apiKeySchema).meta({ ref: 'ApiKeyList' }) },
        },
        refusals,
      }),
      auth.granted('api_keys.manage'),
      validate('query', listQuery),
      async (c) => c.json(await listApiKeys(deps, c.var.caller, c.var.site, c.req.valid('query')), 200),
    )
    .post(
      '/api/v1/sites/:site/api-keys',
      describe({
        tags,
        summary: 'Make an API key',
        description:
          'For this site, with permissions that the caller holds now; without `expiresAt` it works for 90 days. `key` is shown in this answer and never again.',
        operationId: 'createApiKey',
        success: { 201: { description: 'The new key', schema: newApiKeySchema } },
        refusals: [...refusals, 'api_key.not_grantable', 'idempotency.mismatch'],
      }),
      auth.site,
      validate('json', newKey),
      async (c) => {
        const { command, person, site } = c.var;
        return c.json(await createApiKey(deps, command, person, site, c.req.valid('json')), 201);
      },
    )
    .delete(
      '/api/v1/sites/:site/api-keys/:id',
      describe({
        tags,
        summary: 'Revoke an API key',
        description:
          'At once and for good. Whoever manages the keys of the site may, and its maker whatever their role is now.',
        operationId: 'revokeApiKey',
        success: { 204: { description: 'The key opens nothing any more' } },
        refusals,
      }),
      auth.site,
      validate('json', z.strictObject({})),
      async (c) => {
        const { command, person, site } = c.var;
        await revokeApiKey(deps, command, person, site, c.req.param('id'));
        return c.body(null, 204);
      },
    )
    .post(
      '/api/v1/sites/:site/access-check',
      describe({
        tags: ['Access decisions'],
        summary: 'Ask whether a person may do something on a site',
        description:
          'Answers by their role of this instant. For keys that carry `access.check`, and for whoever may see the members of the site. It changes nothing, so an `Idempotency-Key` is not kept: the same question may have another answer.',
        operationId: 'checkAccess',
        success: { 200: { description: 'The decision', schema: accessCheckSchema } },
        refusals,
      }),
      auth.reading('access.check'),
      validate('json', accessCheckBody),
      async (c) => {
        const { caller, site } = c.var;
        const asker = standingOf(caller, site);
        if (asker && !maySeeMembers(asker))
          fail('permission.denied', { surface: surfaceOf('members.read').key, role: site.role });
        return c.json(await checkAccess(deps, site, c.req.valid('json')), 200);
      },
    );
