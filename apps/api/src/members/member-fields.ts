import { isId } from '@keyholder/domain';
import type { UserId } from '@keyholder/domain';
import { z } from 'zod';
import { accountRoleField, instantField, noteField, siteIdField, siteRoleField } from '../http/fields.ts';

/** Nobody has it: a path that holds no id is judged like one of somebody who is not there. */
const NOBODY = '00000000-0000-0000-0000-000000000000' as UserId;
const userInPath = z.string().transform((text) => (isId(text) ? (text as UserId) : NOBODY));

export const onSite = z.object({ site: z.string(), user: userInPath });
export const inAccount = z.object({ account: z.string(), user: userInPath });

/** For commands that need no body; one that holds anything is refused. */
export const nothing = z.strictObject({});
const reason = noteField.nullish().transform((text) => text || null);
export const siteRemovalBody = z.strictObject({ reason });
export const accountRemovalBody = z.strictObject({ adoptInvitations: z.boolean().default(false), reason });

export const siteMemberChange = z
  .strictObject({ role: siteRoleField.optional(), accessUntil: instantField.nullable().optional() })
  .refine(
    (change) => change.role !== undefined || change.accessUntil !== undefined,
    'Name what should change.',
  );
export const accountRoleChange = z.strictObject({ role: accountRoleField });

/** More would not fit one look, nor one mail. */
const MOST_SITES = 200;
const assignment = z.strictObject({
  siteId: siteIdField,
  role: siteRoleField,
  accessUntil: instantField.nullish().transform((until) => until ?? null),
});
export const assignmentsBody = z.strictObject({
  assignments: z
    .array(assignment, 'List the sites.')
    .min(1, 'Choose at least one site.')
    .max(MOST_SITES, `Choose at most ${MOST_SITES} sites.`)
    .refine((list) => new Set(list.map((one) => one.siteId)).size === list.length, 'Name each site once.'),
});
