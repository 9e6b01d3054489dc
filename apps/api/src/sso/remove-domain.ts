import type { CommandContext } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { SsoConnectionId } from '@keyholder/domain';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { deleteDomain, listDomains } from './connection-repository.ts';
import type { ConnectionView } from './connection-view.ts';
import { viewConnection } from './read-connections.ts';
import type { SsoSettingsDeps } from './read-connections.ts';
import { requireSettings } from './settings-authority.ts';

/** Gives a domain up: the provider no longer speaks for its addresses, and another account may prove it. */
export function removeDomain(
  deps: SsoSettingsDeps,
  command: CommandContext,
  person: PersonAccess,
  account: AccountAccess,
  id: SsoConnectionId,
  domain: string,
): Promise<ConnectionView> {
  return deps.write(command, account.id, async (tx, { now }) => {
    await requireSettings(tx, account.id, person, now);
    const present = (await listDomains(tx, account.id)).find((one) => one.domain === domain);
    if (present?.connectionId !== id) return fail('not_found');
    await deleteDomain(tx, account.id, domain);
    return {
      result: await viewConnection(tx, deps, account.id, id),
      events: [
        {
          action: 'sso.domain_removed',
          target: { kind: 'account', id: account.id },
          before: { connection: id, domain, verified: present.verifiedAt !== null },
        },
      ],
      signals: [{ event: 'account.changed', id: account.id }],
    };
  });
}
