import { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { idempotencyOf } from '../../http/authenticate.ts';
import type { Authentication } from '../../http/authenticate.ts';
import type { Base } from '../../http/context.ts';
import { describe } from '../../http/openapi.ts';
import { validate } from '../../http/validate.ts';
import { analyticsQuery, analyticsSchema, newVisit } from './analytics-view.ts';
import { readAnalytics } from './read-analytics.ts';
import { recordVisit } from './record-visit.ts';

const tags = ['Analytics'];

export const analyticsRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .get(
      '/api/v1/sites/:site/analytics',
      describe({
        tags,
        summary: 'Read the visits of a site',
        description:
          'By day and by page, with the span of the same length before it. Days are days in UTC, at most 366 of them; without any the last 30.',
        operationId: 'readAnalytics',
        success: { 200: { description: 'Visits', schema: analyticsSchema } },
        refusals: ['auth.required', 'permission.denied', 'not_found'],
      }),
      auth.granted('analytics.read'),
      validate('query', analyticsQuery),
      async (c) => c.json(await readAnalytics(deps, c.var.site, c.req.valid('query')), 200),
    )
    .post(
      '/api/v1/sites/:site/analytics/visits',
      describe({
        tags,
        summary: 'Count a visit',
        description:
          'For the pages of a site: no sign-in, no key, no cookie. Takes JSON, or a plain form as `navigator.sendBeacon` sends it with `URLSearchParams`. Counted are day, path without query, and the host of the referrer; nothing about the visitor is kept. At most 120 a minute per site and network address.',
        operationId: 'countVisit',
        success: { 204: { description: 'Counted' } },
        refusals: [
          'not_found',
          'rate.limited',
          'request.malformed',
          'request.too_large',
          'request.unsupported_media',
          'idempotency.mismatch',
        ],
      }),
      validate('json', newVisit),
      async (c) => {
        await recordVisit(deps, {
          siteId: c.req.param('site'),
          visit: c.req.valid('json'),
          clientAddress: c.var.clientAddress,
          idempotencyOf: (principal) => idempotencyOf(c, principal),
        });
        return c.body(null, 204);
      },
    );
