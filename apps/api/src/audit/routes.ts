import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { Base } from '../http/context.ts';
import { describe, listOf } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import {
  activityQuery,
  activitySchema,
  auditEventDetailSchema,
  auditEventQuery,
  auditEventSchema,
  securityEventQuery,
  securityEventSchema,
  verificationSchema,
} from './audit-event-view.ts';
import { listAuditEvents } from './list-audit-events.ts';
import { listSecurityEvents } from './list-security-events.ts';
import { listSiteActivity } from './list-site-activity.ts';
import { readAuditEvent } from './read-audit-event.ts';
import { verifyAuditEvents } from './verify-audit-events.ts';

const tags = ['Audit log'];
const refusals = ['auth.required', 'permission.denied', 'not_found'] as const;

export const auditRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .get(
      '/api/v1/accounts/:account/audit-events',
      describe({
        tags,
        summary: 'List the changes in an account',
        description: 'Newest first. Pages stay as they are while new events arrive.',
        operationId: 'listAuditEvents',
        success: {
          200: {
            description: 'A page of events',
            schema: listOf(auditEventSchema).meta({ ref: 'AuditEventList' }),
          },
        },
        refusals,
      }),
      auth.account,
      validate('query', auditEventQuery),
      async (c) => c.json(await listAuditEvents(deps, c.var.account, c.req.valid('query')), 200),
    )
    .get(
      '/api/v1/accounts/:account/audit-events/verification',
      describe({
        tags,
        summary: 'Verify the chain of events',
        description:
          'Every event is signed together with the one before it, by a key outside the database, and a signed head says how far the log reaches. Names the first event that is changed or missing; `unproven` where nobody can tell whether events follow, because the head is gone or another one.',
        operationId: 'verifyAuditEvents',
        success: { 200: { description: 'The verdict', schema: verificationSchema } },
        refusals,
      }),
      auth.account,
      async (c) => c.json(await verifyAuditEvents(deps, c.var.account), 200),
    )
    .get(
      '/api/v1/accounts/:account/audit-events/:id',
      describe({
        tags,
        summary: 'Read one change',
        description: 'With everything else that the same command did.',
        operationId: 'readAuditEvent',
        success: { 200: { description: 'The event', schema: auditEventDetailSchema } },
        refusals,
      }),
      auth.account,
      async (c) => c.json(await readAuditEvent(deps, c.var.account, c.req.param('id')), 200),
    )
    .get(
      '/api/v1/accounts/:account/security-events',
      describe({
        tags,
        summary: 'List sign-ins, refusals and exports',
        description: 'What changed nothing, newest first. Sign-ins are those of the people of the account.',
        operationId: 'listSecurityEvents',
        success: {
          200: {
            description: 'A page of events',
            schema: listOf(securityEventSchema).meta({ ref: 'SecurityEventList' }),
          },
        },
        refusals,
      }),
      auth.account,
      validate('query', securityEventQuery),
      async (c) => c.json(await listSecurityEvents(deps, c.var.account, c.req.valid('query')), 200),
    )
    .get(
      '/api/v1/sites/:site/activity',
      describe({
        tags,
        summary: 'List what happened on a site',
        description:
          'The site’s part of the audit log, newest first, without network addresses. Filters by action, actor, target and time.',
        operationId: 'listSiteActivity',
        success: {
          200: {
            description: 'A page of events',
            schema: listOf(activitySchema).meta({ ref: 'ActivityList' }),
          },
        },
        refusals,
      }),
      auth.reading('activity.read'),
      validate('query', activityQuery),
      async (c) => c.json(await listSiteActivity(deps, c.var.caller, c.var.site, c.req.valid('query')), 200),
    );
