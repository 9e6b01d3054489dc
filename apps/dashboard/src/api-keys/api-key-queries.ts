import type { KeyPermission } from '@keyholder/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import { apiKeyWords as words } from '../messages/api-keys.ts';
import { pagedQuery, setOnly } from '../paged-list.tsx';
import { toast } from '../ui/toasts.tsx';

const apiKeys = api.v1.sites[':site']['api-keys'];

const readList = (site: string, state: 'active' | undefined, cursor?: string) =>
  data(apiKeys.$get({ param: { site }, query: setOnly({ state, cursor }) }));
export type ApiKey = Awaited<ReturnType<typeof readList>>['items'][number];

/** The keys that work, or all that were ever made. */
export const apiKeysQuery = (siteId: string, withEnded: boolean) =>
  pagedQuery(keys.site(siteId, 'api-keys', withEnded), (cursor) =>
    readList(siteId, withEnded ? undefined : 'active', cursor),
  );

export interface NewKey {
  readonly name: string;
  readonly permissions: readonly KeyPermission[];
  /** Without it, as long as a key works when nobody says otherwise. */
  readonly expiresAt: string | undefined;
}

/** Makes a key; what it answers holds the one copy that is ever shown, so it is kept nowhere but in the dialog. */
export function useCreateKey(siteId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, permissions, expiresAt }: NewKey) =>
      data(
        apiKeys.$post({
          param: { site: siteId },
          json: { name, permissions: [...permissions], ...setOnly({ expiresAt }) },
        }),
      ),
    gcTime: 0,
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.site(siteId, 'api-keys') }),
  });
}

export function useRevokeKey(siteId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Pick<ApiKey, 'id' | 'name'>) =>
      data(apiKeys[':id'].$delete({ param: { site: siteId, id }, json: {} })),
    onSuccess: (_, { name }) => toast(words.revoked(name)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.site(siteId, 'api-keys') }),
  });
}
