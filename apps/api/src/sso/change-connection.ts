import type { CommandContext, NewAuditEvent } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { SsoConnectionId } from '@keyholder/domain';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { findConnection, listDomains, saveConnection } from './connection-repository.ts';
import type { ConnectionView } from './connection-view.ts';
import { endPasswordSessions } from './enforcement-repository.ts';
import { viewConnection } from './read-connections.ts';
import type { SsoSettingsDeps } from './read-connections.ts';
import { requireSettings } from './settings-authority.ts';

export interface ConnectionChange {
  readonly name?: string | undefined;
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  readonly enforced?: boolean | undefined;
}

/**
 * Changes how an identity provider is asked, or whether its domains take passwords. Its issuer stays: another one would
 * speak for the people of the first.
 */
export function changeConnection(
  deps: SsoSettingsDeps,
  command: CommandContext,
  person: PersonAccess,
  account: AccountAccess,
  id: SsoConnectionId,
  change: ConnectionChange,
): Promise<ConnectionView> {
  return deps.write(command, account.id, async (tx, { now }) => {
    await requireSettings(tx, account.id, person, now);
    const from = (await findConnection(tx, account.id, id)) ?? fail('not_found');
    const { clientSecret } = change;
    const to = {
      name: change.name ?? from.name,
      clientId: change.clientId ?? from.clientId,
      enforced: change.enforced ?? from.enforced,
    };
    if (to.enforced && !from.enforced) {
      const domains = await listDomains(tx, account.id);
      if (!domains.some((one) => one.connectionId === id && one.verifiedAt !== null))
        fail('validation.failed', { fields: { enforced: 'Prove a domain first.' } });
    }

    const target = { kind: 'account', id: account.id } as const;
    const events: NewAuditEvent[] = [];
    if (to.name !== from.name || to.clientId !== from.clientId || clientSecret !== undefined)
      events.push({
        action: 'sso.connection_changed',
        target,
        before: { connection: id, name: from.name, clientId: from.clientId },
        after: {
          ...{ connection: id, name: to.name, clientId: to.clientId },
          ...(clientSecret === undefined ? {} : { newSecret: true }),
        },
      });
    if (to.enforced !== from.enforced)
      events.push({
        action: 'sso.enforced',
        target,
        before: { connection: id, name: from.name, enforced: from.enforced },
        after: { connection: id, name: to.name, enforced: to.enforced },
      });
    const [first, ...more] = events;
    if (!first) return { unchanged: true, result: await viewConnection(tx, deps, account.id, id) };
    await saveConnection(tx, account.id, id, {
      ...to,
      ...(clientSecret === undefined
        ? {}
        : { clientSecret: deps.identity.sso.secrets.seal(id, clientSecret) }),
    });
    if (to.enforced && !from.enforced) await endPasswordSessions(tx, account.id, id, person.sessionId);
    return {
      result: await viewConnection(tx, deps, account.id, id),
      events: [first, ...more],
      signals: [{ event: 'account.changed', id: account.id }],
    };
  });
}
