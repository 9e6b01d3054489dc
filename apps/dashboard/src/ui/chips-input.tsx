import { X } from 'lucide-react';
import {
  useId,
  useRef,
  useState,
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { cx } from './cx.ts';
import { useFieldControl } from './field.tsx';
import { Suggestions } from './suggestions.tsx';
import { words } from './words.ts';

export interface Chip {
  value: string;
  tone?: 'danger' | 'warn' | undefined;
}
export interface Suggestion {
  value: string;
  label: string;
  note?: string | undefined;
}
export interface ChipsInputProps {
  chips: readonly Chip[];
  onChange: (values: readonly string[]) => void;
  /** What is typed and not yet a chip, for suggestions. */
  onDraft?: ((draft: string) => void) | undefined;
  suggestions?: readonly Suggestion[] | undefined;
  placeholder?: string | undefined;
  inputMode?: 'email' | 'text' | undefined;
  /** Under the chips: a verdict per chip. */
  children?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

const split = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .map((part) => part.replace(/^[<"']+|[>"']+$/g, ''))
    .filter(Boolean);

/** Many short values in one field: Enter, comma, semicolon, space or leaving the field makes a chip; paste makes many. */
export function ChipsInput({
  chips,
  onChange,
  onDraft,
  suggestions = [],
  placeholder,
  inputMode = 'text',
  children,
  ref,
}: ChipsInputProps) {
  const control = useFieldControl();
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState('');
  const [active, setActive] = useState(-1);
  const [open, setOpen] = useState(false);
  const values = chips.map((chip) => chip.value);
  const shown = open && draft !== '' ? suggestions : [];

  const write = (text: string) => {
    setDraft(text);
    setActive(-1);
    setOpen(true);
    onDraft?.(text);
  };
  const add = (more: readonly string[]) => {
    const fresh = more.filter((value, index) => !values.includes(value) && more.indexOf(value) === index);
    if (fresh.length > 0) onChange([...values, ...fresh]);
    write('');
  };
  const remove = (value: string) => {
    onChange(values.filter((each) => each !== value));
    box.current?.querySelector('input')?.focus();
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.metaKey || event.ctrlKey) return;
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (shown.length === 0) return;
      event.preventDefault();
      setActive((active + (key === 'ArrowDown' ? 1 : shown.length)) % shown.length);
    } else if (key === 'Enter' || key === ',' || key === ';' || key === ' ') {
      const pick = key === 'Enter' ? shown[active] : undefined;
      // With an empty field Enter belongs to the form.
      if (draft === '' && key === 'Enter') return;
      event.preventDefault();
      add(pick ? [pick.value] : split(draft));
    } else if (key === 'Backspace' && draft === '' && chips.length > 0) {
      event.preventDefault();
      // Back into the field as text, so that a slip of one letter is repaired and not retyped.
      write(values.at(-1) ?? '');
      onChange(values.slice(0, -1));
    } else if (key === 'Escape' && shown.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const parts = split(event.clipboardData.getData('text'));
    if (parts.length < 2) return;
    event.preventDefault();
    add(parts);
  };
  const leave = (event: FocusEvent) => {
    if (box.current?.contains(event.relatedTarget)) return;
    if (draft.trim() !== '') add(split(draft));
    setOpen(false);
  };
  return (
    <div ref={box} className="relative flex flex-col gap-2" onBlur={leave}>
      <div
        className={cx(
          'flex min-h-ctl flex-wrap items-center gap-1 rounded-2 border bg-surface p-1 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent',
          control['aria-invalid'] ? 'border-danger' : 'border-line-strong',
        )}
      >
        {chips.map((chip) => (
          <span
            key={chip.value}
            className={cx(
              'inline-flex max-w-full items-center rounded-1 pl-2 text-13',
              chip.tone === 'danger'
                ? 'bg-danger-soft text-danger'
                : chip.tone === 'warn'
                  ? 'bg-warn-soft text-warn'
                  : 'bg-fill-2',
            )}
          >
            <span className="truncate">{chip.value}</span>
            <button
              type="button"
              aria-label={words.remove(chip.value)}
              onClick={() => remove(chip.value)}
              className="grid size-7 flex-none place-items-center rounded-1 opacity-80 hover:opacity-100 coarse:size-9"
            >
              <X aria-hidden="true" size={14} strokeWidth={1.5} />
            </button>
          </span>
        ))}
        <input
          {...control}
          ref={ref}
          type="text"
          inputMode={inputMode}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          {...(suggestions.length > 0 || onDraft
            ? {
                role: 'combobox',
                'aria-autocomplete': 'list',
                'aria-expanded': shown.length > 0,
                'aria-controls': shown.length > 0 ? listId : undefined,
                'aria-activedescendant': shown[active] ? `${listId}-${active}` : undefined,
              }
            : {})}
          value={draft}
          placeholder={chips.length === 0 ? placeholder : undefined}
          onChange={(event) => write(event.target.value)}
          onKeyDown={keys}
          onPaste={paste}
          className="h-7 min-w-32 flex-1 bg-transparent px-1.5 outline-none placeholder:text-ink-3 placeholder:opacity-100 coarse:h-9"
        />
      </div>
      {shown.length > 0 && (
        <Suggestions id={listId} items={shown} active={active} onPick={(value) => add([value])} />
      )}
      {children}
    </div>
  );
}
