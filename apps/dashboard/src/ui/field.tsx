import { createContext, use, useId, type ReactNode } from 'react';
import { cx } from './cx.ts';

interface FieldControl {
  id: string;
  labelId: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
  'aria-required'?: true | undefined;
}
const FieldContext = createContext<FieldControl | null>(null);

/** What a control puts on its element so that label, help and error belong to it. */
export function useFieldControl(): Partial<Omit<FieldControl, 'labelId'>> {
  const field = use(FieldContext);
  if (!field) return {};
  const { labelId: _, ...control } = field;
  return control;
}

export interface FieldProps {
  label: string;
  /** Shown right of the label, for example "optional". */
  mark?: string | undefined;
  help?: ReactNode;
  /** A sentence; the control becomes invalid and points to it. */
  error?: string | undefined;
  required?: boolean | undefined;
  hideLabel?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** Label above, help under, error under: wires them to the one control inside. */
export function Field({ label, mark, help, error, required, hideLabel, className, children }: FieldProps) {
  const id = useId();
  const described = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ');
  const control: FieldControl = {
    id,
    labelId: `${id}-label`,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': required ? true : undefined,
  };
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <label
        id={control.labelId}
        htmlFor={id}
        className={cx('text-13 font-semibold', hideLabel && 'sr-only')}
      >
        {label}
        {mark && <span className="ml-1.5 font-normal text-ink-3">{mark}</span>}
      </label>
      <FieldContext value={control}>{children}</FieldContext>
      {error && (
        <p id={`${id}-error`} className="text-13 text-danger">
          {error}
        </p>
      )}
      {help && (
        <div id={`${id}-help`} className="text-12 text-ink-3">
          {help}
        </div>
      )}
    </div>
  );
}
