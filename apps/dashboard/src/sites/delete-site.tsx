import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import { siteSettingsWords as words } from '../messages/site-settings.ts';
import { ProblemNote } from '../problem-panel.tsx';
import type { SiteHere } from '../site-here.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toasts.tsx';
import { sitesQuery } from './site-queries.ts';

/** Deletes a site once its name was typed (ui/brief.md §4.5). */
export function DeleteSite({ site, onDeleted }: { site: SiteHere; onDeleted: () => void }) {
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const row = useQuery(sitesQuery(site.account.id)).data?.items.find((each) => each.id === site.id);
  const remove = useMutation({
    mutationFn: () => data(api.v1.sites[':site'].$delete({ param: { site: site.id }, json: {} })),
    onSuccess: async () => {
      setAsked(false);
      toast(words.deleted(site.name));
      // Who was only on this site has left the account with it: where to go on follows from that.
      await client.refetchQueries({ queryKey: keys.me });
      onDeleted();
      await client.invalidateQueries({ queryKey: keys.account(site.account.id) });
    },
  });
  const close = () => {
    remove.reset();
    setAsked(false);
  };
  return (
    <>
      <p className="text-ink-2">{words.deleteLead}</p>
      <Button kind="danger" onClick={() => setAsked(true)}>
        {words.delete}
      </Button>
      <ConfirmDialog
        open={asked}
        onClose={close}
        onConfirm={() => remove.mutate()}
        title={words.deleteQuestion(site.name)}
        confirm={words.delete}
        typed={site.name}
        destructive
        busy={remove.isPending}
        busyLabel={words.deleting}
        extra={remove.error && <ProblemNote problem={remove.error} facts={{ site: site.name }} />}
      >
        {words.peopleLose(row?.members)} {words.invitationsEnd(row?.pending)} {words.othersStay} {words.final}
      </ConfirmDialog>
    </>
  );
}
