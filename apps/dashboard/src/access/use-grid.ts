import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Head, Layout } from './layout.ts';
import { blockOf, type At, type Block } from './moves.ts';
import { scrolledTo, windowOf } from './window.ts';

/** Of everything that is not the same size as a cell, in pixels. */
export interface Measures {
  /** The first column, and the one at the end. */
  first: number;
  last: number;
  head: number;
  foot: number;
  /** One cell. */
  width: number;
  height: number;
}

interface View {
  top: number;
  left: number;
  width: number;
  height: number;
}
const AHEAD = { rows: 6, columns: 3 };
/** Steps in which scrolling is followed: finer ones change nothing in the document. */
const STEP = 32;

/** Where the focus is, which cells are chosen, and which part of a large grid is in the document. */
export function useGrid({ rows, columns }: Layout, m: Measures) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>({ top: 0, left: 0, width: 0, height: 0 });
  const [place, setPlace] = useState({ at: { row: 1, column: 1 }, rowKey: '', columnKey: '' });
  const [from, setFrom] = useState<At | null>(null);
  const take = useRef(false);

  // People and sites may come and go: the focus stays with its person and site, not with its number.
  const at: At = {
    row: followed(rows, place.at.row, place.rowKey),
    column: followed(columns, place.at.column, place.columnKey),
  };
  const seen = {
    height: Math.max(m.height, view.height - m.head - m.foot),
    width: Math.max(m.width, view.width - m.first),
  };
  useMeasured(box, setView);

  useLayoutEffect(() => {
    if (!take.current || !box.current) return;
    take.current = false;
    if (at.row > 0)
      box.current.scrollTop = scrolledTo(at.row - 1, {
        ...{ item: m.height, scroll: box.current.scrollTop, view: seen.height },
      });
    if (at.column > 0)
      box.current.scrollLeft = scrolledTo(at.column - 1, {
        ...{ item: m.width, scroll: box.current.scrollLeft, view: seen.width },
      });
    elementAt(box.current, at)?.focus({ preventScroll: true });
  });

  const placed = (to: At) => ({
    at: to,
    rowKey: rows[to.row - 1]?.key ?? '',
    columnKey: columns[to.column - 1]?.key ?? '',
  });
  const across = windowOf({
    ...{ count: columns.length, item: m.width, scroll: view.left, view: seen.width },
    ...{ ahead: AHEAD.columns, keep: at.column - 1 },
  }).join();
  // The same list as long as it holds the same columns: rows that show it need not be made anew.
  const shownColumns = useMemo(() => (across === '' ? [] : across.split(',').map(Number)), [across]);
  const go = (to: At, extend = false) => {
    take.current = true;
    setFrom(extend && to.row > 0 && to.column > 0 ? (from ?? at) : null);
    setPlace(placed(to));
  };
  /** The focus came to a cell by itself: by a screen reader, or by a click. */
  const rest = (to: At) => {
    if (to.row === at.row && to.column === at.column) return;
    setFrom(null);
    setPlace(placed(to));
  };
  const block: Block = blockOf(from ?? at, at);
  return {
    box,
    at,
    block,
    /** More than one cell is chosen. */
    several: from !== null && (block.top < block.bottom || block.left < block.right),
    page: Math.max(1, Math.floor(seen.height / m.height) - 1),
    go,
    rest,
    unblock: () => setFrom(null),
    rows: windowOf({
      ...{ count: rows.length, item: m.height, scroll: view.top, view: seen.height },
      ...{ ahead: AHEAD.rows, keep: at.row - 1 },
    }),
    columns: shownColumns,
    element: () => box.current && elementAt(box.current, at),
  };
}

/** The place of an element in the grid, or null outside of its cells. */
export function placeOf(element: Element): (At & { element: HTMLElement }) | null {
  const cell = element.closest<HTMLElement>('[data-at]');
  const [row, column] = (cell?.dataset['at'] ?? '').split('-').map(Number);
  return cell && row !== undefined && column !== undefined ? { row, column, element: cell } : null;
}
const elementAt = (box: HTMLElement, { row, column }: At): HTMLElement | null =>
  box.querySelector<HTMLElement>(`[data-at="${row}-${column}"]`);

/** 0 is the head; a place whose person or site has gone stays where it was, as far as there still is one. */
function followed(heads: readonly Head[], index: number, key: string): number {
  if (index === 0) return 0;
  if (key !== '' && heads[index - 1]?.key !== key) {
    const found = heads.findIndex((head) => head.key === key);
    if (found >= 0) return found + 1;
  }
  const within = Math.min(index, heads.length);
  return heads[within - 1]?.kind === 'group' ? Math.min(within + 1, heads.length) : within;
}

function useMeasured(box: RefObject<HTMLDivElement | null>, tell: (view: View) => void): void {
  const telling = useRef(tell);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    let told = '';
    const measure = () => {
      const { scrollTop, scrollLeft, clientWidth: width, clientHeight: height } = element;
      const [top, left] = [scrollTop - (scrollTop % STEP), scrollLeft - (scrollLeft % STEP)];
      const now = [top, left, width, height].join();
      if (now !== told) telling.current({ top, left, width, height });
      told = now;
    };
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      watch.disconnect();
    };
  }, [box]);
}
