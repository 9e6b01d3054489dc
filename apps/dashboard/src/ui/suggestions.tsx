import type { Suggestion } from './chips-input.tsx';

/** The list under an input that keeps focus; the input names the active option. */
export function Suggestions({
  id,
  items,
  active,
  onPick,
}: {
  id: string;
  items: readonly Suggestion[];
  active: number;
  onPick: (value: string) => void;
}) {
  return (
    <ul
      id={id}
      role="listbox"
      className="absolute inset-x-0 top-full z-10 mt-1 max-h-64 overflow-y-auto rounded-3 bg-raised p-1 shadow-over"
    >
      {items.map((item, index) => (
        <li
          key={item.value}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          // Keeps focus in the input: leaving it would make a chip of the half-typed text.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(item.value)}
          className="flex min-h-8 cursor-default items-center gap-2 rounded-2 px-2.5 py-1.5 hover:bg-sunken aria-selected:bg-sunken coarse:min-h-11"
        >
          <span className="font-medium">{item.label}</span>
          <span className="min-w-0 flex-1 truncate text-ink-3">{item.value}</span>
          {item.note && <span className="text-12 text-ink-3">{item.note}</span>}
        </li>
      ))}
    </ul>
  );
}
