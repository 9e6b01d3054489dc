import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import { siteSettingsWords as words } from '../messages/site-settings.ts';
import { toast } from '../ui/toasts.tsx';

const { settings } = api.v1.sites[':site'];

const read = (site: string) => data(settings.$get({ param: { site } }));
export type Settings = Awaited<ReturnType<typeof read>>;
export type SettingsDraft = Omit<Settings, 'slug' | 'etag'>;

export const settingsQuery = (siteId: string) =>
  queryOptions({ queryKey: keys.site(siteId, 'settings'), queryFn: () => read(siteId) });

/** Saves what differs over what the writer has seen (If-Match). */
export function useSaveSettings(siteId: string, accountId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ change, etag }: { change: Partial<SettingsDraft>; etag: string }) =>
      data(settings.$patch({ param: { site: siteId }, json: change }, { headers: { 'if-match': etag } })),
    onSuccess: (saved) => {
      client.setQueryData(settingsQuery(siteId).queryKey, saved);
      toast(words.saved(saved.name));
      // Its name stands in the shell, the Dashboard and on the list of sites.
      for (const queryKey of [keys.account(accountId), keys.site(siteId), keys.me])
        void client.invalidateQueries({ queryKey });
    },
  });
}
