import { useEffect, useId, useRef, type InputHTMLAttributes, type ReactNode } from 'react';
import { cx } from './cx.ts';

const box = 'size-4 flex-none accent-accent';

export interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  label: ReactNode;
  help?: ReactNode;
}
export function Checkbox({ label, help, className, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <div className={cx('flex items-start gap-2.5 py-1', className)}>
      <input
        {...rest}
        id={id}
        type="checkbox"
        aria-describedby={help ? `${id}-help` : undefined}
        className={cx(box, 'mt-0.5')}
      />
      <div className="min-w-0">
        <label htmlFor={id} className="text-14">
          {label}
        </label>
        {help && (
          <p id={`${id}-help`} className="text-12 text-ink-3">
            {help}
          </p>
        )}
      </div>
    </div>
  );
}

export interface BareCheckboxProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'aria-label'
> {
  label: string;
  mixed?: boolean | undefined;
}
/** Without visible label, for tables; the pointer target is 28 px, the box 16. */
export function BareCheckbox({ label, mixed = false, className, ...rest }: BareCheckboxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = mixed;
  }, [mixed]);
  return (
    <span className={cx('relative inline-grid size-7 place-items-center', className)}>
      <input
        {...rest}
        ref={input}
        type="checkbox"
        aria-label={label}
        className={cx(box, "before:absolute before:inset-0 before:content-['']")}
      />
    </span>
  );
}
