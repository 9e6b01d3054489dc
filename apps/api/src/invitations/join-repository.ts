import { fail, isCurrent } from '@keyholder/domain';
import type { WriteTx } from '@keyholder/db';
import { newId } from '@keyholder/db';
import { accountMember, credential, siteMember, user } from '@keyholder/db/schema';
import type {
  AccountId,
  AccountRole,
  EmailAddress,
  Invitation,
  SiteId,
  SiteRole,
  UserId,
} from '@keyholder/domain';
import { and, eq, sql } from 'drizzle-orm';

/** A person about to exist. */
export interface NewPerson {
  readonly userId: UserId;
  readonly name: string;
  readonly passwordHash: string;
}

/**
 * Creates the invited person. An unverified sign-up on the address had no right to it: it goes with its credentials,
 * second factors and sessions [R21].
 */
export async function replaceUnverified(
  tx: WriteTx,
  email: EmailAddress,
  person: NewPerson,
  now: Date,
): Promise<void> {
  await tx.delete(user).where(and(eq(user.email, email), eq(user.emailVerified, false)));
  const created = await tx
    .insert(user)
    .values({
      id: person.userId,
      name: person.name,
      email,
      emailVerified: true,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing({ target: user.email })
    .returning({ id: user.id });
  // No account's lock covers people: the address may have been taken through an invitation of another account just now.
  if (created.length === 0) fail('invitation.sign_in_required');
  await tx.insert(credential).values({
    id: newId(),
    providerId: 'credential',
    providerAccountId: person.userId,
    userId: person.userId,
    password: person.passwordHash,
    createdAt: now,
    updatedAt: now,
  });
}

/** Adds the account record unless there is one: an existing role is never changed [R22]. Answers whether it was added. */
export async function joinAccount(
  tx: WriteTx,
  accountId: AccountId,
  userId: UserId,
  role: AccountRole,
  now: Date,
): Promise<boolean> {
  const added = await tx
    .insert(accountMember)
    .values({ accountId, userId, role, joinedAt: now, lastActiveAt: now })
    .onConflictDoNothing()
    .returning({ userId: accountMember.userId });
  return added.length > 0;
}

/** Adds the site member unless they are on the site; one whose access had ended starts anew. Answers whether they joined. */
export async function joinSite(
  tx: WriteTx,
  invitation: Invitation,
  siteId: SiteId,
  userId: UserId,
  now: Date,
): Promise<boolean> {
  const fresh = {
    role: invitation.role as SiteRole,
    joinedAt: now,
    lastActiveAt: now,
    accessUntil: null,
    source: 'invited' as const,
    sourceBy: invitation.invitedBy,
    changedAt: now,
    changedBy: userId,
  };
  const here = and(eq(siteMember.siteId, siteId), eq(siteMember.userId, userId));
  const [present] = await tx
    .select({ accessUntil: siteMember.accessUntil })
    .from(siteMember)
    .where(here)
    .for('update');
  if (!present) {
    await tx.insert(siteMember).values({ accountId: invitation.accountId, siteId, userId, ...fresh });
    return true;
  }
  if (isCurrent(present.accessUntil, now)) return false;
  await tx
    .update(siteMember)
    .set({ ...fresh, version: sql`${siteMember.version} + 1` })
    .where(here);
  return true;
}
