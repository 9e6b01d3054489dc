import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { IconButton } from './icon-button.tsx';
import { words } from './words.ts';

export interface DrawerProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Above the title: the breadcrumb. */
  above?: ReactNode;
  /** Under the title: an address, a date. */
  below?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  finalFocus?: RefObject<HTMLElement | null> | undefined;
}

/** Details from the right; a whole page on a phone. Closing it is a navigation, so the caller owns `open`. */
export function Drawer({ open, onClose, title, above, below, children, footer, finalFocus }: DrawerProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="motion-fade fixed inset-0 z-30 bg-scrim max-md:hidden" />
        <Base.Popup
          {...(finalFocus ? { finalFocus } : {})}
          className="motion-drawer fixed inset-y-0 right-0 z-30 flex w-full flex-col border-line bg-surface text-ink shadow-over outline-none md:w-[480px] md:border-l"
        >
          <header className="flex items-start gap-3 border-b border-line px-5 py-4">
            <div className="min-w-0 flex-1">
              {above}
              <Base.Title className="text-20 font-semibold tracking-tight [overflow-wrap:anywhere]">
                {title}
              </Base.Title>
              {below && <div className="mt-1 text-13 text-ink-2">{below}</div>}
            </div>
            <Base.Close
              render={
                <IconButton
                  label={words.close}
                  icon={<X aria-hidden="true" size={16} strokeWidth={1.5} />}
                  className="-mr-2"
                />
              }
            />
          </header>
          <div className="flex min-h-0 flex-1 flex-col gap-6 overflow-y-auto px-5 py-5">{children}</div>
          {footer && (
            <footer
              data-lifts-toasts=""
              className="flex flex-wrap items-center gap-2 border-t border-line px-5 py-3"
            >
              {footer}
            </footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
