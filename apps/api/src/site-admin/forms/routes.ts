import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Authentication } from '../../http/authenticate.ts';
import type { Base } from '../../http/context.ts';
import { describe, listOf } from '../../http/openapi.ts';
import { validate } from '../../http/validate.ts';
import { ifMatchOf } from '../etag.ts';
import { createForm } from './create-form.ts';
import { deleteForm } from './delete-form.ts';
import { formChange, formListQuery, newForm } from './form-request.ts';
import { formSchema } from './form-view.ts';
import { listForms } from './list-forms.ts';
import { showForm } from './show-form.ts';
import { updateForm } from './update-form.ts';

const tags = ['Forms'];
const refusals = ['auth.required', 'permission.denied', 'not_found'] as const;
const edits = [...refusals, 'content.changed'] as const;

export const formRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .get(
      '/api/v1/sites/:site/forms',
      describe({
        tags,
        summary: 'List the forms of a site',
        description: 'By name, each with the number of its submissions.',
        operationId: 'listForms',
        success: {
          200: { description: 'A page of forms', schema: listOf(formSchema).meta({ ref: 'FormList' }) },
        },
        refusals,
      }),
      auth.granted('forms.read'),
      validate('query', formListQuery),
      async (c) => c.json(await listForms(deps, c.var.site, c.req.valid('query')), 200),
    )
    .post(
      '/api/v1/sites/:site/forms',
      describe({
        tags,
        summary: 'Create a form',
        description:
          'A form is open from the first moment on. Where a plain HTML form sends it is named in `intake`; `homepage` is no key, because a hidden field of that name catches programs.',
        operationId: 'createForm',
        success: { 201: { description: 'The new form', schema: formSchema } },
        refusals: [...refusals, 'idempotency.mismatch'],
      }),
      auth.granted('forms.write'),
      validate('json', newForm),
      async (c) => {
        const { command, caller, site } = c.var;
        const made = await createForm(deps, command, caller, site, c.req.valid('json'));
        return c.json(made, 201, { etag: made.etag });
      },
    )
    .get(
      '/api/v1/sites/:site/forms/:id',
      describe({
        tags,
        summary: 'Read a form',
        operationId: 'readForm',
        success: { 200: { description: 'The form, with its etag', schema: formSchema } },
        refusals,
      }),
      auth.granted('forms.read'),
      async (c) => {
        const found = await showForm(deps, c.var.site, c.req.param('id'));
        return c.json(found, 200, { etag: found.etag });
      },
    )
    .patch(
      '/api/v1/sites/:site/forms/:id',
      describe({
        tags,
        summary: 'Change, close or open a form',
        description:
          'What came in before keeps the labels that it was asked with. `If-Match` takes the etag that you saw.',
        operationId: 'updateForm',
        success: { 200: { description: 'The changed form', schema: formSchema } },
        refusals: edits,
      }),
      auth.granted('forms.write'),
      validate('json', formChange),
      async (c) => {
        const { command, caller, site } = c.var;
        const [id, change] = [c.req.param('id'), c.req.valid('json')];
        const changed = await updateForm(deps, command, caller, site, id, ifMatchOf(c), change);
        return c.json(changed, 200, { etag: changed.etag });
      },
    )
    .delete(
      '/api/v1/sites/:site/forms/:id',
      describe({
        tags,
        summary: 'Delete a form',
        description: 'It takes nothing more; its submissions stay readable.',
        operationId: 'deleteForm',
        success: { 204: { description: 'Deleted' } },
        refusals: edits,
      }),
      auth.granted('forms.write'),
      validate('json', z.strictObject({})),
      async (c) => {
        const { command, caller, site } = c.var;
        await deleteForm(deps, command, caller, site, c.req.param('id'), ifMatchOf(c));
        return c.body(null, 204);
      },
    );
