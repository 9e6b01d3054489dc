import { z } from 'zod';

/** One domain of a connection: proven, or with the record that proves it. */
const domainSchema = z.object({
  domain: z.string(),
  verifiedAt: z.string().nullable(),
  record: z.object({ type: z.literal('TXT'), name: z.string(), value: z.string() }),
});

export const connectionSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    issuer: z.string(),
    clientId: z.string(),
    enforced: z.boolean(),
    createdAt: z.string(),
    /** What is registered at the provider. */
    redirectUri: z.string(),
    domains: z.array(domainSchema),
    people: z.number().int(),
  })
  .meta({ ref: 'SsoConnection' });

export type ConnectionView = z.infer<typeof connectionSchema>;
