import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { words } from './words.ts';

/** From the left, for navigation on small windows. */
export function Sheet({
  open,
  onClose,
  label,
  children,
}: {
  open: boolean;
  onClose: () => void;
  label: string;
  children: ReactNode;
}) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="motion-fade fixed inset-0 z-30 bg-scrim" />
        <Base.Popup
          aria-label={label}
          className="motion-sheet fixed inset-y-0 left-0 z-30 flex w-[min(20rem,85vw)] flex-col bg-sunken text-ink shadow-over outline-none"
        >
          <div className="min-h-0 flex-1">{children}</div>
          <Base.Close className="sr-only-focusable m-3 rounded-2 border border-line-strong bg-surface px-3 py-2">
            {words.close}
          </Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
