import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { useEarlyLetters } from './early-letters.ts';
import { useFieldControl } from './field.tsx';
import { useLandmark } from './landmark.ts';
import { inputClass } from './text-input.tsx';

export interface SelectOption<V extends string> {
  value: V;
  label: string;
  description?: string | undefined;
  /** Listed, but not on offer; say why. */
  unavailable?: string | undefined;
  /** Left of the label, decorative. */
  mark?: ReactNode;
}
export interface SelectProps<V extends string> {
  options: readonly SelectOption<V>[];
  value: V | null;
  onChange: (value: V) => void;
  placeholder?: string | undefined;
  /** Only without a surrounding Field. */
  label?: string | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
  /** Without border until hovered: for use inside tables. */
  inline?: boolean | undefined;
  className?: string | undefined;
  onBlur?: (() => void) | undefined;
}

/** One choice of a short list. First letters jump, disabled options keep their reason readable. */
export function Select<V extends string>({
  options,
  value,
  onChange,
  placeholder,
  label,
  name,
  disabled,
  inline,
  className,
  onBlur,
}: SelectProps<V>) {
  const control = useFieldControl();
  const { landmark, mark } = useLandmark();
  const early = useEarlyLetters(options, (index) => {
    const option = options[index];
    if (option && !disabled) onChange(option.value);
  });
  const chosen = options.find((option) => option.value === value);
  return (
    <Base.Root
      items={options.map(({ value, label }) => ({ value, label }))}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      {...(name === undefined ? {} : { name })}
      {...(control.id === undefined ? {} : { id: control.id })}
      disabled={disabled ?? false}
      modal={false}
    >
      <Base.Trigger
        {...control}
        ref={mark}
        {...(label === undefined ? {} : { 'aria-label': label })}
        onBlur={onBlur}
        onKeyDown={early.onKeyDown}
        className={cx(
          inputClass,
          'inline-flex h-ctl items-center gap-2 text-left select-none data-disabled:opacity-55',
          inline &&
            'rounded-1 border-transparent bg-transparent px-1.5! text-13! hover:border-line-strong data-popup-open:border-line-strong',
          className,
        )}
      >
        {chosen?.mark}
        <Base.Value className="min-w-0 flex-1 truncate data-placeholder:text-ink-3">
          {chosen?.label ?? placeholder ?? ''}
        </Base.Value>
        <ChevronsUpDown aria-hidden="true" size={14} strokeWidth={1.5} className="flex-none text-ink-3" />
      </Base.Trigger>
      <Base.Portal container={landmark}>
        <Base.Positioner
          sideOffset={4}
          alignItemWithTrigger={false}
          align="start"
          className="z-50 outline-none"
        >
          <Base.Popup
            ref={early.list}
            className="motion-pop max-h-(--available-height) max-w-[min(28rem,calc(100vw-2rem))] min-w-(--anchor-width) overflow-y-auto rounded-3 bg-raised p-1 text-ink shadow-over"
          >
            <Base.List>
              {options.map((option) => (
                <Item key={option.value} option={option} />
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Item<V extends string>({ option }: { option: SelectOption<V> }) {
  const id = useId();
  const more = option.unavailable ?? option.description;
  return (
    <Base.Item
      value={option.value}
      label={option.label}
      disabled={option.unavailable !== undefined}
      aria-describedby={more ? `${id}-more` : undefined}
      className="flex min-h-8 coarse:min-h-11 cursor-default items-start gap-2.5 rounded-2 px-2.5 py-1.5 text-14 outline-none select-none data-highlighted:bg-sunken"
    >
      {option.mark && <span className="mt-1 flex-none">{option.mark}</span>}
      <span className="min-w-0 flex-1">
        <Base.ItemText className={cx('block', option.unavailable ? 'text-ink-3' : 'font-medium')}>
          {option.label}
        </Base.ItemText>
        {more && (
          // Hidden as content, because it is the description: the name stays what people see first (WCAG 2.5.3).
          <span id={`${id}-more`} aria-hidden="true" className="block text-12 text-ink-3">
            {more}
          </span>
        )}
      </span>
      <Base.ItemIndicator className="mt-0.5 flex-none">
        <Check aria-hidden="true" size={16} strokeWidth={1.5} />
      </Base.ItemIndicator>
    </Base.Item>
  );
}
