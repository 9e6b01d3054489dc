/** What a spreadsheet would take for the beginning of a formula, also in its full-width form (security.md 1.11.4). */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** One line of CSV (RFC 4180); a cell that would be computed is made text by a leading apostrophe. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Without it spreadsheets read UTF-8 as something else. */
export const BYTE_ORDER_MARK = '\ufeff';
