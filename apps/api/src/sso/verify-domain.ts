import type { CommandContext } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { SsoConnectionId } from '@keyholder/domain';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { findConnection, isProvenElsewhere, listDomains, saveProof } from './connection-repository.ts';
import type { ConnectionView } from './connection-view.ts';
import { domainRecord } from './domain-record.ts';
import { endPasswordSessions } from './enforcement-repository.ts';
import { viewConnection } from './read-connections.ts';
import type { SsoSettingsDeps } from './read-connections.ts';
import { requireSettings } from './settings-authority.ts';

/** Looks the record up and keeps that the account has proven the domain: from here on its provider speaks for it. */
export async function verifyDomain(
  deps: SsoSettingsDeps,
  command: CommandContext,
  person: PersonAccess,
  account: AccountAccess,
  id: SsoConnectionId,
  domain: string,
): Promise<ConnectionView> {
  const claimed = () =>
    deps.database.transaction(async (tx) => {
      await requireSettings(tx, account.id, person, await deps.database.now(tx));
      const domains = await listDomains(tx, account.id);
      return domains.some((one) => one.connectionId === id && one.domain === domain);
    });
  if (!(await claimed())) fail('not_found');
  await deps.limits.take('sso.settings', account.id);
  const { name, value } = domainRecord(deps.keys.ssoDomains, account.id, domain);
  // No answer, no record and another record are the same to the one who waits for it.
  const found = await deps.resolveTxt(name).catch(() => []);
  if (!found.some((parts) => parts.join('') === value)) fail('sso.domain_not_proven');
  return deps.write(command, account.id, async (tx, { now }) => {
    await requireSettings(tx, account.id, person, now);
    const present = (await listDomains(tx, account.id)).find((one) => one.domain === domain);
    if (present?.connectionId !== id) return fail('not_found');
    if (await isProvenElsewhere(tx, account.id, domain)) fail('sso.domain_taken');
    if (present.verifiedAt !== null)
      return { unchanged: true, result: await viewConnection(tx, deps, account.id, id) };
    await saveProof(tx, account.id, domain, now);
    const connection = await findConnection(tx, account.id, id);
    if (connection?.enforced) await endPasswordSessions(tx, account.id, id, person.sessionId);
    return {
      result: await viewConnection(tx, deps, account.id, id),
      events: [
        {
          action: 'sso.domain_verified',
          target: { kind: 'account', id: account.id },
          before: { domain, verified: false },
          after: { connection: id, domain, verified: true },
        },
      ],
      signals: [{ event: 'account.changed', id: account.id }],
    };
  });
}
