import { ACTOR_KINDS, AUDIT_ACTIONS } from '@keyholder/domain';
import { z } from 'zod';
import { accountMemberSchema } from './person-view.ts';
import { personKeySchema } from './read-person-keys.ts';

const facts = z.record(z.string(), z.unknown()).nullable();

export const timelineEntrySchema = z
  .object({
    id: z.string(),
    at: z.string(),
    action: z.enum(AUDIT_ACTIONS),
    actor: z.object({ kind: z.enum(ACTOR_KINDS), id: z.string().nullable(), name: z.string().nullable() }),
    site: z.object({ id: z.string(), name: z.string() }).optional(),
    before: facts,
    after: facts,
    reason: z.string().nullable(),
  })
  .meta({ ref: 'TimelineEntry' });
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

/** A person of the account with the keys they made and what happened to them, newest first. */
export const personSchema = accountMemberSchema
  .extend({ apiKeys: z.array(personKeySchema), timeline: z.array(timelineEntrySchema) })
  .meta({ ref: 'AccountMemberDetail' });
export type PersonView = z.infer<typeof personSchema>;
