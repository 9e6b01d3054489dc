import { useId } from 'react';

export interface RadioGroupProps<V extends string> {
  label: string;
  /** Under the choices. */
  help?: string | undefined;
  value: V;
  onChange: (value: V) => void;
  options: readonly { value: V; label: string }[];
}

/** A few choices, all in sight; arrow keys move between them as the browser does it. */
export function RadioGroup<V extends string>({ label, help, value, onChange, options }: RadioGroupProps<V>) {
  const id = useId();
  return (
    <fieldset
      aria-describedby={help === undefined ? undefined : `${id}-help`}
      className="m-0 flex flex-col gap-2 border-0 p-0"
    >
      <legend className="mb-2 p-0 font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="inline-flex h-ctl cursor-pointer items-center gap-2 rounded-2 border border-line-strong bg-surface px-3 has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="m-0 accent-(--accent) focus-visible:outline-none"
            />
            {option.label}
          </label>
        ))}
      </div>
      {help !== undefined && (
        <p id={`${id}-help`} className="text-12 text-ink-3">
          {help}
        </p>
      )}
    </fieldset>
  );
}
