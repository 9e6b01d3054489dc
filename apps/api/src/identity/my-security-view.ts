import { z } from 'zod';

export const mySecuritySchema = z
  .object({
    /** False for whoever only signs in through an identity provider. */
    hasPassword: z.boolean(),
    secondFactor: z.object({ enabledAt: z.string(), recoveryCodesLeft: z.number().int() }).nullable(),
  })
  .meta({ ref: 'MySecurity' });
export type MySecurity = z.infer<typeof mySecuritySchema>;

export const mySessionSchema = z
  .object({
    id: z.string(),
    /** The one that asks. */
    current: z.boolean(),
    startedAt: z.string(),
    expiresAt: z.string(),
    ip: z.string().nullable(),
    userAgent: z.string().nullable(),
  })
  .meta({ ref: 'MySession' });
export type MySession = z.infer<typeof mySessionSchema>;

export const endedSessionsSchema = z.object({ ended: z.number().int() }).meta({ ref: 'EndedSessions' });
