import { INVITATION_STATES } from '@keyholder/domain';
import { z } from 'zod';
import { listOf } from '../http/openapi.ts';

/** An invitation as every list and command answers it (http-api.md, Invitations). Never a link, token or nonce [R19]. */
export const invitationSchema = z
  .object({
    id: z.string(),
    scope: z.enum(['site', 'account']),
    site: z.object({ id: z.string(), name: z.string() }).optional(),
    account: z.object({ id: z.string(), name: z.string() }),
    email: z.string(),
    role: z.string(),
    note: z.string().nullable(),
    status: z.enum(INVITATION_STATES),
    expired: z.boolean(),
    sentAt: z.string(),
    expiresAt: z.string(),
    answeredAt: z.string().nullable(),
    declineReason: z.string().nullable(),
    sends: z.array(
      z.object({
        sentAt: z.string(),
        delivery: z.enum(['queued', 'sent', 'failed']),
        reason: z.string().optional(),
      }),
    ),
    invitedBy: z.object({ id: z.string(), name: z.string() }),
  })
  .meta({ ref: 'Invitation' });

export type InvitationView = z.infer<typeof invitationSchema>;
export const invitationListSchema = listOf(invitationSchema).meta({ ref: 'InvitationList' });

export const resendResultsSchema = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      email: z.string(),
      status: z.enum(['ok', 'refused']),
      code: z.string().optional(),
      invitation: invitationSchema.optional(),
    }),
  ),
});

export const batchResultsSchema = z
  .object({
    results: z.array(
      z.object({
        row: z.number().int(),
        status: z.enum(['ok', 'refused']),
        code: z.string().optional(),
        fields: z.record(z.string(), z.string()).optional(),
        invitation: invitationSchema.optional(),
      }),
    ),
  })
  .meta({ ref: 'BatchResults' });
