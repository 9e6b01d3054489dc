import { useEffect, useState } from 'react';
import { pendingWords as words } from '../messages/invitations.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import type { Invitation } from './invitation-queries.ts';

/** Revoking is final, so it asks once and says so [R16]. */
export function RevokeDialog({
  invitation,
  busy,
  onClose,
  onConfirm,
}: {
  invitation: Invitation | null;
  busy: boolean;
  onClose: () => void;
  onConfirm: (invitation: Invitation) => void;
}) {
  // The words stay while the dialog fades out.
  const [email, setEmail] = useState('');
  useEffect(() => {
    if (invitation) setEmail(invitation.email);
  }, [invitation]);
  return (
    <ConfirmDialog
      open={invitation !== null}
      onClose={onClose}
      onConfirm={() => invitation && onConfirm(invitation)}
      title={words.revokeTitle(email)}
      confirm={words.revoke}
      cancel={words.keep}
      destructive
      busy={busy}
      busyLabel={words.revoking}
    >
      {words.revokeText}
    </ConfirmDialog>
  );
}
