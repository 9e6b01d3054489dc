import { apiKeyWords as words } from '../messages/api-keys.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { serverNow } from '../ui/clock.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useRevokeKey, type ApiKey } from './api-key-queries.ts';

/** A key that was used this lately is still part of something (ui/brief.md §4.5). */
const LATELY_MS = 24 * 3_600_000;

interface RevokeKeyProps {
  siteId: string;
  apiKey: ApiKey;
  onClose: () => void;
}

/** Ends a key; one that is in use must be named first. */
export function RevokeKey({ siteId, apiKey, onClose }: RevokeKeyProps) {
  const revoke = useRevokeKey(siteId);
  const { name, lastUsedAt } = apiKey;
  const lately = lastUsedAt !== null && serverNow() - Date.parse(lastUsedAt) < LATELY_MS;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => revoke.mutate(apiKey, { onSuccess: onClose })}
      title={words.revokeQuestion(name)}
      confirm={words.revokeConfirm}
      typed={lately ? name : undefined}
      destructive
      busy={revoke.isPending}
      busyLabel={words.revoking}
      extra={revoke.error && <ProblemNote problem={revoke.error} />}
    >
      {lately && words.usedLately} {words.revokeText}
    </ConfirmDialog>
  );
}
