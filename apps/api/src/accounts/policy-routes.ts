import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { Base } from '../http/context.ts';
import { describe } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import { policiesSchema, policyChange, viewPolicies } from './policy-view.ts';
import { readAccountPolicies } from './read-policies.ts';
import { updatePolicies } from './update-policies.ts';

const tags = ['Accounts'];

/** What an account asks of everybody in it. */
export const policyRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .get(
      '/api/v1/accounts/:account/policies',
      describe({
        tags,
        summary: 'Read the policies of an account',
        operationId: 'readPolicies',
        success: { 200: { description: 'The policies', schema: policiesSchema } },
        refusals: ['auth.required', 'permission.denied', 'not_found'],
      }),
      auth.account,
      async (c) => c.json(viewPolicies(await readAccountPolicies(deps, c.var.account)), 200),
    )
    .patch(
      '/api/v1/accounts/:account/policies',
      describe({
        tags,
        summary: 'Change the policies of an account',
        description:
          'Within 10 minutes of signing in. What is absent stays. Whoever asks a second factor of everybody must have one; the time given counts from the day it was turned on.',
        operationId: 'updatePolicies',
        success: { 200: { description: 'The policies now', schema: policiesSchema } },
        refusals: ['auth.required', 'auth.reauthentication_required', 'permission.denied', 'not_found'],
      }),
      auth.account,
      validate('json', policyChange),
      async (c) => {
        const { command, person, account } = c.var;
        const policies = await updatePolicies(deps, command, person, account, c.req.valid('json'));
        return c.json(viewPolicies(policies), 200);
      },
    );
