import { useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { words } from './words.ts';

export interface ErrorPanelProps {
  text: string;
  detail?: string | undefined;
  requestId?: string | undefined;
  actions?: ReactNode;
}
/** What went wrong in one sentence, what to do about it, and the code to send. */
export function ErrorPanel({ text, detail, requestId, actions }: ErrorPanelProps) {
  return (
    <div
      role="alert"
      className="flex flex-col items-start gap-3 rounded-3 border border-line bg-surface px-5 py-5"
    >
      <div>
        <p className="font-semibold">{text}</p>
        {detail && <p className="mt-1 text-ink-2">{detail}</p>}
      </div>
      {(actions || requestId) && (
        <div className="flex flex-wrap items-center gap-2">
          {actions}
          {requestId && <RequestCode id={requestId} />}
        </div>
      )}
    </div>
  );
}

export function RequestCode({ id }: { id: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(id).then(() => setCopied(true));
  return (
    <span className="inline-flex items-center gap-1 text-12 text-ink-3">
      <span className="font-mono [overflow-wrap:anywhere]">{words.requestCode(id)}</span>
      <Button kind="quiet" size="small" onClick={copy}>
        {copied ? words.copied : words.copy}
      </Button>
    </span>
  );
}
