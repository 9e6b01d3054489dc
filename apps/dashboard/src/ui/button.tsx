import type { AnchorHTMLAttributes, ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import { cx } from './cx.ts';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger' | 'danger-quiet' | 'link';
export type ButtonSize = 'normal' | 'small' | 'large';

const KIND: Record<ButtonKind, string> = {
  primary:
    'border-accent bg-accent text-on-accent hover:bg-accent-hover hover:border-accent-hover font-semibold',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-sunken font-semibold',
  quiet: 'border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink font-medium',
  danger: 'border-danger bg-danger text-on-danger hover:opacity-90 font-semibold',
  'danger-quiet': 'border-transparent bg-transparent text-danger hover:bg-danger-soft font-semibold',
  link: 'border-transparent bg-transparent text-accent hover:underline underline-offset-3 font-semibold',
};
const SIZE: Record<ButtonSize, Record<'roomy' | 'tight', string>> = {
  normal: { roomy: 'h-ctl px-3.5', tight: 'h-ctl px-2' },
  small: { roomy: 'h-7 coarse:h-ctl px-2.5', tight: 'h-7 coarse:h-ctl px-1.5' },
  large: { roomy: 'h-11 px-4', tight: 'h-11 px-3' },
};
const TIGHT: ReadonlySet<ButtonKind> = new Set(['quiet', 'link', 'danger-quiet']);

export interface ButtonLook {
  kind?: ButtonKind | undefined;
  size?: ButtonSize | undefined;
  /** Takes the whole width of its container. */
  wide?: boolean | undefined;
}

export const buttonClass = (
  { kind = 'secondary', size = 'normal', wide = false }: ButtonLook,
  extra?: string,
): string =>
  cx(
    'inline-flex items-center justify-center gap-2 rounded-2 border text-14 leading-none whitespace-nowrap no-underline select-none transition-colors duration-(--dur-1)',
    'aria-disabled:opacity-55',
    KIND[kind],
    SIZE[size][TIGHT.has(kind) ? 'tight' : 'roomy'],
    wide && 'w-full',
    extra,
  );

export interface ButtonProps extends ButtonLook, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  /** Working: ignores presses, keeps its width. */
  busy?: boolean | undefined;
  /** What it says while working ("Sending…"); space for it is reserved from the start. */
  busyLabel?: string | undefined;
  /** Not possible now: stays focusable, does nothing. Say why with `ReasonButton`. */
  unavailable?: boolean | undefined;
  icon?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({
  kind,
  size,
  wide,
  busy = false,
  busyLabel,
  unavailable = false,
  icon,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const inert = busy || unavailable;
  const press = (event: MouseEvent<HTMLButtonElement>) => (inert ? event.preventDefault() : onClick?.(event));
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={inert || undefined}
      aria-busy={busy || undefined}
      onClick={press}
      className={buttonClass({ kind, size, wide }, className)}
    >
      {icon}
      {busyLabel === undefined ? (
        children
      ) : (
        <span className="grid place-items-center [&>*]:[grid-area:1/1]">
          <span className={cx(busy && 'invisible')}>{children}</span>
          <span className={cx(!busy && 'invisible')}>{busyLabel}</span>
        </span>
      )}
    </button>
  );
}

export interface ButtonAnchorProps extends ButtonLook, AnchorHTMLAttributes<HTMLAnchorElement> {
  ref?: Ref<HTMLAnchorElement>;
}
/** A link that looks like a button; `links.tsx` makes a typed router link of it. */
export function ButtonAnchor({ kind, size, wide, className, children, ...rest }: ButtonAnchorProps) {
  return (
    <a {...rest} className={buttonClass({ kind, size, wide }, className)}>
      {children}
    </a>
  );
}
