import type { CommandContext } from '@keyholder/db';
import { newId } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { SsoConnectionId } from '@keyholder/domain';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { saveNewConnection } from './connection-repository.ts';
import type { ConnectionView } from './connection-view.ts';
import { viewConnection } from './read-connections.ts';
import type { SsoSettingsDeps } from './read-connections.ts';
import { requireSettings } from './settings-authority.ts';
import { tryIssuer } from './try-issuer.ts';

export interface NewConnection {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Adds an identity provider to the account. It signs nobody in before a domain is proven. */
export async function createConnection(
  deps: SsoSettingsDeps,
  command: CommandContext,
  person: PersonAccess,
  account: AccountAccess,
  { clientSecret, ...facts }: NewConnection,
): Promise<ConnectionView> {
  // Judged once before the provider is asked: no request leaves for somebody who may not set this up.
  await deps.database.transaction(async (tx) =>
    requireSettings(tx, account.id, person, await deps.database.now(tx)),
  );
  const fault = await tryIssuer(deps, account.id, facts.issuer);
  if (fault !== null) fail('validation.failed', { fields: { issuer: fault } });
  return deps.write(command, account.id, async (tx, { now }) => {
    await requireSettings(tx, account.id, person, now);
    const id = newId<SsoConnectionId>();
    await saveNewConnection(tx, {
      ...{ id, accountId: account.id, ...facts, enforced: false, createdAt: now },
      clientSecret: deps.identity.sso.secrets.seal(id, clientSecret),
    });
    return {
      result: await viewConnection(tx, deps, account.id, id),
      events: [
        {
          action: 'sso.connection_created',
          target: { kind: 'account', id: account.id },
          after: { connection: id, ...facts },
        },
      ],
      signals: [{ event: 'account.changed', id: account.id }],
    };
  });
}
