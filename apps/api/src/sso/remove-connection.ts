import type { CommandContext } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { SsoConnectionId } from '@keyholder/domain';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { countPeople, deleteConnection, findConnection } from './connection-repository.ts';
import type { SsoSettingsDeps } from './read-connections.ts';
import { requireSettings } from './settings-authority.ts';

/** Takes an identity provider away: its people sign in with a password from now on, and have to set one if they have none. */
export function removeConnection(
  deps: SsoSettingsDeps,
  command: CommandContext,
  person: PersonAccess,
  account: AccountAccess,
  id: SsoConnectionId,
): Promise<null> {
  return deps.write(command, account.id, async (tx, { now }) => {
    await requireSettings(tx, account.id, person, now);
    const { name, issuer, enforced } = (await findConnection(tx, account.id, id)) ?? fail('not_found');
    const people = (await countPeople(tx, [id])).get(id) ?? 0;
    await deleteConnection(tx, account.id, id);
    return {
      result: null,
      events: [
        {
          action: 'sso.connection_deleted',
          target: { kind: 'account', id: account.id },
          before: { connection: id, name, issuer, enforced, people },
        },
      ],
      signals: [{ event: 'account.changed', id: account.id }],
    };
  });
}
