import { newId } from '@keyholder/db';
import type { CommandContext } from '@keyholder/db';
import { API_KEY_MS, decideKeyCreation, fail, must } from '@keyholder/domain';
import type { ApiKeyId, KeyPermission } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { PersonAccess, SiteAccess } from '../http/access.ts';
import { hashOfSecret, newKeyText, writeKey } from '../http/api-key-text.ts';
import { readStandings } from '../roster/standings.ts';
import { saveKey } from './api-key-repository.ts';
import type { ApiKey } from './api-key-repository.ts';
import { apiKeyView } from './api-key-view.ts';
import type { NewApiKeyView } from './api-key-view.ts';

export interface NewApiKey {
  readonly name: string;
  readonly permissions: readonly KeyPermission[];
  readonly expiresAt?: Date | undefined;
}

/** Makes a key for one site, no stronger than the person who makes it; the answer is the one time that it is shown [R44]. */
export function createApiKey(
  deps: Pick<Deps, 'write' | 'newNonce'>,
  command: CommandContext,
  by: PersonAccess,
  site: SiteAccess,
  asked: NewApiKey,
): Promise<NewApiKeyView> {
  const scope = { accountId: site.account.id, siteId: site.id };
  const text = newKeyText(deps.newNonce(), deps.newNonce());
  return deps.write(command, scope.accountId, async (tx, { now }) => {
    const maker = (await readStandings(tx, scope.accountId, scope.siteId, [by.userId], now))(by.userId);

    const { carried } = must(decideKeyCreation(maker, asked.permissions));
    const expiresAt = asked.expiresAt ?? new Date(now.getTime() + API_KEY_MS);
    if (expiresAt <= now)
      fail('validation.failed', { fields: { expiresAt: 'Choose a time in the future.' } });

    const key: ApiKey = {
      ...{ id: newId<ApiKeyId>(), name: asked.name, prefix: text.prefix, permissions: carried },
      ...{ madeBy: { id: by.userId, name: by.name }, createdAt: now, expiresAt },
      ...{ lastUsedAt: null, revokedAt: null, revokedBy: null, ending: null },
    };
    await saveKey(tx, scope, key, hashOfSecret(text.secret));

    const { name, prefix } = key;
    return {
      result: { ...apiKeyView(key, maker.siteRole, by.userId, now), key: writeKey(text) },
      events: [
        {
          action: 'api_key.created',
          target: { kind: 'api_key', id: key.id },
          siteId: scope.siteId,
          userId: by.userId,
          after: { name, prefix, permissions: carried, expiresAt: expiresAt.toISOString() },
        },
      ],
      signals: [{ event: 'api_key.created', id: key.id, siteId: scope.siteId }],
    };
  });
}
