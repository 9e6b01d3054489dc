import { useState } from 'react';
import { apiKeyWords as words } from '../messages/api-keys.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ReasonButton } from '../ui/reason-button.tsx';

/** The one time that a key is shown: leaving before it is saved asks first. */
export function KeySecret({ name, secret, onDone }: { name: string; secret: string; onDone: () => void }) {
  const [saved, setSaved] = useState(false);
  const [leaving, setLeaving] = useState(false);
  return (
    <>
      <Dialog
        open
        onClose={() => (saved ? onDone() : setLeaving(true))}
        title={words.secretTitle(name)}
        description={words.secretText}
        form
        footer={
          <ReasonButton kind="primary" reason={saved ? undefined : words.savedFirst} onClick={onDone}>
            {words.done}
          </ReasonButton>
        }
      >
        <div className="flex items-start gap-2 rounded-2 border border-line bg-sunken p-3">
          <div
            role="group"
            aria-label={words.secret}
            className="flex-1 font-mono text-13 [overflow-wrap:anywhere]"
          >
            <code>{secret}</code>
          </div>
          <CopyButton text={secret} kind="secondary" />
        </div>
        <Checkbox label={words.saved} checked={saved} onChange={(event) => setSaved(event.target.checked)} />
      </Dialog>
      <ConfirmDialog
        open={leaving}
        onClose={() => setLeaving(false)}
        onConfirm={onDone}
        title={words.closeTitle}
        confirm={words.close}
        cancel={words.back}
        destructive
      >
        {words.closeText}
      </ConfirmDialog>
    </>
  );
}
