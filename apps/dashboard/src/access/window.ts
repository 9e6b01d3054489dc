/** One axis of a grid whose items all have the same size. */
export interface Strip {
  count: number;
  /** Of one item. */
  item: number;
  /** How far the box is scrolled. */
  scroll: number;
  /** Of the box, without what is stuck to its edges. */
  view: number;
  /** Items beyond the edge, so that a small step shows no gap. */
  ahead: number;
  /** Stays in the document wherever the box is scrolled: it has the focus. */
  keep: number;
}

/** Which items are in the document, in their order. Every size is known, so no library has to measure. */
export function windowOf({ count, item, scroll, view, ahead, keep }: Strip): readonly number[] {
  const first = Math.max(0, Math.floor(scroll / item) - ahead);
  const last = Math.min(count - 1, Math.ceil((scroll + view) / item) - 1 + ahead);
  const seen = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
  if (keep < 0 || keep >= count || (keep >= first && keep <= last)) return seen;
  return keep < first ? [keep, ...seen] : [...seen, keep];
}

/** How far to scroll so that an item is wholly seen: not at all when it is. */
export function scrolledTo(
  at: number,
  { item, scroll, view }: Pick<Strip, 'item' | 'scroll' | 'view'>,
): number {
  const start = at * item;
  if (start < scroll) return start;
  return Math.max(scroll, start + item - view);
}
