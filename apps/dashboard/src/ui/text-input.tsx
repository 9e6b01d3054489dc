import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from 'react';
import { cx } from './cx.ts';
import { useFieldControl } from './field.tsx';

export const inputClass =
  'w-full min-w-0 rounded-2 border border-line-strong bg-surface px-2.5 text-14 text-ink placeholder:text-ink-3 placeholder:opacity-100 [&[readonly]]:bg-canvas aria-invalid:border-danger transition-colors duration-(--dur-1)';

export interface TextInputProps extends InputHTMLAttributes<HTMLInputElement> {
  ref?: Ref<HTMLInputElement>;
  /** 40 px instead of 34, for forms that stand alone on a page. */
  tall?: boolean | undefined;
}
export function TextInput({ className, tall, type = 'text', ...rest }: TextInputProps) {
  return (
    <input
      {...useFieldControl()}
      {...rest}
      type={type}
      className={cx(inputClass, tall ? 'h-10 coarse:h-11' : 'h-ctl', className)}
    />
  );
}

export interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  ref?: Ref<HTMLTextAreaElement>;
}
export function TextArea({ className, rows = 3, ...rest }: TextAreaProps) {
  return (
    <textarea {...useFieldControl()} {...rest} rows={rows} className={cx(inputClass, 'py-1.5', className)} />
  );
}
