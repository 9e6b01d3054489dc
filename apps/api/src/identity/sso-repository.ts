import type { Database, Transaction } from '@keyholder/db';
import { newId } from '@keyholder/db';
import { accountMember, invitation, ssoConnection, ssoDomain, ssoIdentity, user } from '@keyholder/db/schema';
import { NEW_OWNER_ROLE, domainOf } from '@keyholder/domain';
import type {
  AccountId,
  EmailAddress,
  InvitationId,
  SsoConnectionId,
  SsoOffer,
  UserId,
} from '@keyholder/domain';
import { and, eq, gt, isNotNull } from 'drizzle-orm';

type Orm = Database['orm'] | Transaction;

/** A connection as signing in needs it. */
export interface Connection {
  readonly id: SsoConnectionId;
  readonly accountId: AccountId;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: Buffer;
  readonly enforced: boolean;
}

const columns = {
  id: ssoConnection.id,
  accountId: ssoConnection.accountId,
  issuer: ssoConnection.issuer,
  clientId: ssoConnection.clientId,
  clientSecret: ssoConnection.clientSecret,
  enforced: ssoConnection.enforced,
};

/** The connection that has proven the domain of an address. */
export async function findConnection(db: Orm, email: EmailAddress): Promise<Connection | null> {
  const [found] = await db
    .select(columns)
    .from(ssoDomain)
    .innerJoin(ssoConnection, eq(ssoConnection.id, ssoDomain.connectionId))
    .where(and(eq(ssoDomain.domain, domainOf(email)), isNotNull(ssoDomain.verifiedAt)));
  return found ?? null;
}

export async function readConnection(db: Orm, id: SsoConnectionId): Promise<Connection | null> {
  const [found] = await db.select(columns).from(ssoConnection).where(eq(ssoConnection.id, id));
  return found ?? null;
}

const offerOf = (connection: Pick<Connection, 'enforced'> | null): SsoOffer =>
  connection === null ? 'none' : connection.enforced ? 'required' : 'offered';

/** What the domain of an address is offered anywhere. */
export const readOffer = async (db: Orm, email: EmailAddress): Promise<SsoOffer> =>
  offerOf(await findConnection(db, email));

/** What one account offers to an address: connections of others are none of its business. */
export async function readOfferOf(db: Orm, accountId: AccountId, email: EmailAddress): Promise<SsoOffer> {
  const found = await findConnection(db, email);
  return offerOf(found?.accountId === accountId ? found : null);
}

export async function readProvenDomains(db: Orm, connectionId: SsoConnectionId): Promise<string[]> {
  const rows = await db
    .select({ domain: ssoDomain.domain })
    .from(ssoDomain)
    .where(and(eq(ssoDomain.connectionId, connectionId), isNotNull(ssoDomain.verifiedAt)));
  return rows.map(({ domain }) => domain);
}

export interface IdentityKey {
  readonly connectionId: SsoConnectionId;
  readonly issuer: string;
  readonly subject: string;
}

/** Whose identity this is. */
export async function findByIdentity(
  db: Orm,
  { connectionId, issuer, subject }: IdentityKey,
): Promise<{ readonly userId: UserId; readonly email: EmailAddress } | null> {
  const [found] = await db
    .select({ userId: user.id, email: user.email })
    .from(ssoIdentity)
    .innerJoin(user, eq(user.id, ssoIdentity.userId))
    .where(
      and(
        eq(ssoIdentity.connectionId, connectionId),
        eq(ssoIdentity.issuer, issuer),
        eq(ssoIdentity.subject, subject),
      ),
    );
  return found ?? null;
}

/** The verified person with this address, and whether they are somebody at this connection already. */
export async function findHolder(
  db: Orm,
  connectionId: SsoConnectionId,
  email: EmailAddress,
): Promise<{ readonly userId: UserId; readonly bound: boolean } | null> {
  const [found] = await db
    .select({ userId: user.id, subject: ssoIdentity.subject })
    .from(user)
    .leftJoin(ssoIdentity, and(eq(ssoIdentity.userId, user.id), eq(ssoIdentity.connectionId, connectionId)))
    .where(and(eq(user.email, email), eq(user.emailVerified, true)));
  return found ? { userId: found.userId, bound: found.subject !== null } : null;
}

/** The address of an open invitation of this account. */
export async function readInvited(
  db: Orm,
  id: InvitationId,
  accountId: AccountId,
  now: Date,
): Promise<EmailAddress | null> {
  const [found] = await db
    .select({ email: invitation.email })
    .from(invitation)
    .where(
      and(
        eq(invitation.id, id),
        eq(invitation.accountId, accountId),
        eq(invitation.state, 'pending'),
        gt(invitation.expiresAt, now),
      ),
    );
  return found?.email ?? null;
}

/** Binds an identity to a person; false when either is bound otherwise by now. */
export async function saveIdentity(
  tx: Transaction,
  key: IdentityKey,
  userId: UserId,
  now: Date,
): Promise<boolean> {
  const added = await tx
    .insert(ssoIdentity)
    .values({ ...key, userId, linkedAt: now })
    .onConflictDoNothing()
    .returning({ userId: ssoIdentity.userId });
  return added.length > 0;
}

/** A verified person without a password; an unverified sign-up on the address had no right to it. Null when it is taken. */
export async function createPerson(
  tx: Transaction,
  email: EmailAddress,
  name: string,
  now: Date,
): Promise<UserId | null> {
  await tx.delete(user).where(and(eq(user.email, email), eq(user.emailVerified, false)));
  const [created] = await tx
    .insert(user)
    .values({ id: newId<UserId>(), name, email, emailVerified: true, createdAt: now, updatedAt: now })
    .onConflictDoNothing({ target: user.email })
    .returning({ id: user.id });
  return created?.id ?? null;
}

/** Whether somebody owns this account: they keep their password, so that its provider cannot lock it up. */
export async function ownsAccount(db: Orm, accountId: AccountId, userId: UserId): Promise<boolean> {
  const owned = await db
    .select({ id: accountMember.accountId })
    .from(accountMember)
    .where(
      and(
        eq(accountMember.accountId, accountId),
        eq(accountMember.userId, userId),
        eq(accountMember.role, NEW_OWNER_ROLE),
      ),
    );
  return owned.length > 0;
}

/** Whether somebody can come in through a connection at all. */
export async function hasIdentity(db: Orm, userId: UserId): Promise<boolean> {
  const found = await db
    .select({ userId: ssoIdentity.userId })
    .from(ssoIdentity)
    .where(eq(ssoIdentity.userId, userId))
    .limit(1);
  return found.length > 0;
}
