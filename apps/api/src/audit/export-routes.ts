import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { Base } from '../http/context.ts';
import { describe } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import { auditExportQuery } from './audit-event-view.ts';
import { exportAuditEvents } from './export-audit-events.ts';
import type { Export, ExportFormat } from './export-audit-events.ts';

const reference = (format: ExportFormat, operationId: string, description: string) =>
  describe({
    tags: ['Audit log'],
    summary: `Export the audit log as ${format.toUpperCase()}`,
    description,
    operationId,
    success: { 200: { description: 'The file' } },
    refusals: ['auth.required', 'permission.denied', 'not_found'],
  });

const TYPES = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson; charset=utf-8' } as const;

const attachment = ({ fileName, text }: Export, format: ExportFormat): Response =>
  new Response(ReadableStream.from(text).pipeThrough(new TextEncoderStream()), {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${fileName}"`,
    },
  });

/** Files of what the filter shows, oldest first. */
export const auditExportRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .get(
      '/api/v1/accounts/:account/audit-events.csv',
      reference('csv', 'exportAuditEventsCsv', 'For spreadsheets: no cell begins a formula.'),
      auth.account,
      validate('query', auditExportQuery),
      async (c) => {
        const { person, account, command } = c.var;
        return attachment(
          await exportAuditEvents(deps, person, account, command, 'csv', c.req.valid('query')),
          'csv',
        );
      },
    )
    .get(
      '/api/v1/accounts/:account/audit-events.ndjson',
      reference(
        'ndjson',
        'exportAuditEventsNdjson',
        'One event a line as it was signed, with its mac and the one before it: `keyholder audit verify` checks the file.',
      ),
      auth.account,
      validate('query', auditExportQuery),
      async (c) => {
        const { person, account, command } = c.var;
        return attachment(
          await exportAuditEvents(deps, person, account, command, 'ndjson', c.req.valid('query')),
          'ndjson',
        );
      },
    );
