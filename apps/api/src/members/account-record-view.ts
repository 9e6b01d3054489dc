import { ACCOUNT_ROLES } from '@keyholder/domain';
import type { AccountRole, UserId } from '@keyholder/domain';
import { z } from 'zod';

/** A person's record in the account, as the commands that change it answer. */
export const accountRecordSchema = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    role: z.enum(ACCOUNT_ROLES),
    joinedAt: z.string(),
    lastActiveAt: z.string().nullable(),
  })
  .meta({ ref: 'AccountRecord' });
export type AccountRecordView = z.infer<typeof accountRecordSchema>;

/** The answer to a restoration: the record, and how many sites came back with it. */
export const accountRestoredSchema = accountRecordSchema
  .extend({ restoredSites: z.number().int(), correlationId: z.string() })
  .meta({ ref: 'AccountRestored' });

export interface AccountRecordFacts {
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly role: AccountRole;
  readonly joinedAt: Date;
  readonly lastActiveAt: Date | null;
}

export const accountRecordView = (member: AccountRecordFacts): AccountRecordView => ({
  user: { id: member.userId, name: member.name, email: member.email },
  role: member.role,
  joinedAt: member.joinedAt.toISOString(),
  lastActiveAt: member.lastActiveAt?.toISOString() ?? null,
});
