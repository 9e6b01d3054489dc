import { useState } from 'react';
import { webhookWords as words } from '../messages/webhooks.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Note } from '../ui/note.tsx';
import { Panel } from '../ui/panel.tsx';
import { Countdown } from '../ui/time.tsx';
import { SecretText } from './secret-text.tsx';
import { useSecret } from './webhook-commands.ts';
import type { Webhook } from './webhook-queries.ts';

/** The signing secret: looked at, or replaced while the former one still counts for a day. */
export function SecretPanel({ accountId, webhook }: { accountId: string; webhook: Webhook }) {
  const { reveal, rotate } = useSecret(accountId, webhook.id);
  const [asked, setAsked] = useState(false);
  const secret = rotate.data?.secret ?? reveal.data?.secret;
  const hide = () => {
    reveal.reset();
    rotate.reset();
  };
  return (
    <Panel className="flex flex-col gap-3 p-5">
      <p className="text-ink-2">{words.secretLead}</p>
      {webhook.rotatedUntil !== null && (
        <Note tone="info">
          {rotate.data && words.rotated} {words.both} <Countdown until={webhook.rotatedUntil} />.
        </Note>
      )}
      {reveal.error && <ProblemNote problem={reveal.error} />}
      {secret !== undefined && <SecretText secret={secret} />}
      <div className="flex flex-wrap items-center gap-2">
        {secret === undefined ? (
          <Button busy={reveal.isPending} onClick={() => reveal.mutate()}>
            {words.reveal}
          </Button>
        ) : (
          <Button onClick={hide}>{words.hide}</Button>
        )}
        <Button onClick={() => setAsked(true)}>{words.rotate}</Button>
        <span className="text-12 text-ink-3">{words.revealHelp}</span>
      </div>
      <ConfirmDialog
        open={asked}
        onClose={() => {
          rotate.reset();
          setAsked(false);
        }}
        onConfirm={() => rotate.mutate(undefined, { onSuccess: () => setAsked(false) })}
        title={words.rotateQuestion}
        confirm={words.rotateConfirm}
        busy={rotate.isPending}
        busyLabel={words.rotating}
        extra={rotate.error && <ProblemNote problem={rotate.error} />}
      >
        {words.rotateText}
      </ConfirmDialog>
    </Panel>
  );
}
