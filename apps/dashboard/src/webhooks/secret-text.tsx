import { webhookWords as words } from '../messages/webhooks.ts';
import { CopyButton } from '../ui/copy-button.tsx';

/** A signing secret where it can be read and copied. */
export const SecretText = ({ secret }: { secret: string }) => (
  <div className="flex items-start gap-2 rounded-2 border border-line bg-sunken p-3">
    <div role="group" aria-label={words.secret} className="flex-1 font-mono text-13 [overflow-wrap:anywhere]">
      <code>{secret}</code>
    </div>
    <CopyButton text={secret} kind="secondary" />
  </div>
);
