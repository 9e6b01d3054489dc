const FORBIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u200b]/u;
/** Hangul fillers count as letters and the empty Braille cell as a symbol, but nobody sees them. */
const VISIBLE = /[[\p{L}\p{N}\p{P}\p{S}]--[\p{Default_Ignorable_Code_Point}\u2800]]/v;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What no text of several lines may hold either: it would show other text than it is. Line feeds and tabs may stay. */
const FORBIDDEN_IN_TEXT = /[[\p{Cc}--[\n\t]]\p{Cs}\u202a-\u202e\u2066-\u2069]/v;

/** A name has at most this many visible characters (http-api.md, Conventions). */
export const NAME_GRAPHEMES = 80;
/** Stacked marks could hide thousands of characters in 80 graphemes. */
const CODE_UNITS_PER_GRAPHEME = 4;

/**
 * A name of a person, account or site in NFC with outer white space dropped, or null when it is not one:
 * 1–80 graphemes, something visible, no control or bidi characters, no lone surrogates (security.md 1.11.3).
 */
export const canonicalName = (input: string): string | null => canonicalLine(input, NAME_GRAPHEMES);

/** The same for a line of another length: a title, a description. */
export function canonicalLine(input: string, graphemesAtMost: number): string | null {
  const longest = graphemesAtMost * CODE_UNITS_PER_GRAPHEME;
  if (input.length > longest * 2 || !isSafeText(input)) return null;
  const line = input.normalize('NFC').trim();
  if (line.length > longest || !VISIBLE.test(line)) return null;
  return graphemeCount(line) <= graphemesAtMost ? line : null;
}

/** Whether one line of text holds no control, bidi or broken characters. */
export const isSafeText = (text: string): boolean => text.isWellFormed() && !FORBIDDEN.test(text);

/**
 * Free text of several lines (a note, a reason) in NFC, or null: as a name, but line feeds and tabs are kept.
 * `longest` counts UTF-16 code units.
 */
export function canonicalNote(input: string, longest: number): string | null {
  const note = input.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (note.length > longest || !note.isWellFormed()) return null;
  return FORBIDDEN.test(note.replace(/[\n\t]/g, ' ')) ? null : note;
}

/**
 * A body or a piece of code in NFC with line feeds only, or null: nothing is trimmed, tabs stay, control and bidi
 * override characters are refused. `bytesAtMost` counts UTF-8.
 */
export function canonicalText(input: string, bytesAtMost: number): string | null {
  if (input.length > bytesAtMost || !input.isWellFormed()) return null;
  const text = input.normalize('NFC').replace(/\r\n?/g, '\n');
  return FORBIDDEN_IN_TEXT.test(text) || utf8Bytes(text) > bytesAtMost ? null : text;
}

/** How many bytes a text takes in UTF-8. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** The first `most` graphemes of a text, with … when something was cut. */
export function shorten(text: string, most: number): string {
  const parts = [...graphemes.segment(text)].map((part) => part.segment);
  return parts.length <= most
    ? text
    : `${parts
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** How many characters a person sees. */
export function graphemeCount(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}
