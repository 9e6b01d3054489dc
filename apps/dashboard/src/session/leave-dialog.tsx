import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, data } from '../api.ts';
import { profileWords as words } from '../messages/profile.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toasts.tsx';

export interface Leaving {
  what: 'account' | 'site';
  id: string;
  name: string;
}

/** Leaving is final for the person who leaves, so it asks. */
export function LeaveDialog({
  leaving,
  onClose,
  onLeft,
}: {
  leaving: Leaving | null;
  onClose: () => void;
  /** For a page that cannot stay once its site is left. */
  onLeft?: (() => void) | undefined;
}) {
  const client = useQueryClient();
  // The words stay while the dialog fades out.
  const [shown, setShown] = useState(leaving);
  useEffect(() => {
    if (leaving) setShown(leaving);
  }, [leaving]);
  const leave = useMutation({
    mutationFn: ({ what, id }: Leaving) =>
      what === 'account'
        ? data(api.v1.accounts[':account'].leave.$post({ param: { account: id }, json: {} }))
        : data(api.v1.sites[':site'].leave.$post({ param: { site: id }, json: {} })),
    onSuccess: async (_, { name }) => {
      onClose();
      toast(words.left(name));
      onLeft?.();
      await client.invalidateQueries();
    },
  });
  const close = () => {
    leave.reset();
    onClose();
  };
  const verb = shown?.what === 'account' ? words.leaveAccount : words.leaveSite;
  return (
    <ConfirmDialog
      open={leaving !== null}
      onClose={close}
      onConfirm={() => leaving && leave.mutate(leaving)}
      title={words.leaveQuestion(shown?.name ?? '')}
      confirm={verb}
      destructive
      busy={leave.isPending}
      busyLabel={words.leaving}
      extra={
        leave.error && (
          <ProblemNote
            problem={leave.error}
            facts={shown?.what === 'site' ? { site: shown.name } : { account: shown?.name }}
          />
        )
      }
    >
      {shown?.what === 'account' ? words.leaveAccountText : words.leaveSiteText}
    </ConfirmDialog>
  );
}
