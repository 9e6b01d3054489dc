import { Popover as Base } from '@base-ui/react/popover';
import type { ReactNode } from 'react';

/** A small sheet beside something that is not a button, such as a cell; focus goes back there when it closes. */
export function PopupAt({
  anchor,
  onClose,
  label,
  children,
}: {
  anchor: HTMLElement;
  onClose: () => void;
  label: string;
  children: ReactNode;
}) {
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal container={anchor.closest<HTMLElement>('[role=dialog],main')}>
        <Base.Positioner
          anchor={anchor}
          align="start"
          sideOffset={2}
          // What it stands beside may be scrolled out of its box: the page must not grow for it.
          positionMethod="fixed"
          className="z-50 outline-none"
        >
          <Base.Popup
            aria-label={label}
            finalFocus={() => anchor}
            className="motion-pop max-h-(--available-height) w-72 max-w-[calc(100vw-2rem)] overflow-y-auto rounded-3 bg-raised p-1 text-ink shadow-over outline-none"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
