import { useState } from 'react';
import { Button, type ButtonKind } from './button.tsx';
import { words } from './words.ts';

/** Puts a text where it can be pasted, and says so. */
export function CopyButton({
  text,
  label = words.copyIt,
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
