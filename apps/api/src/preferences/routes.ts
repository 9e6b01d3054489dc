import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { Base } from '../http/context.ts';
import { describe } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import { preferenceChange, preferencesSchema } from './preference-view.ts';
import { readPreferences } from './read-preferences.ts';
import { updatePreferences } from './update-preferences.ts';

const tags = ['Identity'];

/** How the Dashboard looks and behaves for the person who is signed in. */
export const preferenceRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .get(
      '/api/v1/me/preferences',
      describe({
        tags,
        summary: 'Read your preferences',
        operationId: 'readPreferences',
        success: { 200: { description: 'Your preferences', schema: preferencesSchema } },
        refusals: ['auth.required'],
      }),
      auth.person,
      async (c) => c.json(await readPreferences(deps, c.var.person), 200),
    )
    .patch(
      '/api/v1/me/preferences',
      describe({
        tags,
        summary: 'Change your preferences',
        description: 'What is absent stays.',
        operationId: 'updatePreferences',
        success: { 200: { description: 'Your preferences now', schema: preferencesSchema } },
        refusals: ['auth.required'],
      }),
      auth.person,
      validate('json', preferenceChange),
      async (c) => c.json(await updatePreferences(deps, c.var.person, c.req.valid('json')), 200),
    );
