import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { words } from './words.ts';

/** "12 selected · Resend · Revoke · Clear", stuck to the bottom while rows are ticked. */
export function BulkBar({
  text,
  onClear,
  children,
}: {
  text: string;
  onClear: () => void;
  children: ReactNode;
}) {
  return (
    <div
      role="group"
      aria-label={text}
      className="sticky bottom-4 z-20 mt-3 flex flex-wrap items-center gap-2 rounded-3 bg-raised px-3 py-2 shadow-over"
    >
      <span className="mr-auto px-1 font-semibold">{text}</span>
      {children}
      <Button kind="quiet" onClick={onClear}>
        {words.clear}
      </Button>
    </div>
  );
}
