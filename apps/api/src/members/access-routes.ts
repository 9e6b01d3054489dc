import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { Base } from '../http/context.ts';
import { describe } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import { MOST_MEMBERSHIPS, accessQuery, accessSchema } from './access-view.ts';
import { exportAccess } from './export-access.ts';
import { readAccess } from './read-access.ts';

const tags = ['Members'];
const refusals = ['auth.required', 'permission.denied', 'not_found', 'access.filter_required'] as const;
const most = MOST_MEMBERSHIPS.toLocaleString('en');

export const accessRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .get(
      '/api/v1/accounts/:account/access',
      describe({
        tags,
        refusals,
        summary: 'Read who can reach which site',
        description: `The whole matrix in one answer: \`grants\` and \`pending\` point into \`people\`, \`sites\` and \`roles\` by index. Access that has ended is not in it. \`q\` finds people, and sites with whoever is on them; \`site\`, \`role\` and \`flag\` (or \`flag=any\`) leave fewer. More than ${most} memberships are refused with \`memberships\` and \`limit\`: filter, then.`,
        operationId: 'readAccess',
        success: { 200: { description: 'People, sites and what connects them', schema: accessSchema } },
      }),
      auth.account,
      validate('query', accessQuery),
      async (c) => c.json(await readAccess(deps, c.var.account, c.req.valid('query')), 200),
    )
    .get(
      '/api/v1/accounts/:account/access.csv',
      describe({
        tags,
        refusals,
        summary: 'Export who can reach which site as CSV',
        description:
          'With the filters of the matrix; one line a membership or open invitation. No cell begins a formula. Recorded as a security event.',
        operationId: 'exportAccess',
        success: { 200: { description: 'The file' } },
      }),
      auth.account,
      validate('query', accessQuery),
      async (c) => {
        const { command, person, account } = c.var;
        const file = await exportAccess(deps, person, account, command, c.req.valid('query'));
        return c.body(file.text, 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${file.fileName}"`,
        });
      },
    );
