import { Toast as Base } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { cx } from './cx.ts';
import { words } from './words.ts';

interface ToastData {
  undo?: (() => void) | undefined;
}
const manager = Base.createToastManager<ToastData>();

const PLAIN_MS = 6_000;
const UNDO_MS = 10_000;

export interface ToastOptions {
  /** A real operation that puts things back; the toast then stays 10 s in place of 6. */
  undo?: (() => void) | undefined;
}
/** Something worked. Never the only place for news that matters. */
export const toast = (text: string, { undo }: ToastOptions = {}): string =>
  manager.add({ description: text, timeout: undo ? UNDO_MS : PLAIN_MS, data: { undo } });
/** Something failed; read out at once. */
export const toastFailure = (text: string): string =>
  manager.add({ description: text, priority: 'high', type: 'failure', timeout: UNDO_MS });

/** Mounted once, around the shell. Timers rest while hovered, focused, or while the window is in the background. */
export function Toasts() {
  return (
    <Base.Provider toastManager={manager} limit={3} timeout={PLAIN_MS}>
      <Base.Portal>
        <Base.Viewport
          aria-label={words.notifications}
          className="fixed right-5 bottom-[max(1.25rem,var(--lift,0px))] z-60 flex w-[min(26.25rem,calc(100vw-2rem))] flex-col gap-2 outline-none max-md:right-4 max-md:bottom-[max(1rem,var(--dock,0px),var(--lift,0px))]"
        >
          <List />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function List() {
  const { toasts } = Base.useToastManager<ToastData>();
  return toasts.map((item) => (
    <Base.Root
      key={item.id}
      toast={item}
      role={item.type === 'failure' ? 'alert' : 'status'}
      aria-hidden={undefined}
      aria-modal={undefined}
      swipeDirection={['right', 'down']}
      className={cx(
        'motion-pop rounded-2 text-14 shadow-over data-limited:hidden',
        item.type === 'failure' ? 'bg-danger text-on-danger' : 'bg-ink text-canvas',
      )}
    >
      <Base.Content className="flex items-center gap-3 py-2.5 pr-2 pl-4">
        <Base.Description className="min-w-0 flex-1 [overflow-wrap:anywhere]" />
        {item.data?.undo && (
          <button
            type="button"
            className="min-h-7 flex-none px-1 font-semibold underline underline-offset-3 outline-offset-0 focus-visible:outline-current coarse:min-h-11"
            onClick={() => {
              manager.close(item.id);
              item.data?.undo?.();
            }}
          >
            {words.undo}
          </button>
        )}
        <Base.Close
          aria-label={words.dismiss}
          aria-hidden={undefined}
          className="grid size-7 flex-none place-items-center rounded-1 opacity-80 hover:opacity-100 focus-visible:outline-current coarse:size-11"
        >
          <X aria-hidden="true" size={16} strokeWidth={1.5} />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
