import { useState } from 'react';
import { eventWords as words } from '../messages/audit.ts';
import { Button, type ButtonKind } from '../ui/button.tsx';

/** Puts a text where it can be pasted, and says so. */
export function CopyButton({
  text,
  label = words.copy,
  name,
  kind = 'quiet',
}: {
  text: string;
  label?: string;
  /** What is copied, where the label alone does not say. */
  name?: string;
  kind?: ButtonKind;
}) {
  const [copied, setCopied] = useState(false);
  return (
    <Button
      kind={kind}
      size="small"
      {...(name === undefined || copied ? {} : { 'aria-label': words.copyOf(name) })}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      {copied ? words.copied : label}
    </Button>
  );
}
