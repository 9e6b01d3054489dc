import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { Base } from '../http/context.ts';
import { describe, listOf } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import { exportMembers } from './export-members.ts';
import { accountMemberQuery, accountMemberSchema, memberExportQuery } from './person-view.ts';
import { listAccountMembers } from './list-account-members.ts';
import { listSiteMembers } from './list-site-members.ts';
import { readAccountMember } from './read-account-member.ts';
import { siteMemberQuery, siteMemberRowSchema } from './site-member-row.ts';
import { personSchema } from './timeline-view.ts';

const tags = ['Members'];
const sorting = '`-` before a sort key reverses it.';

export const memberReadRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .get(
      '/api/v1/sites/:site/members',
      describe({
        tags,
        summary: 'List the members of a site',
        description: `Strongest role first, then by name. ${sorting} Members whose access has ended are marked \`ended\`.`,
        operationId: 'listSiteMembers',
        success: {
          200: {
            description: 'A page of members',
            schema: listOf(siteMemberRowSchema).meta({ ref: 'SiteMemberList' }),
          },
        },
        refusals: ['auth.required', 'permission.denied', 'not_found'],
      }),
      auth.reading('members.read'),
      validate('query', siteMemberQuery),
      async (c) => c.json(await listSiteMembers(deps, c.var.caller, c.var.site, c.req.valid('query')), 200),
    )
    .get(
      '/api/v1/accounts/:account/members',
      describe({
        tags,
        summary: 'List the people of an account',
        description: `Everybody with every site and role. ${sorting} Filters by site and role look at access that goes on; \`flag=access_ended\` finds the rest.`,
        operationId: 'listAccountMembers',
        success: {
          200: {
            description: 'A page of people',
            schema: listOf(accountMemberSchema).meta({ ref: 'AccountMemberList' }),
          },
        },
        refusals: ['auth.required', 'permission.denied', 'not_found'],
      }),
      auth.account,
      validate('query', accountMemberQuery),
      async (c) =>
        c.json(await listAccountMembers(deps, c.var.person, c.var.account, c.req.valid('query')), 200),
    )
    .get(
      '/api/v1/accounts/:account/members.csv',
      describe({
        tags,
        summary: 'Export the people of an account as CSV',
        description:
          'With the filters of the list; one line a person and site. No cell begins a formula. Recorded as a security event.',
        operationId: 'exportAccountMembers',
        success: { 200: { description: 'The file' } },
        refusals: ['auth.required', 'permission.denied', 'not_found'],
      }),
      auth.account,
      validate('query', memberExportQuery),
      async (c) => {
        const { command, person, account } = c.var;
        const file = await exportMembers(deps, person, account, command, c.req.valid('query'));
        return new Response(ReadableStream.from(file.text).pipeThrough(new TextEncoderStream()), {
          headers: {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': `attachment; filename="${file.fileName}"`,
          },
        });
      },
    )
    .get(
      '/api/v1/accounts/:account/members/:user',
      describe({
        tags,
        summary: 'Read a person of an account',
        description: 'With every site and role, and the last 50 events about them.',
        operationId: 'readAccountMember',
        success: { 200: { description: 'The person', schema: personSchema } },
        refusals: ['auth.required', 'permission.denied', 'not_found', 'member.not_found'],
      }),
      auth.account,
      async (c) =>
        c.json(await readAccountMember(deps, c.var.person, c.var.account, c.req.param('user')), 200),
    );
