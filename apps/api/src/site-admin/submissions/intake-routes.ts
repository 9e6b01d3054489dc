import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { idempotencyOf } from '../../http/authenticate.ts';
import type { Base } from '../../http/context.ts';
import { describe } from '../../http/openapi.ts';
import { validate } from '../../http/validate.ts';
import { receiveSubmission } from './receive-submission.ts';

const values = z.record(z.string(), z.union([z.string(), z.boolean()]));
const received = z.object({ status: z.literal('received') }).meta({ ref: 'SubmissionReceived' });

export const submissionIntakeRoutes = (deps: Deps) =>
  new Hono<Base>().post(
    '/api/v1/sites/:site/forms/:form/submissions',
    describe({
      tags: ['Submissions'],
      summary: 'Send a form',
      description:
        'For the visitors of a site: no sign-in, no key. Takes a flat object of the form’s keys, or the same from a plain HTML form (`application/x-www-form-urlencoded`), which is then led to the form’s `thanksPath` on its site (303). A field `homepage`, hidden from people, catches programs: what fills it in is answered alike and dropped. At most 30 a minute per form and network address.',
      operationId: 'sendForm',
      success: { 201: { description: 'Received', schema: received } },
      refusals: [
        'not_found',
        'form.closed',
        'rate.limited',
        'request.malformed',
        'request.too_large',
        'request.unsupported_media',
        'idempotency.mismatch',
      ],
    }),
    validate('json', values),
    async (c) => {
      const thanks = await receiveSubmission(deps, {
        siteId: c.req.param('site'),
        formId: c.req.param('form'),
        values: new Map(Object.entries(c.req.valid('json'))),
        clientAddress: c.var.clientAddress,
        idempotencyOf: (principal) => idempotencyOf(c, principal),
      });
      // A browser that sent a plain form shows what it is answered: it goes back to where it came from.
      if (c.var.plainForm) return c.redirect(thanks, 303) as never;
      return c.json({ status: 'received' as const }, 201);
    },
  );
