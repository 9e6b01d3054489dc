import { CONTENT_PERMISSIONS, BODY_BYTES, isContentSlug } from '@keyholder/domain';
import type { ContentId, ContentKind } from '@keyholder/domain';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Authentication } from '../../http/authenticate.ts';
import type { Base } from '../../http/context.ts';
import { describe, listOf } from '../../http/openapi.ts';
import { validate } from '../../http/validate.ts';
import { pathId, textField, titleField } from '../area-fields.ts';
import { ifMatchOf } from '../etag.ts';
import { contentRowSchema, contentSchema } from './content-view.ts';
import { createContent } from './create-content.ts';
import { deleteContent } from './delete-content.ts';
import { contentQuery, listContent } from './list-content.ts';
import { readOneContent } from './read-content.ts';
import { setContentStatus } from './set-content-status.ts';
import { updateContent } from './update-content.ts';

const slugField = z
  .string()
  .refine(isContentSlug, 'Use 1 to 80 lower-case letters, digits and single hyphens.')
  .meta({ example: 'about-us' });
const bodyField = textField(BODY_BYTES).meta({ example: '# About us\n\nWe roast **coffee**.' });
const newContent = z.strictObject({
  title: titleField,
  slug: slugField.optional(),
  body: bodyField.optional(),
});
const contentChange = z
  .strictObject({
    title: titleField.optional(),
    slug: slugField.optional(),
    body: bodyField.optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'Name what should change.');
const nothing = z.strictObject({});
const pageOfContent = listOf(contentRowSchema).meta({ ref: 'ContentList' });
const refused = ['auth.required', 'permission.denied', 'not_found'] as const;
const EDITING =
  '`If-Match` with the `etag` refuses when somebody else changed it meanwhile; `current` shows theirs.';

/** What pages and posts have in common, which is everything but the name and the permissions. */
export function contentRoutes<const Area extends 'pages' | 'posts'>(
  deps: Deps,
  auth: Authentication,
  words: { readonly kind: ContentKind; readonly area: Area; readonly tag: string; readonly Noun: string },
) {
  const { kind, area, tag, Noun } = words;
  const [tags, noun, Plural] = [[tag], Noun.toLowerCase(), `${Noun}s`] as const;
  const needs = CONTENT_PERMISSIONS[kind];
  const one = { description: `The ${noun}`, schema: contentSchema };
  const idOf = (text: string | undefined) => ({ kind, id: pathId<ContentId>(text ?? '') });

  return new Hono<Base>()
    .get(
      `/api/v1/sites/:site/${area}`,
      describe({
        tags,
        summary: `List the ${noun}s of a site`,
        description: 'Without their bodies. `q` looks into titles and slugs.',
        operationId: `list${Plural}`,
        success: { 200: { description: `A page of ${noun}s`, schema: pageOfContent } },
        refusals: refused,
      }),
      auth.granted(needs.read),
      validate('query', contentQuery),
      async (c) => c.json(await listContent(deps, c.var.site, kind, c.req.valid('query')), 200),
    )
    .post(
      `/api/v1/sites/:site/${area}`,
      describe({
        tags,
        summary: `Write a ${noun}`,
        description: 'As a draft. Without `slug` it is made from the title.',
        operationId: `create${Noun}`,
        success: { 201: one },
        refusals: [...refused, 'content.slug_taken', 'request.too_large', 'idempotency.mismatch'],
      }),
      auth.granted(needs.write),
      validate('json', newContent),
      async (c) => {
        const { command, caller, site } = c.var;
        const created = await createContent(deps, command, caller, site, kind, c.req.valid('json'));
        c.header('etag', created.etag);
        return c.json(created, 201);
      },
    )
    .get(
      `/api/v1/sites/:site/${area}/:id`,
      describe({
        tags,
        summary: `Read a ${noun}`,
        description:
          'With its body in Markdown, as it was written: show it only through something that makes it harmless.',
        operationId: `read${Noun}`,
        success: { 200: one },
        refusals: refused,
      }),
      auth.granted(needs.read),
      async (c) => {
        const found = await readOneContent(deps, c.var.site, idOf(c.req.param('id')));
        c.header('etag', found.etag);
        return c.json(found, 200);
      },
    )
    .patch(
      `/api/v1/sites/:site/${area}/:id`,
      describe({
        tags,
        summary: `Edit a ${noun}`,
        description: `A published ${noun} changes at once for everybody. ${EDITING}`,
        operationId: `update${Noun}`,
        success: { 200: one },
        refusals: [...refused, 'content.slug_taken', 'content.changed', 'request.too_large'],
      }),
      auth.granted(needs.write),
      validate('json', contentChange),
      async (c) => {
        const { command, caller, site } = c.var;
        const change = { ...c.req.valid('json'), ifMatch: ifMatchOf(c) };
        const changed = await updateContent(deps, command, caller, site, idOf(c.req.param('id')), change);
        c.header('etag', changed.etag);
        return c.json(changed, 200);
      },
    )
    .delete(
      `/api/v1/sites/:site/${area}/:id`,
      describe({
        tags,
        summary: `Delete a ${noun}`,
        description: `Its slug is free again. ${EDITING}`,
        operationId: `delete${Noun}`,
        success: { 204: { description: 'Deleted' } },
        refusals: [...refused, 'content.changed'],
      }),
      auth.granted(needs.write),
      validate('json', nothing),
      async (c) => {
        const { command, caller, site } = c.var;
        await deleteContent(deps, command, caller, site, idOf(c.req.param('id')), ifMatchOf(c));
        return c.body(null, 204);
      },
    )
    .post(
      `/api/v1/sites/:site/${area}/:id/publish`,
      describe({
        tags,
        summary: `Publish a ${noun}`,
        description: `A published one stays as it is. ${EDITING}`,
        operationId: `publish${Noun}`,
        success: { 200: one },
        refusals: [...refused, 'content.changed', 'idempotency.mismatch'],
      }),
      auth.granted(needs.publish),
      validate('json', nothing),
      async (c) => {
        const { command, caller, site } = c.var;
        const to = { status: 'published', ifMatch: ifMatchOf(c) } as const;
        const changed = await setContentStatus(deps, command, caller, site, idOf(c.req.param('id')), to);
        c.header('etag', changed.etag);
        return c.json(changed, 200);
      },
    )
    .post(
      `/api/v1/sites/:site/${area}/:id/unpublish`,
      describe({
        tags,
        summary: `Take a ${noun} back to a draft`,
        description: `A draft stays as it is. ${EDITING}`,
        operationId: `unpublish${Noun}`,
        success: { 200: one },
        refusals: [...refused, 'content.changed', 'idempotency.mismatch'],
      }),
      auth.granted(needs.publish),
      validate('json', nothing),
      async (c) => {
        const { command, caller, site } = c.var;
        const to = { status: 'draft', ifMatch: ifMatchOf(c) } as const;
        const changed = await setContentStatus(deps, command, caller, site, idOf(c.req.param('id')), to);
        c.header('etag', changed.etag);
        return c.json(changed, 200);
      },
    );
}
