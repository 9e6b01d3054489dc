import { canonicalEmail, shorten } from '@keyholder/domain';

/** Control, bidi and broken characters. Names come without them; this is the net for what was forced into the database. */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;
/** What mail programs take for part of a web or mail address, with the dots that browsers read as dots. */
const LINKING = /[./\\@:\u3002\uff0e\uff61\uff0f\uff20](?=\S)/gu;
const WORD_JOINER = '\u2060';
/** 80 graphemes could carry thousands of stacked marks. */
const MOST_CODE_UNITS = 320;

/** One line without anything that could end a header or turn the reading direction. */
export const oneLine = (text: string): string => text.replace(UNSAFE, ' ').replace(/\s+/gu, ' ').trim();

const bounded = (text: string, graphemes: number): string => {
  const line = oneLine(text);
  return shorten(
    line.length > MOST_CODE_UNITS ? `${oneLine(line.slice(0, MOST_CODE_UNITS))}…` : line,
    graphemes,
  );
};

/** A name for the subject and the sender: at most 40 graphemes (ui/brief.md §6). */
export const headerName = (name: string): string => bounded(name, 40);

/** A name for the body: mail programs do not turn it into a link [R27]. */
export const bodyName = (name: string): string => unlinked(bounded(name, 80));

/** Free text of several lines for the body. */
export const bodyNote = (note: string): string =>
  unlinked(shorten(note.slice(0, 2_000).split('\n').map(oneLine).join('\n').trim(), 500));

/** An address as it is stored stays copyable; anything else in its place is treated like a name. */
export const bodyAddress = (address: string): string =>
  canonicalEmail(address) === address ? address : bodyName(address);

const unlinked = (text: string): string => text.replace(LINKING, (sign) => sign + WORD_JOINER);
