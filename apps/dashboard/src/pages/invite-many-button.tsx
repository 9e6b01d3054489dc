import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { shellWords } from '../messages/shell.ts';
import { sitesQuery } from '../sites/site-queries.ts';
import { Button } from '../ui/button.tsx';

const InviteManyDialog = lazy(async () => ({
  default: (await import('../invite-many/invite-many-dialog.tsx')).InviteManyDialog,
}));

/** Opens Invite many, which is fetched when it is asked for. */
export function InviteManyButton({
  account,
  site = null,
}: {
  account: { readonly id: string; readonly name: string };
  /** Where lines lead that name no site. */
  site?: string | null;
}) {
  const [open, setOpen] = useState(false);
  const sites = useQuery(sitesQuery(account.id)).data?.items ?? [];
  return (
    <>
      <Button onClick={() => setOpen(true)}>{shellWords.inviteMany}</Button>
      {open && (
        <Suspense fallback={null}>
          <InviteManyDialog account={account} sites={sites} site={site} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
