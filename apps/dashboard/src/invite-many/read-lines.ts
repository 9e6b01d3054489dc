import { cellsOf, separatorOf } from '../csv.ts';
import { roleIn } from './understand.ts';

/** A line as somebody wrote it: nothing of it is understood yet. */
export interface WrittenLine {
  readonly email: string;
  readonly site: string;
  readonly role: string;
}
type Column = keyof WrittenLine;

const HEADS: Readonly<Record<Column, readonly string[]>> = {
  email: ['email', 'e-mail', 'mail', 'address', 'email address', 'e-mail address'],
  site: ['site', 'site name', 'website', 'domain'],
  role: ['role', 'site role'],
};
const ADDRESS = /[^\s<>,;"]+@[^\s<>,;"]+/g;
const addressesIn = (text: string): readonly string[] =>
  (text.match(ADDRESS) ?? []).map((each) => each.replace(/^mailto:/i, ''));

/** Lines of `email, site, role` in CSV or out of a spreadsheet, a column of addresses, or what stands in a To: field. */
export function readLines(text: string): readonly WrittenLine[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const separator = separatorOf(lines);
  const heads = headsOf(cellsOf(lines[0] ?? '', separator));
  return (heads ? lines.slice(1) : lines).flatMap((line) =>
    isRecipients(line) ? recipientsOf(line) : [lineOf(cellsOf(line, separator), heads)],
  );
}

/** Which column is where, when the first line says so. */
function headsOf(cells: readonly string[]): Readonly<Record<Column, number>> | null {
  const at = (column: Column) => cells.findIndex((cell) => HEADS[column].includes(cell.toLowerCase()));
  const heads = { email: at('email'), site: at('site'), role: at('role') };
  return heads.email >= 0 ? heads : null;
}

function lineOf(cells: readonly string[], heads: ReturnType<typeof headsOf>): WrittenLine {
  if (heads) {
    const cell = (column: Column) => cells[heads[column]] ?? '';
    return { email: addressOf(cell('email')), site: cell('site'), role: cell('role') };
  }
  const at = Math.max(
    0,
    cells.findIndex((cell) => cell.includes('@')),
  );
  const [first = '', second = ''] = cells.toSpliced(at, 1);
  const turned = roleIn(first) !== null && roleIn(second) === null;
  const [site, role] = turned ? [second, first] : [first, second];
  return { email: addressOf(cells[at] ?? ''), site, role };
}
/** "Sarah Chen <sarah@yourteam.com>" is the address in it. */
const addressOf = (cell: string): string => addressesIn(cell)[0] ?? cell;

const isRecipients = (line: string): boolean =>
  /^\s*(to|cc|bcc)\s*:/i.test(line) || addressesIn(line).length > 1;

/** Every address of a To: line; a part without one is kept, so that nobody is lost unseen. */
const recipientsOf = (line: string): readonly WrittenLine[] =>
  cellsOf(line.replace(/^\s*(to|cc|bcc)\s*:/i, ''), ',;\t')
    .filter((part) => part !== '')
    .flatMap((part) => {
      const found = addressesIn(part);
      return (found.length > 0 ? found : [part]).map((email) => ({ email, site: '', role: '' }));
    });
