import { Check } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { followTyping, nextChoice, type Typing } from './typing.ts';

export interface Choice<V> {
  value: V;
  label: string;
  /** Another name to type: "DV". */
  short?: string | undefined;
  description?: string | undefined;
  /** Listed, but not on offer; say why. */
  unavailable?: string | undefined;
  /** Left of the label, decorative. */
  mark?: ReactNode;
  destructive?: boolean | undefined;
}

/** A list that has the focus as long as it is open: arrows and first letters move, Enter chooses. */
export function ChoiceList<V>({
  label,
  choices,
  value,
  typed = '',
  onChoose,
}: {
  label: string;
  choices: readonly Choice<V>[];
  /** Undefined: none of them yet. */
  value: V | undefined;
  /** The letter that opened the list. */
  typed?: string | undefined;
  onChoose: (value: V) => void;
}) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const typing = useRef<Typing | null>(null);
  const entries = choices.map(({ label: name, short, unavailable }) =>
    unavailable === undefined ? [name, ...(short === undefined ? [] : [short])] : null,
  );
  const chosen = choices.findIndex((choice) => choice.value === value);
  const [opened] = useState(() => performance.now());
  const [active, setActive] = useState(() => {
    const found = typed === '' ? -1 : nextChoice(entries, typed, -1);
    return found >= 0 ? found : chosen >= 0 ? chosen : entries.findIndex((each) => each !== null);
  });
  useEffect(() => {
    list.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const step = (by: 1 | -1) => {
    for (let next = active + by; next >= 0 && next < entries.length; next += by)
      if (entries[next] !== null) return setActive(next);
  };
  const choose = (at: number) => {
    const choice = choices[at];
    if (choice && choice.unavailable === undefined) onChoose(choice.value);
  };
  const keys: Record<string, (() => void) | undefined> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Home: () => setActive(entries.findIndex((each) => each !== null)),
    End: () => setActive(entries.findLastIndex((each) => each !== null)),
    Enter: () => choose(active),
    ' ': () => choose(active),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys[event.key];
    if (!act && event.key.length !== 1) return;
    event.preventDefault();
    event.stopPropagation();
    if (act) return act();
    typing.current = followTyping(typing.current ?? { text: typed, at: opened }, event.key, event.timeStamp);
    const found = nextChoice(entries, typing.current.text, active);
    if (found >= 0) setActive(found);
  };
  return (
    <ul
      ref={list}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
      onKeyDown={onKeyDown}
      className="outline-none"
    >
      {choices.map((choice, at) => (
        <li
          key={choice.label}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === chosen}
          aria-disabled={choice.unavailable !== undefined || undefined}
          aria-label={choice.label}
          aria-description={choice.unavailable ?? choice.description}
          onPointerMove={() => choice.unavailable === undefined && setActive(at)}
          onClick={() => choose(at)}
          className={cx(
            'flex min-h-8 cursor-default items-start gap-2.5 rounded-2 px-2.5 py-1.5 select-none coarse:min-h-11',
            at === active && 'bg-sunken outline-1 -outline-offset-1 outline-transparent',
            choice.unavailable !== undefined && 'text-ink-3',
            choice.destructive && 'text-danger',
          )}
        >
          {choice.mark !== undefined && <span className="mt-1 flex-none">{choice.mark}</span>}
          <span className="min-w-0 flex-1">
            <span className="font-medium">{choice.label}</span>
            {(choice.unavailable ?? choice.description) && (
              <span aria-hidden="true" className="block text-12 text-ink-3">
                {choice.unavailable ?? choice.description}
              </span>
            )}
          </span>
          {at === chosen && (
            <Check aria-hidden="true" size={16} strokeWidth={1.5} className="mt-0.5 flex-none" />
          )}
        </li>
      ))}
    </ul>
  );
}
