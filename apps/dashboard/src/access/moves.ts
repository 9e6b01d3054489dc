/** A cell by its place; row 0 is the head, column 0 the first column. */
export interface At {
  row: number;
  column: number;
}
export interface Size {
  /** Without the head. */
  rows: number;
  columns: number;
  /** Rows that fit the window. */
  page: number;
  /** Headings between the rows, which are passed over. */
  isHeading: (row: number) => boolean;
}
interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** Where a key leads from a cell, or null when it leads nowhere. The corner is no place. */
export function moved(at: At, { key, ctrlKey, metaKey }: Key, size: Size): At | null {
  const far = ctrlKey || metaKey;
  const { row, column } = at;
  const first = row === 0 ? 1 : 0;
  const targets: Record<string, At | undefined> = {
    ArrowUp: { row: far ? 1 : row - 1, column },
    ArrowDown: { row: far ? size.rows : row + 1, column },
    ArrowLeft: { row, column: far ? first : column - 1 },
    ArrowRight: { row, column: far ? size.columns : column + 1 },
    PageUp: { row: Math.max(1, row - size.page), column },
    PageDown: { row: row + size.page, column },
    Home: { row: far ? 1 : row, column: far ? 0 : first },
    End: { row: far ? size.rows : row, column: size.columns },
  };
  const to = targets[key];
  if (!to) return null;
  const next = {
    row: pastHeadings(Math.min(to.row, size.rows), key === 'ArrowUp' && !far ? -1 : 1, size),
    column: Math.min(Math.max(to.column, first), size.columns),
  };
  const nowhere = next.row === 0 && next.column === 0;
  return nowhere || (next.row === row && next.column === column) ? null : next;
}

/** Every heading has a row under it, so downwards there is always one. */
function pastHeadings(row: number, step: 1 | -1, { isHeading }: Size): number {
  let free = row;
  while (free > 0 && isHeading(free)) free += step;
  return Math.max(free, 0);
}

export interface Block {
  top: number;
  bottom: number;
  left: number;
  right: number;
}
/** The cells between two corners, heads left out. */
export const blockOf = (from: At, to: At): Block => ({
  top: Math.max(1, Math.min(from.row, to.row)),
  bottom: Math.max(from.row, to.row),
  left: Math.max(1, Math.min(from.column, to.column)),
  right: Math.max(from.column, to.column),
});
export const isIn = ({ top, bottom, left, right }: Block, { row, column }: At): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;
