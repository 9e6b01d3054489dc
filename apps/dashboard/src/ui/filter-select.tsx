import { X } from 'lucide-react';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import { Select, type SelectOption } from './select.tsx';

export interface FilterSelectProps<V extends string> {
  /** "Account role": the name of the filter, shown until one is chosen. */
  label: string;
  value: V | undefined;
  options: readonly SelectOption<V>[];
  onChange: (value: V | undefined) => void;
  /** "Clear account role". */
  clearLabel: string;
}
/** A filter that is a chip once it is set: the choice stays open to change, the cross takes it away. */
export function FilterSelect<V extends string>({
  label,
  value,
  options,
  onChange,
  clearLabel,
}: FilterSelectProps<V>) {
  const on = value !== undefined;
  return (
    <span className={cx('inline-flex max-w-56 items-center rounded-2', on && 'bg-accent-soft')}>
      <Select
        label={label}
        value={value ?? null}
        placeholder={label}
        options={options}
        onChange={onChange}
        className={cx('w-auto max-w-48', on && 'border-transparent bg-transparent font-semibold')}
      />
      {on && (
        <IconButton
          label={clearLabel}
          icon={<X aria-hidden="true" size={14} strokeWidth={1.5} />}
          onClick={() => onChange(undefined)}
          className="-ml-1.5 hover:bg-transparent"
        />
      )}
    </span>
  );
}
