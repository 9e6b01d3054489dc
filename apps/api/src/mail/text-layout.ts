const WIDTH = 72;

/** Breaks a paragraph into lines of 72 characters; a word that is longer (a link) stays whole. */
export function wrap(paragraph: string, indent = ''): string {
  return paragraph
    .split('\n')
    .map((line) => wrapLine(line, indent))
    .join(`\n${indent}`);
}

function wrapLine(line: string, indent: string): string {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && indent.length + current.length + 1 + word.length > WIDTH) {
      lines.push(current);
      current = word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current].join(`\n${indent}`);
}

/** `Label:  text` in two columns; every further text of a row gets a line of its own. */
export function textFacts(rows: readonly (readonly [label: string, ...texts: string[]])[]): string {
  const column = Math.max(...rows.map(([label]) => label.length)) + 2;
  const indent = ' '.repeat(column);
  return rows
    .map(
      ([label, ...texts]) =>
        `${label}:`.padEnd(column) + texts.map((text) => wrap(text, indent)).join(`\n${indent}`),
    )
    .join('\n');
}

/** The paragraphs of the text part, a blank line between each. */
export const textPart = (...paragraphs: readonly (string | null)[]): string =>
  `${paragraphs.filter((paragraph) => paragraph !== null).join('\n\n')}\n`;
