import { useMutation, useQueryClient } from '@tanstack/react-query';
import { securityWords as words } from '../messages/security.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeepCodes } from './keep-codes.tsx';
import { ProveForm } from './prove-form.tsx';
import { refreshSecurity, renewCodes } from './security-queries.ts';

/** New codes take effect at once, so that this dialog only closes by saying that they are kept. */
export function RenewDialog({ hasPassword, onClose }: { hasPassword: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const renew = useMutation({
    mutationFn: ({ password, code }: { password: string | undefined; code: string }) =>
      renewCodes(password, code),
    onSuccess: () => refreshSecurity(client),
  });
  const codes = renew.data?.recoveryCodes;
  return (
    <Dialog
      open
      onClose={onClose}
      title={codes ? words.renewed : words.renewTitle}
      description={codes ? undefined : words.renewText}
      form
      locked={codes !== undefined}
    >
      {codes ? (
        <KeepCodes codes={codes} next={words.done} onNext={onClose} />
      ) : (
        <ProveForm
          hasPassword={hasPassword}
          verb={words.renew}
          busy={renew.isPending}
          problem={renew.error}
          onCancel={onClose}
          onProve={(password, _, code) => renew.mutate({ password, code })}
        />
      )}
    </Dialog>
  );
}
