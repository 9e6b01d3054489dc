import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { cx } from './cx.ts';
import { currentLook } from './preferences.ts';
import { inputClass } from './text-input.tsx';

const DEBOUNCE_MS = 150;

export interface SearchInputProps {
  /** Also the placeholder: "Find a member". */
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** `/` anywhere on the page comes here; only for the main list of a page. */
  slash?: boolean | undefined;
  className?: string | undefined;
}
/** Tells `onChange` 150 ms after the last key; Esc clears at once. */
export function SearchInput({ label, value, onChange, slash = true, className }: SearchInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(value);
  const [told, setTold] = useState(value);
  if (value !== told) {
    // The address changed under us (back, "Clear search"): show what it says.
    setTold(value);
    setDraft(value);
  }
  useEffect(() => {
    if (draft === value) return;
    const timer = setTimeout(() => onChange(draft), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [draft, value, onChange]);
  useEffect(() => {
    if (!slash) return;
    const focus = (event: KeyboardEvent) => {
      if (
        event.key !== '/' ||
        !currentLook().singleKeys ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.defaultPrevented
      )
        return;
      const target = event.target as HTMLElement;
      if (
        target.isContentEditable ||
        target.closest('input,textarea,select,[role=dialog],[role=alertdialog]')
      )
        return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, [slash]);
  const clear = () => {
    setDraft('');
    onChange('');
  };
  return (
    <div className={cx('relative min-w-0', className)}>
      <Search
        aria-hidden="true"
        size={14}
        strokeWidth={1.5}
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3"
      />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || draft === '') return;
          event.preventDefault();
          event.stopPropagation();
          clear();
        }}
        className={cx(inputClass, 'h-ctl pl-8 [&::-webkit-search-cancel-button]:hidden')}
      />
    </div>
  );
}
