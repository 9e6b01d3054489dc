import { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import type { Authentication } from '../../http/authenticate.ts';
import type { Base } from '../../http/context.ts';
import { describe, listOf } from '../../http/openapi.ts';
import { validate } from '../../http/validate.ts';
import { exportSubmissions } from './export-submissions.ts';
import { listSubmissions } from './list-submissions.ts';
import { showSubmission } from './show-submission.ts';
import {
  submissionExportQuery,
  submissionListQuery,
  submissionRowSchema,
  submissionSchema,
} from './submission-view.ts';

const tags = ['Submissions'];
const refusals = ['auth.required', 'permission.denied', 'not_found'] as const;

export const submissionRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .get(
      '/api/v1/sites/:site/submissions',
      describe({
        tags,
        summary: 'List what was sent to the forms of a site',
        description: 'Newest first. `q` looks into the answers.',
        operationId: 'listSubmissions',
        success: {
          200: {
            description: 'A page of submissions',
            schema: listOf(submissionRowSchema).meta({ ref: 'SubmissionList' }),
          },
        },
        refusals,
      }),
      auth.granted('submissions.read'),
      validate('query', submissionListQuery),
      async (c) => c.json(await listSubmissions(deps, c.var.site, c.req.valid('query')), 200),
    )
    .get(
      '/api/v1/sites/:site/submissions.csv',
      describe({
        tags,
        summary: 'Export submissions as CSV',
        description:
          'With the filters of the list; with `form` a column for each of its fields. No cell begins a formula. Recorded as a security event.',
        operationId: 'exportSubmissions',
        success: { 200: { description: 'The file' } },
        refusals,
      }),
      auth.granted('submissions.read'),
      validate('query', submissionExportQuery),
      async (c) => {
        const { command, caller, site } = c.var;
        const file = await exportSubmissions(deps, caller, site, command, c.req.valid('query'));
        return new Response(ReadableStream.from(file.text).pipeThrough(new TextEncoderStream()), {
          headers: {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': `attachment; filename="${file.fileName}"`,
          },
        });
      },
    )
    .get(
      '/api/v1/sites/:site/submissions/:id',
      describe({
        tags,
        summary: 'Read a submission',
        operationId: 'readSubmission',
        success: { 200: { description: 'The submission with all its answers', schema: submissionSchema } },
        refusals,
      }),
      auth.granted('submissions.read'),
      async (c) => c.json(await showSubmission(deps, c.var.site, c.req.param('id')), 200),
    );
