import { useState } from 'react';
import { redirectWords as words } from '../messages/redirects.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useDeleteRedirect, type Redirect } from './redirect-queries.ts';

interface DeleteRedirectProps {
  siteId: string;
  redirect: Redirect;
  onRemoved: () => void;
}

/** Asks, and deletes what was shown: not what somebody has made of it meanwhile. */
export function DeleteRedirect({ siteId, redirect, onRemoved }: DeleteRedirectProps) {
  const [asked, setAsked] = useState(false);
  const remove = useDeleteRedirect(siteId, redirect.id);
  return (
    <>
      <Button kind="danger-quiet" onClick={() => setAsked(true)}>
        {words.remove}
      </Button>
      <ConfirmDialog
        open={asked}
        destructive
        title={words.removeQuestion(redirect.path)}
        confirm={words.remove}
        busy={remove.isPending}
        busyLabel={words.removing}
        onClose={() => {
          setAsked(false);
          remove.reset();
        }}
        onConfirm={() => remove.mutate(redirect, { onSuccess: onRemoved })}
        extra={remove.error && <ProblemNote problem={remove.error} />}
      >
        {words.removeText(redirect.path)}
      </ConfirmDialog>
    </>
  );
}
