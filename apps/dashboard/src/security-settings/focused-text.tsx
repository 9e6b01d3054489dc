import { useEffect, useRef, type ReactNode } from 'react';

/** The first sentence of a new step: read out when the step before it, and what had the focus there, is gone. */
export function FocusedText({ children }: { children: ReactNode }) {
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => text.current?.focus(), []);
  return (
    <p ref={text} tabIndex={-1} className="text-ink-2 outline-none">
      {children}
    </p>
  );
}
