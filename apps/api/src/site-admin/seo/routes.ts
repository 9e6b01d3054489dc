import { SEO_MOST } from '@keyholder/domain';
import type { ContentId } from '@keyholder/domain';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Authentication } from '../../http/authenticate.ts';
import type { Base } from '../../http/context.ts';
import { describe, listOf } from '../../http/openapi.ts';
import { validate } from '../../http/validate.ts';
import { lineField, pathId, robotsField } from '../area-fields.ts';
import { ifMatchOf } from '../etag.ts';
import { listSeo, seoQuery } from './list-seo.ts';
import { seoSchema } from './seo-view.ts';
import { updateSeo } from './update-seo.ts';

const tags = ['SEO'];
const refused = ['auth.required', 'permission.denied', 'not_found'] as const;
const seoChange = z
  .strictObject({
    title: lineField(SEO_MOST.title).nullable().optional(),
    description: lineField(SEO_MOST.description).nullable().optional(),
    robots: robotsField.optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'Name what should change.');

export const seoRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .get(
      '/api/v1/sites/:site/seo',
      describe({
        tags,
        summary: 'List what search engines are told about the pages of a site',
        description: 'With a hint at each length. `missing` leaves the pages that lack it.',
        operationId: 'listSeo',
        success: {
          200: { description: 'A page of pages', schema: listOf(seoSchema).meta({ ref: 'PageSeoList' }) },
        },
        refusals: refused,
      }),
      auth.granted('seo.read'),
      validate('query', seoQuery),
      async (c) => c.json(await listSeo(deps, c.var.site, c.req.valid('query')), 200),
    )
    .patch(
      '/api/v1/sites/:site/seo/:pageId',
      describe({
        tags,
        summary: 'Change what search engines are told about a page',
        description:
          'Null takes a title or description away. `If-Match` with the `etag` refuses when it changed meanwhile.',
        operationId: 'updateSeo',
        success: { 200: { description: 'As it is now', schema: seoSchema } },
        refusals: [...refused, 'content.changed'],
      }),
      auth.granted('seo.write'),
      validate('json', seoChange),
      async (c) => {
        const { command, caller, site } = c.var;
        const change = { ...c.req.valid('json'), ifMatch: ifMatchOf(c) };
        const id = pathId<ContentId>(c.req.param('pageId'));
        const changed = await updateSeo(deps, command, caller, site, id, change);
        c.header('etag', changed.etag);
        return c.json(changed, 200);
      },
    );
