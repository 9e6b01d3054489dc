import { CODE_BYTES, CODE_VERSIONS_KEPT } from '@keyholder/domain';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Authentication } from '../../http/authenticate.ts';
import type { Base } from '../../http/context.ts';
import { describe, listOf } from '../../http/openapi.ts';
import { validate } from '../../http/validate.ts';
import { textField } from '../area-fields.ts';
import { ifMatchOf } from '../etag.ts';
import { codeSchema, codeVersionSchema } from './code-view.ts';
import { codeHistoryQuery, listCodeVersions, readCode, readCodeVersion } from './read-code.ts';
import { saveCode } from './save-code.ts';

const tags = ['Code'];
const refused = ['auth.required', 'permission.denied', 'not_found'] as const;
const codeBody = z.strictObject({
  css: textField(CODE_BYTES.css).meta({ example: 'body { accent-color: teal }' }),
  head: textField(CODE_BYTES.head).meta({ example: '<meta name="theme-color" content="teal">' }),
  body: textField(CODE_BYTES.body).meta({ example: '' }),
});

export const codeRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .get(
      '/api/v1/sites/:site/code',
      describe({
        tags,
        summary: 'Read the custom code of a site',
        description: 'A style sheet and snippets for head and body, as text: Keyholder never runs them.',
        operationId: 'readCode',
        success: { 200: { description: 'The code in force', schema: codeSchema } },
        refusals: refused,
      }),
      auth.granted('code.read'),
      async (c) => {
        const code = await readCode(deps, c.var.site);
        c.header('etag', code.etag);
        return c.json(code, 200);
      },
    )
    .put(
      '/api/v1/sites/:site/code',
      describe({
        tags,
        summary: 'Save the custom code of a site',
        description: `All three parts. The version before stays in the history, which holds ${CODE_VERSIONS_KEPT}; saving an old one again restores it. \`If-Match\` with the \`etag\` refuses when somebody else saved meanwhile.`,
        operationId: 'saveCode',
        success: { 200: { description: 'The code in force', schema: codeSchema } },
        refusals: [...refused, 'content.changed', 'request.too_large'],
      }),
      auth.granted('code.write'),
      validate('json', codeBody),
      async (c) => {
        const { command, caller, site } = c.var;
        const code = await saveCode(deps, command, caller, site, c.req.valid('json'), ifMatchOf(c));
        c.header('etag', code.etag);
        return c.json(code, 200);
      },
    )
    .get(
      '/api/v1/sites/:site/code/history',
      describe({
        tags,
        summary: 'List the versions of a site’s code',
        description: 'Newest first, each with its sizes and the parts that it changed.',
        operationId: 'listCodeVersions',
        success: {
          200: {
            description: 'A page of versions',
            schema: listOf(codeVersionSchema).meta({ ref: 'SiteCodeVersionList' }),
          },
        },
        refusals: refused,
      }),
      auth.granted('code.read'),
      validate('query', codeHistoryQuery),
      async (c) => c.json(await listCodeVersions(deps, c.var.site, c.req.valid('query')), 200),
    )
    .get(
      '/api/v1/sites/:site/code/history/:version',
      describe({
        tags,
        summary: 'Read one version of a site’s code',
        operationId: 'readCodeVersion',
        success: { 200: { description: 'The version', schema: codeSchema } },
        refusals: refused,
      }),
      auth.granted('code.read'),
      async (c) => c.json(await readCodeVersion(deps, c.var.site, c.req.param('version')), 200),
    );
