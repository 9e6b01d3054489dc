import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { cx } from './cx.ts';

export interface IconButtonProps extends Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'children' | 'aria-label'
> {
  /** Read out and shown as the native tooltip: an icon alone says nothing. */
  label: string;
  icon: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ label, icon, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={cx(
        'inline-grid size-8 coarse:size-11 flex-none place-items-center rounded-2 text-ink-2 transition-colors duration-(--dur-1) hover:bg-sunken hover:text-ink data-popup-open:bg-sunken data-popup-open:text-ink',
        className,
      )}
    >
      {icon}
    </button>
  );
}
