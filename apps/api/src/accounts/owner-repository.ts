import type { WriteTx } from '@keyholder/db';
import { newId } from '@keyholder/db';
import { credential, user } from '@keyholder/db/schema';
import type { EmailAddress, UserId } from '@keyholder/domain';
import { and, eq } from 'drizzle-orm';

export interface NewOwner {
  readonly userId: UserId;
  readonly name: string;
  readonly email: EmailAddress;
  /** Null: they choose a password by a mailed link. */
  readonly passwordHash: string | null;
}

/** Makes a verified person; false when somebody has the address. A sign-up that was never verified has no right to it. */
export async function saveOwner(tx: WriteTx, owner: NewOwner, now: Date): Promise<boolean> {
  const { userId, name, email, passwordHash } = owner;
  await tx.delete(user).where(and(eq(user.email, email), eq(user.emailVerified, false)));
  const created = await tx
    .insert(user)
    .values({ id: userId, name, email, emailVerified: true, createdAt: now, updatedAt: now })
    .onConflictDoNothing({ target: user.email })
    .returning({ id: user.id });
  if (created.length === 0) return false;
  if (passwordHash !== null)
    await tx.insert(credential).values({
      ...{ id: newId(), providerId: 'credential', providerAccountId: userId, userId, password: passwordHash },
      ...{ createdAt: now, updatedAt: now },
    });
  return true;
}
