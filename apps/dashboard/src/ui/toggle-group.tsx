import { cx } from './cx.ts';

interface ToggleGroupProps<V extends string> {
  label: string;
  value: V;
  options: readonly { readonly value: V; readonly label: string }[];
  onChange: (value: V) => void;
}

/** Two or three views of the same thing, one of them pressed. */
export const ToggleGroup = <V extends string>({ label, value, options, onChange }: ToggleGroupProps<V>) => (
  <div role="group" aria-label={label} className="inline-flex rounded-2 border border-line bg-surface p-0.5">
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        aria-pressed={option.value === value}
        onClick={() => onChange(option.value)}
        className={cx(
          'min-h-7 rounded-1 px-2.5 text-13 coarse:min-h-11',
          option.value === value ? 'bg-fill-2 font-semibold text-ink' : 'text-ink-2 hover:text-ink',
        )}
      >
        {option.label}
      </button>
    ))}
  </div>
);
