/** A cell for any spreadsheet: never a formula, quoted where it must be (ui/brief.md 4.15). */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export interface RestLine {
  readonly email: string;
  readonly site: string;
  readonly role: string;
  readonly reason: string;
}
/** What was not sent, with the reasons, in the form that Invite many reads again. */
export const restCsv = (lines: readonly RestLine[]): string =>
  `\uFEFF${[
    ['email', 'site', 'role', 'reason'],
    ...lines.map(({ email, site, role, reason }) => [email, site, role, reason]),
  ]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('')}`;

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
