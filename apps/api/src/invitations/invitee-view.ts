import { z } from 'zod';

/** http-api.md, Invitations, lookup. */
export const linkSchema = z
  .object({
    state: z.enum(['open', 'expired', 'superseded', 'revoked', 'declined', 'accepted']),
    scope: z.enum(['site', 'account']),
    account: z.object({ name: z.string() }),
    site: z.object({ name: z.string() }).optional(),
    role: z.string(),
    roleLabel: z.string(),
    email: z.string(),
    invitedBy: z.object({ name: z.string() }),
    note: z.string().nullable(),
    expiresAt: z.string(),
    person: z.enum(['new', 'existing']),
    signedIn: z.enum(['no', 'same', 'other']),
    sso: z.enum(['none', 'offered', 'required']),
  })
  .meta({ ref: 'InvitationLink' });

const place = z.object({ id: z.string(), slug: z.string(), name: z.string() });

/** http-api.md, Invitations, accept. */
export const acceptedSchema = z
  .object({
    status: z.enum(['accepted', 'already_accepted']),
    redirectTo: z.string(),
    site: place.optional(),
    account: place,
  })
  .meta({ ref: 'Accepted' });
