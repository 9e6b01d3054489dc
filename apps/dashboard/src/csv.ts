/** What parts the cells of these lines. */
export function separatorOf(lines: readonly string[]): string {
  if (lines.some((line) => line.includes('\t'))) return '\t';
  const having = (mark: string) => lines.filter((line) => line.includes(mark)).length;
  return having(';') > having(',') ? ';' : ',';
}

/** The cells of a line; in quotes a separator is text and two quotes are one. */
export function cellsOf(line: string, separators: string): readonly string[] {
  const cells = [''];
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line.charAt(at);
    if (letter === '"' && quoted && line.charAt(at + 1) === '"') {
      cells.push(`${cells.pop()}"`);
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (!quoted && separators.includes(letter)) cells.push('');
    else cells.push(`${cells.pop()}${letter}`);
  }
  // An apostrophe before a sign is what a careful export puts there against formulas.
  return cells.map((cell) => cell.trim().replace(/^'(?=[=+\-@])/, ''));
}

/** A cell for any spreadsheet: never a formula, quoted where it must be (ui/brief.md 4.15). */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as lines to paste somewhere. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
/** Rows as a file that spreadsheets open. */
export const csvText = (rows: readonly (readonly string[])[]): string => `\uFEFF${csvLines(rows)}`;

/** Hands a text to the browser as a file. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file when the click returns.
  URL.revokeObjectURL(url);
}
