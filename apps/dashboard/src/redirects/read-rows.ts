import { cellsOf, separatorOf } from '../csv.ts';

/** A line as somebody wrote it; what it means is for the server to say. */
export interface ImportRow {
  readonly path: string;
  readonly target: string;
  readonly status: string;
}
type Column = keyof ImportRow;

const HEADS: Readonly<Record<Column, readonly string[]>> = {
  path: ['path', 'from', 'old', 'old path', 'source'],
  target: ['target', 'to', 'new', 'new path', 'destination'],
  status: ['status', 'kind', 'code', 'type'],
};
const IN_ORDER: Readonly<Record<Column, number>> = { path: 0, target: 1, status: 2 };
/** A longer cell would refuse the whole request; as it is, only its own line is refused. */
const LONGEST_CELL = 4_000;

/** Lines of `path, target, status` in CSV or out of a spreadsheet, with or without a line that names the columns. */
export function readRows(text: string): readonly ImportRow[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
  const separator = separatorOf(lines);
  const heads = headsOf(cellsOf(lines[0] ?? '', separator));
  return (heads ? lines.slice(1) : lines).map((line) => {
    const cells = cellsOf(line, separator);
    const cell = (column: Column) => (cells[(heads ?? IN_ORDER)[column]] ?? '').slice(0, LONGEST_CELL);
    return { path: cell('path'), target: cell('target'), status: cell('status') };
  });
}

function headsOf(cells: readonly string[]): Readonly<Record<Column, number>> | null {
  const at = (column: Column) => cells.findIndex((cell) => HEADS[column].includes(cell.toLowerCase()));
  const heads = { path: at('path'), target: at('target'), status: at('status') };
  return heads.path >= 0 && heads.target >= 0 ? heads : null;
}
