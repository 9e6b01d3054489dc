import { useMutation, useQueryClient } from '@tanstack/react-query';
import { securityWords as words } from '../messages/security.ts';
import { Dialog } from '../ui/dialog.tsx';
import { toast } from '../ui/toasts.tsx';
import { ProveForm } from './prove-form.tsx';
import { disableFactor, refreshSecurity } from './security-queries.ts';

interface Proof {
  password: string | undefined;
  by: string;
  code: string;
}

export function TurnOffDialog({ hasPassword, onClose }: { hasPassword: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const turnOff = useMutation({
    mutationFn: ({ password, by, code }: Proof) => disableFactor(password, { [by]: code }),
    onSuccess: async () => {
      onClose();
      toast(words.turnedOff);
      await refreshSecurity(client);
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.turnOffTitle} description={words.turnOffText} form>
      <ProveForm
        hasPassword={hasPassword}
        recovery
        verb={words.turnOff}
        destructive
        busy={turnOff.isPending}
        problem={turnOff.error}
        onCancel={onClose}
        onProve={(password, by, code) => turnOff.mutate({ password, by, code })}
      />
    </Dialog>
  );
}
