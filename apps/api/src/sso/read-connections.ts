import type { Transaction } from '@keyholder/db';
import { accountRoleGrants, fail } from '@keyholder/domain';
import type { AccountId, SsoConnectionId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess } from '../http/access.ts';
import { countPeople, listConnections, listDomains } from './connection-repository.ts';
import type { ConnectionView } from './connection-view.ts';
import { domainRecord } from './domain-record.ts';

export type SsoSettingsDeps = Pick<
  Deps,
  'database' | 'write' | 'identity' | 'keys' | 'limits' | 'resolveTxt'
>;

/** The account's connections, with what is to be set in the DNS of their domains. Client secrets are never shown. */
export function readConnections(
  deps: SsoSettingsDeps,
  account: AccountAccess,
): Promise<readonly ConnectionView[]> {
  if (!accountRoleGrants(account.role, 'account.settings')) fail('permission.denied');
  return deps.database.transaction((tx) => viewConnections(tx, deps, account.id));
}

export async function viewConnections(
  tx: Transaction,
  { identity, keys }: Pick<SsoSettingsDeps, 'identity' | 'keys'>,
  accountId: AccountId,
): Promise<readonly ConnectionView[]> {
  const connections = await listConnections(tx, accountId);
  const domains = await listDomains(tx, accountId);
  const people = await countPeople(
    tx,
    connections.map(({ id }) => id),
  );
  return connections.map(({ id, name, issuer, clientId, enforced, createdAt }) => ({
    ...{ id, name, issuer, clientId, enforced },
    createdAt: createdAt.toISOString(),
    redirectUri: identity.sso.redirectUri,
    domains: domains
      .filter(({ connectionId }) => connectionId === id)
      .map(({ domain, verifiedAt }) => ({
        domain,
        verifiedAt: verifiedAt?.toISOString() ?? null,
        record: domainRecord(keys.ssoDomains, accountId, domain),
      })),
    people: people.get(id) ?? 0,
  }));
}

/** What a command answers: the connection as it is now. */
export async function viewConnection(
  tx: Transaction,
  deps: Pick<SsoSettingsDeps, 'identity' | 'keys'>,
  accountId: AccountId,
  id: SsoConnectionId,
): Promise<ConnectionView> {
  const all = await viewConnections(tx, deps, accountId);
  return all.find((one) => one.id === id) ?? fail('not_found');
}
