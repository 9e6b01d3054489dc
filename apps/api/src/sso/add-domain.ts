import type { CommandContext } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { SsoConnectionId } from '@keyholder/domain';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { findConnection, isProvenElsewhere, listDomains, saveDomain } from './connection-repository.ts';
import type { ConnectionView } from './connection-view.ts';
import { viewConnection } from './read-connections.ts';
import type { SsoSettingsDeps } from './read-connections.ts';
import { requireSettings } from './settings-authority.ts';

/** Claims a domain for a connection and answers the record that proves it. A claim alone changes nothing for anybody. */
export function addDomain(
  deps: SsoSettingsDeps,
  command: CommandContext,
  person: PersonAccess,
  account: AccountAccess,
  id: SsoConnectionId,
  domain: string,
): Promise<ConnectionView> {
  return deps.write(command, account.id, async (tx, { now }) => {
    await requireSettings(tx, account.id, person, now);
    if (!(await findConnection(tx, account.id, id))) fail('not_found');
    if (await isProvenElsewhere(tx, account.id, domain)) fail('sso.domain_taken');
    const present = (await listDomains(tx, account.id)).find((one) => one.domain === domain);
    if (present && present.connectionId !== id)
      fail('validation.failed', {
        fields: { domain: 'Another connection of this account has this domain.' },
      });
    if (present) return { unchanged: true, result: await viewConnection(tx, deps, account.id, id) };
    await saveDomain(tx, { accountId: account.id, connectionId: id, domain }, now);
    return {
      result: await viewConnection(tx, deps, account.id, id),
      events: [
        {
          action: 'sso.domain_added',
          target: { kind: 'account', id: account.id },
          after: { connection: id, domain },
        },
      ],
      signals: [{ event: 'account.changed', id: account.id }],
    };
  });
}
