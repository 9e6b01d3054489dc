import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { Base } from '../http/context.ts';
import { describe } from '../http/openapi.ts';
import { validate } from '../http/validate.ts';
import { accountRecordSchema, accountRestoredSchema } from './account-record-view.ts';
import { assignToSites } from './assign-to-sites.ts';
import { assignedSchema, assignedView } from './assigned-view.ts';
import { changeAccountRole } from './change-account-role.ts';
import { leaveAccount } from './leave-account.ts';
import {
  accountRemovalBody,
  accountRoleChange,
  assignmentsBody,
  inAccount,
  nothing,
} from './member-fields.ts';
import { previewAccountRemoval } from './preview-account-removal.ts';
import { removalPreviewSchema } from './removal-view.ts';
import { removeFromAccount } from './remove-from-account.ts';
import { restoreToAccount } from './restore-to-account.ts';

const tags = ['Members'];
const refused = [
  'auth.required',
  'permission.denied',
  'not_found',
  'member.not_found',
  'member.is_yourself',
] as const;
const removed = z.object({
  removedSites: z.number().int(),
  revokedInvitations: z.number().int(),
  revokedApiKeys: z.number().int(),
  correlationId: z.string(),
});

export const accountMemberRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .patch(
      '/api/v1/accounts/:account/members/:user',
      describe({
        tags,
        summary: 'Change an account role',
        description: 'Admin, member or viewer; the owner moves by a transfer only [R1, R9].',
        operationId: 'changeAccountRole',
        success: { 200: { description: 'Their record in the account', schema: accountRecordSchema } },
        refusals: [...refused, 'role.not_manageable', 'role.not_grantable'],
      }),
      auth.account,
      validate('param', inAccount),
      validate('json', accountRoleChange),
      async (c) => {
        const { command, person, account } = c.var;
        const { role } = c.req.valid('json');
        return c.json(
          await changeAccountRole(deps, command, person, account, c.req.valid('param').user, role),
          200,
        );
      },
    )
    .get(
      '/api/v1/accounts/:account/members/:user/removal',
      describe({
        tags,
        summary: 'Preview a removal from the account',
        operationId: 'previewAccountRemoval',
        success: { 200: { description: 'What would end', schema: removalPreviewSchema } },
        refusals: [...refused, 'account.last_owner'],
      }),
      auth.account,
      validate('param', inAccount),
      async (c) =>
        c.json(
          await previewAccountRemoval(deps, c.var.person, c.var.account, c.req.valid('param').user),
          200,
        ),
    )
    .delete(
      '/api/v1/accounts/:account/members/:user',
      describe({
        tags,
        summary: 'Remove from the account',
        description:
          'Their record, every site, invitations to them and by them, in one transaction [R31]. `adoptInvitations` keeps those that they sent, in your name [R23].',
        operationId: 'removeFromAccount',
        success: { 200: { description: 'What ended', schema: removed } },
        refusals: [...refused, 'account.last_owner'],
      }),
      auth.account,
      validate('param', inAccount),
      validate('json', accountRemovalBody),
      async (c) => {
        const { command, person, account } = c.var;
        const ended = await removeFromAccount(
          deps,
          command,
          person,
          account,
          c.req.valid('param').user,
          c.req.valid('json'),
        );
        const { removedSites, revokedInvitations, revokedApiKeys, correlationId } = ended;
        return c.json({ removedSites, revokedInvitations, revokedApiKeys, correlationId }, 200);
      },
    )
    .post(
      '/api/v1/accounts/:account/members/:user/restore',
      describe({
        tags,
        summary: 'Undo a removal from the account',
        description: 'Within 90 days; the account role and every site that still exists come back [R33].',
        operationId: 'restoreToAccount',
        success: { 200: { description: 'Their record in the account', schema: accountRestoredSchema } },
        refusals: [
          ...refused,
          'role.not_grantable',
          'member.already_active',
          'member.not_restorable',
          'seat.limit_reached',
        ],
      }),
      auth.account,
      validate('param', inAccount),
      validate('json', nothing),
      async (c) => {
        const { command, person, account } = c.var;
        return c.json(await restoreToAccount(deps, command, person, account, c.req.valid('param').user), 200);
      },
    )
    .post(
      '/api/v1/accounts/:account/members/:user/sites',
      describe({
        tags,
        summary: 'Assign to sites',
        description:
          'Roles on further sites for somebody of the account, at once, all or nothing [R35]. A refusal names the site.',
        operationId: 'assignToSites',
        success: { 201: { description: 'The sites', schema: assignedSchema } },
        refusals: [
          'auth.required',
          'permission.denied',
          'not_found',
          'member.not_found',
          'role.not_grantable',
          'member.already_active',
        ],
      }),
      auth.account,
      validate('param', inAccount),
      validate('json', assignmentsBody),
      async (c) => {
        const { command, person, account } = c.var;
        const { assignments } = c.req.valid('json');
        const items = await assignToSites(
          deps,
          command,
          person,
          account,
          c.req.valid('param').user,
          assignments,
        );
        return c.json(assignedView(items), 201);
      },
    )
    .post(
      '/api/v1/accounts/:account/leave',
      describe({
        tags,
        summary: 'Leave an account',
        operationId: 'leaveAccount',
        success: { 204: { description: 'Left' } },
        refusals: ['auth.required', 'not_found', 'account.last_owner'],
      }),
      auth.leavingAccount,
      validate('json', nothing),
      async (c) => {
        await leaveAccount(deps, c.var.command, c.var.person, c.var.account);
        return c.body(null, 204);
      },
    );
