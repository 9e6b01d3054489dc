import { useRef, useState } from 'react';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  has: (id: string) => boolean;
  /** Give `range` when shift was held: everything since the last toggle follows. */
  toggle: (id: string, range: boolean) => void;
  toggleAll: () => void;
  clear: () => void;
  /** For the box in the head: all, some (mixed), none. */
  state: 'all' | 'some' | 'none';
}

/** Which rows are ticked. `order` are the ids that may be ticked, as shown; ids that leave the list leave the selection. */
export function useSelection(order: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  const ids = new Set(order.filter((id) => chosen.has(id)));
  return {
    ids,
    has: (id) => ids.has(id),
    toggle(id, range) {
      const on = !ids.has(id);
      const next = new Set(ids);
      for (const each of range ? between(order, anchor.current ?? id, id) : [id]) {
        if (on) next.add(each);
        else next.delete(each);
      }
      anchor.current = id;
      setChosen(next);
    },
    toggleAll: () => setChosen(ids.size === order.length ? new Set() : new Set(order)),
    clear: () => setChosen(new Set()),
    state: ids.size === 0 ? 'none' : ids.size === order.length ? 'all' : 'some',
  };
}

function between(order: readonly string[], from: string, to: string): readonly string[] {
  const [a, b] = [order.indexOf(from), order.indexOf(to)];
  if (a < 0 || b < 0) return [to];
  return order.slice(Math.min(a, b), Math.max(a, b) + 1);
}
