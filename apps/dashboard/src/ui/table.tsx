import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import type { HTMLAttributes, MouseEvent, ReactNode, TdHTMLAttributes, ThHTMLAttributes } from 'react';
import { cx } from './cx.ts';

/*
 * A native table on a sheet. Under 768 px the cells of a row stack into a two-line entry, `Td.role`s say how:
 * no `as` stays as a line, "drop" disappears, "act" goes right, "end" is a number that goes there too, "wide" takes the whole line, "pick" disappears.
 * The explicit roles keep the table a table for screen readers when CSS makes it a grid.
 */
export interface TableProps {
  /** For screen readers: "Active members of Northwind Coffee". */
  caption: string;
  head: ReactNode;
  children: ReactNode;
  /** Older rows while a new filter loads. */
  stale?: boolean | undefined;
  rowCount?: number | undefined;
  className?: string | undefined;
}
export function Table({ caption, head, children, stale, rowCount, className }: TableProps) {
  return (
    <div className={cx('rounded-3 border border-line bg-surface', className)}>
      <table
        role="table"
        className="tbl"
        data-stale={stale || undefined}
        aria-busy={stale || undefined}
        aria-rowcount={rowCount}
      >
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">{head}</tr>
        </thead>
        <tbody role="rowgroup">{children}</tbody>
      </table>
    </div>
  );
}

export type SortDirection = 'asc' | 'desc';
export interface ThProps extends ThHTMLAttributes<HTMLTableCellElement> {
  /** Makes the head a button; `null` is sortable but not the current order. */
  sort?: SortDirection | null | undefined;
  onSort?: (() => void) | undefined;
}
export function Th({ sort, onSort, className, children, ...rest }: ThProps) {
  const state = sort === 'asc' ? 'ascending' : sort === 'desc' ? 'descending' : undefined;
  const Arrow = sort === 'asc' ? ArrowUp : sort === 'desc' ? ArrowDown : ChevronsUpDown;
  return (
    <th scope="col" role="columnheader" aria-sort={state} className={className} {...rest}>
      {onSort ? (
        <button
          type="button"
          onClick={onSort}
          className="-mx-1 inline-flex items-center gap-1 rounded-1 px-1 font-semibold hover:text-ink"
        >
          {children}
          <Arrow aria-hidden="true" size={12} strokeWidth={1.5} className={sort ? '' : 'opacity-60'} />
        </button>
      ) : (
        children
      )}
    </th>
  );
}
/** The head over a column of buttons or boxes: named, not shown. */
export const ThHidden = ({ children, className }: { children: ReactNode; className?: string }) => (
  <th scope="col" role="columnheader" className={className}>
    <span className="sr-only">{children}</span>
  </th>
);

export interface TrProps extends HTMLAttributes<HTMLTableRowElement> {
  selected?: boolean | undefined;
  current?: boolean | undefined;
  leaving?: boolean | undefined;
  /** A mouse convenience: the row's first column holds the real link. */
  onOpen?: (() => void) | undefined;
}
export function Tr({ selected, current, leaving, onOpen, children, ...rest }: TrProps) {
  const open = (event: MouseEvent<HTMLTableRowElement>) => {
    const inControl = (event.target as Element).closest(
      'a,button,input,select,label,textarea,[role=menu],[role=dialog]',
    );
    if (!inControl && !window.getSelection()?.toString()) onOpen?.();
  };
  return (
    <tr
      role="row"
      {...rest}
      data-selected={selected || undefined}
      data-current={current || undefined}
      data-leaving={leaving || undefined}
      data-clickable={onOpen ? true : undefined}
      onClick={onOpen ? open : undefined}
    >
      {children}
    </tr>
  );
}

export interface TdProps extends TdHTMLAttributes<HTMLTableCellElement> {
  as?: 'act' | 'end' | 'drop' | 'drop-1' | 'drop-2' | 'pick' | 'wide' | undefined;
  muted?: boolean | undefined;
}
const STACK: Record<NonNullable<TdProps['as']>, string> = {
  act: 'act',
  end: 'end',
  drop: 'drop',
  'drop-1': 'drop drop-1',
  'drop-2': 'drop drop-2',
  pick: 'drop pick',
  wide: 'wide',
};
/** `drop-1` and `drop-2` also leave under 1100 and 940 px: give the head of the column the same class. */
export function Td({ as, muted, className, ...rest }: TdProps) {
  return <td role="cell" className={cx(as && STACK[as], muted && 'text-ink-2', className)} {...rest} />;
}

/** Shown only when rows are stacked, for example the address under the name. */
export const StackOnly = ({ children }: { children: ReactNode }) => (
  <span className="stack-only text-12 text-ink-3">{children}</span>
);
/** A second, smaller line in a cell. */
export const Under = ({ children }: { children: ReactNode }) => (
  <span className="block text-12 leading-4 text-ink-3">{children}</span>
);
/** Class of the link in the first column. */
export const rowLinkClass = 'text-14 font-semibold text-ink no-underline hover:underline';
