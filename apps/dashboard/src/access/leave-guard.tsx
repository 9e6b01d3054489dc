import { useBlocker } from '@tanstack/react-router';
import { accessWords as words } from '../messages/access.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

/** Asks once before staged changes are lost; another filter of the same page loses nothing. */
export function LeaveGuard({ changes }: { changes: number }) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => changes > 0 && current.pathname !== next.pathname,
    enableBeforeUnload: changes > 0,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <ConfirmDialog
      open
      onClose={blocker.reset}
      onConfirm={blocker.proceed}
      title={words.leaveTitle(changes)}
      confirm={words.leave}
      cancel={words.stayHere}
    >
      {words.leaveText}
    </ConfirmDialog>
  );
}
