const FORBIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u200b]/u;
/** Hangul fillers count as letters and the empty Braille cell as a symbol, but nobody sees them. */
const VISIBLE = /[[\p{L}\p{N}\p{P}\p{S}]--[\p{Default_Ignorable_Code_Point}\u2800]]/v;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A name has at most this many visible characters (http-api.md, Conventions). */
export const NAME_GRAPHEMES = 80;
/** Stacked marks could hide thousands of characters in 80 graphemes. */
const NAME_CODE_UNITS = 320;

/**
 * A name of a person, account or site in NFC with outer white space dropped, or null when it is not one:
 * 1–80 graphemes, something visible, no control or bidi characters, no lone surrogates (security.md 1.11.3).
 */
export function canonicalName(input: string): string | null {
  if (input.length > NAME_CODE_UNITS * 2 || !isSafeText(input)) return null;
  const name = input.normalize('NFC').trim();
  if (name.length > NAME_CODE_UNITS || !VISIBLE.test(name)) return null;
  return graphemeCount(name) <= NAME_GRAPHEMES ? name : null;
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

function graphemeCount(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}
