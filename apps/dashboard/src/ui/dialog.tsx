import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactNode, type RefObject } from 'react';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import { words } from './words.ts';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, in reading order: Cancel first, the verb last. */
  footer?: ReactNode;
  /** Full screen on a phone; for forms. */
  form?: boolean | undefined;
  /** With `form`: room for a table. */
  wide?: boolean | undefined;
  /** For a question that needs an answer. */
  alert?: boolean | undefined;
  /** Pressing outside or Esc must not lose work that is under way. */
  locked?: boolean | undefined;
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  finalFocus?: RefObject<HTMLElement | null> | undefined;
}

export function Dialog({
  open,
  onClose,
  title,
  description,
  children,
  footer,
  form,
  wide,
  alert,
  locked,
  initialFocus,
  finalFocus,
}: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  // A form starts in its first field, not on Close.
  const firstField = () =>
    popup.current?.querySelector<HTMLElement>(
      'input:not([type=hidden]):not([aria-hidden]),textarea,[role=combobox]',
    ) ?? true;
  const focusFirst = initialFocus ?? (form ? firstField : undefined);
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => !next && !locked && onClose()}
      disablePointerDismissal={alert ?? false}
    >
      <Base.Portal>
        <Base.Backdrop className="motion-fade fixed inset-0 z-40 bg-scrim" />
        <Base.Popup
          {...(alert ? { role: 'alertdialog' } : {})}
          ref={popup}
          {...(focusFirst ? { initialFocus: focusFirst } : {})}
          {...(finalFocus ? { finalFocus } : {})}
          className={cx(
            'motion-pop fixed z-40 flex flex-col bg-raised text-ink shadow-over outline-none',
            'left-1/2 top-[max(1rem,10dvh)] w-[calc(100vw-2rem)] max-h-[calc(100dvh-1rem-max(1rem,10dvh))] -translate-x-1/2 rounded-3',
            form
              ? 'max-md:inset-0 max-md:max-h-none max-md:w-full max-md:max-w-none max-md:translate-x-0 max-md:rounded-none'
              : 'max-w-form',
            form && (wide ? 'max-w-[960px]' : 'max-w-[520px]'),
          )}
        >
          <div className="flex items-start gap-3 px-5 pt-4">
            <Base.Title className="min-w-0 flex-1 pt-0.5 text-16 font-semibold [overflow-wrap:anywhere]">
              {title}
            </Base.Title>
            <Base.Close
              render={
                <IconButton
                  label={words.close}
                  icon={<X aria-hidden="true" size={16} strokeWidth={1.5} />}
                  className="-mr-2"
                />
              }
            />
          </div>
          <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-5 pt-1 pb-5">
            {description && (
              <Base.Description render={<div />} className="flex flex-col gap-2 text-ink-2">
                {description}
              </Base.Description>
            )}
            {children}
          </div>
          {footer && (
            <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">
              {footer}
            </div>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
