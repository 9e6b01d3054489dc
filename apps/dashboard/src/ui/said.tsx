import { useEffect, useRef } from 'react';

/** How the list stands, heard when it changes; takes focus when a step begins, because the button that led here is gone. */
export function Said({ text, children }: { text: string; children?: React.ReactNode }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.focus(), []);
  return (
    <p ref={line} tabIndex={-1} role="status" className="font-semibold outline-none">
      {text} {children}
    </p>
  );
}
