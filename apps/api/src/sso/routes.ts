import { fail, isId } from '@keyholder/domain';
import type { SsoConnectionId } from '@keyholder/domain';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { Base } from '../http/context.ts';
import { domainField, nameField } from '../http/fields.ts';
import { describe } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import { addDomain } from './add-domain.ts';
import { changeConnection } from './change-connection.ts';
import { connectionSchema } from './connection-view.ts';
import { createConnection } from './create-connection.ts';
import { readConnections } from './read-connections.ts';
import { removeConnection } from './remove-connection.ts';
import { removeDomain } from './remove-domain.ts';
import { testConnection } from './test-connection.ts';
import { verifyDomain } from './verify-domain.ts';

const tags = ['Single sign-on'];
const nothing = z.strictObject({});
const clientId = z
  .string({ error: 'Write the client id.' })
  .regex(/^[\x21-\x7e]{1,200}$/, 'Use 1 to 200 characters.');
const clientSecret = z
  .string({ error: 'Write the client secret.' })
  .regex(/^[\x20-\x7e]{1,500}$/, 'Use 1 to 500 characters.');
/** As the provider writes it of itself: discovery compares it letter by letter. */
const issuer = z
  .string({ error: 'Write the address of the provider.' })
  .max(500, 'Use at most 500 characters.')
  .refine((text) => {
    const url = URL.parse(text);
    return url !== null && /^https?:$/.test(url.protocol) && !/[?#@]/.test(text);
  }, 'Write an address, like https://login.example.com, without ? or #.');
const refusals = [
  'auth.required',
  'auth.reauthentication_required',
  'permission.denied',
  'not_found',
] as const;
const connection = { description: 'The connection', schema: connectionSchema };
const CONNECTIONS = '/api/v1/accounts/:account/sso-connections';

const idOf = (text: string): SsoConnectionId => (isId(text) ? (text as SsoConnectionId) : fail('not_found'));

/** Identity providers of an account, and the domains that they speak for (docs/decisions/0011). */
export const ssoSettingsRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .get(
      CONNECTIONS,
      describe({
        tags,
        summary: 'The identity providers of an account',
        operationId: 'listSsoConnections',
        success: {
          200: { description: 'All of them', schema: z.object({ items: z.array(connectionSchema) }) },
        },
        refusals: ['auth.required', 'permission.denied', 'not_found'],
      }),
      auth.account,
      async (c) => c.json({ items: [...(await readConnections(deps, c.var.account))] }, 200),
    )
    .post(
      CONNECTIONS,
      describe({
        tags,
        summary: 'Add an identity provider (OpenID Connect)',
        description:
          'Within 10 minutes of signing in. Its metadata is read at once: https and public addresses only. The client secret is sealed and never shown again.',
        operationId: 'createSsoConnection',
        success: { 201: connection },
        refusals: [...refusals, 'rate.limited'],
      }),
      auth.account,
      validate('json', z.strictObject({ name: nameField, issuer, clientId, clientSecret })),
      async (c) => {
        const { command, person, account } = c.var;
        return c.json(await createConnection(deps, command, person, account, c.req.valid('json')), 201);
      },
    )
    .patch(
      `${CONNECTIONS}/:id`,
      describe({
        tags,
        summary: 'Change a connection, or require it',
        description:
          '`enforced`: passwords are refused for its proven domains; the owner of an account keeps theirs. The issuer stays: another one is another connection.',
        operationId: 'changeSsoConnection',
        success: { 200: connection },
        refusals,
      }),
      auth.account,
      validate(
        'json',
        z.strictObject({ name: nameField, clientId, clientSecret, enforced: z.boolean() }).partial(),
      ),
      async (c) => {
        const { command, person, account } = c.var;
        const id = idOf(c.req.param('id'));
        return c.json(await changeConnection(deps, command, person, account, id, c.req.valid('json')), 200);
      },
    )
    .delete(
      `${CONNECTIONS}/:id`,
      describe({
        tags,
        summary: 'Delete a connection; the sessions that it vouched for end',
        operationId: 'deleteSsoConnection',
        success: { 204: { description: 'Deleted' } },
        refusals,
      }),
      auth.account,
      validate('json', nothing),
      async (c) => {
        const { command, person, account } = c.var;
        return c.body(await removeConnection(deps, command, person, account, idOf(c.req.param('id'))), 204);
      },
    )
    .post(
      `${CONNECTIONS}/:id/test`,
      describe({
        tags,
        summary: 'Read the metadata of the provider now',
        operationId: 'testSsoConnection',
        success: {
          200: {
            description: 'Whether it can be used, and why not',
            schema: z.object({ usable: z.boolean(), fault: z.string().nullable() }),
          },
        },
        refusals: [...refusals, 'rate.limited'],
      }),
      auth.account,
      validate('json', nothing),
      async (c) =>
        c.json(await testConnection(deps, c.var.person, c.var.account, idOf(c.req.param('id'))), 200),
    )
    .post(
      `${CONNECTIONS}/:id/domains`,
      describe({
        tags,
        summary: 'Claim a domain; the answer names the TXT record that proves it',
        operationId: 'addSsoDomain',
        success: { 201: connection },
        refusals: [...refusals, 'sso.domain_taken'],
      }),
      auth.account,
      validate('json', z.strictObject({ domain: domainField })),
      async (c) => {
        const { command, person, account } = c.var;
        const id = idOf(c.req.param('id'));
        const { domain } = c.req.valid('json');
        return c.json(await addDomain(deps, command, person, account, id, domain), 201);
      },
    )
    .post(
      `${CONNECTIONS}/:id/domains/:domain/verify`,
      describe({
        tags,
        summary: 'Look the record up',
        description: 'One account at a time has proven a domain; claims that are not proven block nobody.',
        operationId: 'verifySsoDomain',
        success: { 200: connection },
        refusals: [...refusals, 'sso.domain_not_proven', 'sso.domain_taken', 'rate.limited'],
      }),
      auth.account,
      validate('json', nothing),
      async (c) => {
        const { command, person, account } = c.var;
        const id = idOf(c.req.param('id'));
        return c.json(await verifyDomain(deps, command, person, account, id, c.req.param('domain')), 200);
      },
    )
    .delete(
      `${CONNECTIONS}/:id/domains/:domain`,
      describe({
        tags,
        summary: 'Give a domain up',
        operationId: 'removeSsoDomain',
        success: { 200: connection },
        refusals,
      }),
      auth.account,
      validate('json', nothing),
      async (c) => {
        const { command, person, account } = c.var;
        const id = idOf(c.req.param('id'));
        return c.json(await removeDomain(deps, command, person, account, id, c.req.param('domain')), 200);
      },
    );
