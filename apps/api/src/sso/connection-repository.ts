import type { Transaction, WriteTx } from '@keyholder/db';
import { announce } from '@keyholder/db';
import { session, ssoConnection, ssoDomain, ssoIdentity, ssoSession } from '@keyholder/db/schema';
import type { AccountId, SsoConnectionId } from '@keyholder/domain';
import { and, asc, count, eq, inArray, isNotNull, ne } from 'drizzle-orm';

export interface StoredConnection {
  readonly id: SsoConnectionId;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly enforced: boolean;
  readonly createdAt: Date;
}

export interface StoredDomain {
  readonly connectionId: SsoConnectionId;
  readonly domain: string;
  readonly verifiedAt: Date | null;
}

const columns = {
  id: ssoConnection.id,
  name: ssoConnection.name,
  issuer: ssoConnection.issuer,
  clientId: ssoConnection.clientId,
  enforced: ssoConnection.enforced,
  createdAt: ssoConnection.createdAt,
};
const here = (accountId: AccountId, id: SsoConnectionId) =>
  and(eq(ssoConnection.accountId, accountId), eq(ssoConnection.id, id));

export const listConnections = (tx: Transaction, accountId: AccountId): Promise<StoredConnection[]> =>
  tx
    .select(columns)
    .from(ssoConnection)
    .where(eq(ssoConnection.accountId, accountId))
    .orderBy(asc(ssoConnection.createdAt), asc(ssoConnection.id));

export async function findConnection(
  tx: Transaction,
  accountId: AccountId,
  id: SsoConnectionId,
): Promise<StoredConnection | null> {
  const [found] = await tx.select(columns).from(ssoConnection).where(here(accountId, id));
  return found ?? null;
}

export const listDomains = (tx: Transaction, accountId: AccountId): Promise<StoredDomain[]> =>
  tx
    .select({
      connectionId: ssoDomain.connectionId,
      domain: ssoDomain.domain,
      verifiedAt: ssoDomain.verifiedAt,
    })
    .from(ssoDomain)
    .where(eq(ssoDomain.accountId, accountId))
    .orderBy(asc(ssoDomain.domain));

/** How many people come in through each connection. */
export async function countPeople(
  tx: Transaction,
  ids: readonly SsoConnectionId[],
): Promise<ReadonlyMap<SsoConnectionId, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: ssoIdentity.connectionId, people: count() })
    .from(ssoIdentity)
    .where(inArray(ssoIdentity.connectionId, [...ids]))
    .groupBy(ssoIdentity.connectionId);
  return new Map(rows.map(({ id, people }) => [id, people]));
}

/** Whether another account has proven the domain. */
export async function isProvenElsewhere(
  tx: Transaction,
  accountId: AccountId,
  domain: string,
): Promise<boolean> {
  const found = await tx
    .select({ domain: ssoDomain.domain })
    .from(ssoDomain)
    .where(
      and(eq(ssoDomain.domain, domain), isNotNull(ssoDomain.verifiedAt), ne(ssoDomain.accountId, accountId)),
    );
  return found.length > 0;
}

export async function saveNewConnection(
  tx: WriteTx,
  row: StoredConnection & { readonly accountId: AccountId; readonly clientSecret: Buffer },
): Promise<void> {
  await tx.insert(ssoConnection).values(row);
}

export async function saveConnection(
  tx: WriteTx,
  accountId: AccountId,
  id: SsoConnectionId,
  change: Partial<Pick<StoredConnection, 'name' | 'clientId' | 'enforced'>> & {
    readonly clientSecret?: Buffer;
  },
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await tx.update(ssoConnection).set(change).where(here(accountId, id));
}

/** Takes a connection away with its domains and identities, and ends the sessions that it vouched for. */
export async function deleteConnection(
  tx: WriteTx,
  accountId: AccountId,
  id: SsoConnectionId,
): Promise<void> {
  const vouched = tx
    .select({ id: ssoSession.sessionId })
    .from(ssoSession)
    .where(eq(ssoSession.connectionId, id));
  const ended = await tx.delete(session).where(inArray(session.id, vouched)).returning({ id: session.id });
  await tx.delete(ssoConnection).where(here(accountId, id));
  await announce(
    tx,
    null,
    ended.map((one) => ({ event: 'session.ended' as const, id: one.id })),
  );
}

export async function saveDomain(
  tx: WriteTx,
  row: { readonly accountId: AccountId; readonly connectionId: SsoConnectionId; readonly domain: string },
  createdAt: Date,
): Promise<void> {
  await tx.insert(ssoDomain).values({ ...row, createdAt, verifiedAt: null });
}

export async function saveProof(
  tx: WriteTx,
  accountId: AccountId,
  domain: string,
  verifiedAt: Date,
): Promise<void> {
  await tx
    .update(ssoDomain)
    .set({ verifiedAt })
    .where(and(eq(ssoDomain.accountId, accountId), eq(ssoDomain.domain, domain)));
}

export async function deleteDomain(tx: WriteTx, accountId: AccountId, domain: string): Promise<void> {
  await tx.delete(ssoDomain).where(and(eq(ssoDomain.accountId, accountId), eq(ssoDomain.domain, domain)));
}
