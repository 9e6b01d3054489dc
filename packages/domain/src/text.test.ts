import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalName, canonicalNote, isSafeText, shorten } from './index.ts';

const FAMILY = '👨‍👩‍👧';

/** Characters that have no place in a line of text: A-061 and security.md 1.11.3. */
const FORBIDDEN = [
  ['NUL', '\u0000'],
  ['CR', '\r'],
  ['LF', '\n'],
  ['tab', '\t'],
  ['escape', '\u001b'],
  ['delete', '\u007f'],
  ['next line', '\u0085'],
  ['line separator', '\u2028'],
  ['paragraph separator', '\u2029'],
  ['left-to-right mark', '\u200e'],
  ['right-to-left override', '\u202e'],
  ['right-to-left isolate', '\u2067'],
  ['Arabic letter mark', '\u061c'],
  ['zero-width space', '\u200b'],
  ['byte order mark', '\ufeff'],
  ['lone high surrogate', '\ud83d'],
  ['lone low surrogate', '\udc00'],
] as const;

describe('a name', () => {
  it.each([
    ['Sarah Chen', 'Sarah Chen'],
    ['  Sarah Chen \u00a0', 'Sarah Chen'],
    ['Jose\u0301', 'José'],
    ["Seán O'Neill & Sons <b>", "Seán O'Neill & Sons <b>"],
    ['نورة', 'نورة'],
    ['=1+1', '=1+1'],
    ['7', '7'],
    [FAMILY, FAMILY],
  ])('written %j is kept as %j', (written, kept) => {
    expect(canonicalName(written)).toBe(kept);
  });

  it.each(FORBIDDEN)('with a %s before, in or after it is refused [A-061]', (_, character) => {
    for (const written of [`${character}Sarah`, `Sa${character}rah`, `Sarah${character}`])
      expect(canonicalName(written)).toBeNull();
    expect(isSafeText(`Sa${character}rah`)).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \u00a0\u3000 '],
    ['a lone joiner', '\u200d'],
    ['a lone mark', '\u0301'],
    ['a soft hyphen', '\u00ad'],
    ['a Hangul filler', '\u3164'],
    ['an empty Braille cell', '\u2800'],
  ])('of %s is refused: something must be visible', (_, written) => {
    expect(canonicalName(written)).toBeNull();
  });

  it('has at most 80 graphemes, as people count them', () => {
    expect(canonicalName('é'.repeat(80))).toHaveLength(80);
    expect(canonicalName('e\u0301'.repeat(80))).toHaveLength(80);
    expect(canonicalName('x'.repeat(81))).toBeNull();
    expect(canonicalName('👍'.repeat(80))).not.toBeNull();
    expect(canonicalName('👍'.repeat(81))).toBeNull();
  });

  it('cannot hide thousands of marks in one grapheme, and is refused fast', () => {
    const began = performance.now();
    expect(canonicalName(`Z${'\u0334'.repeat(320)}`)).toBeNull();
    expect(canonicalName(`Z${'\u0334'.repeat(100_000)}`)).toBeNull();
    expect(performance.now() - began).toBeLessThan(50);
  });

  it('stays as it is when it is brought to this form again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), (text) => {
        const name = canonicalName(text);
        if (name === null) return;
        expect(canonicalName(name)).toBe(name);
        expect(name).toBe(name.normalize('NFC').trim());
      }),
    );
  });
});

describe('a note', () => {
  it('keeps its lines and tabs, and may be empty', () => {
    expect(canonicalNote('  one\r\ntwo\rthree\n\tfour ', 100)).toBe('one\ntwo\nthree\n\tfour');
    expect(canonicalNote('', 100)).toBe('');
  });

  it('has at most as many characters as asked for', () => {
    expect(canonicalNote('x'.repeat(100), 100)).toHaveLength(100);
    expect(canonicalNote('x'.repeat(101), 100)).toBeNull();
  });

  it.each(FORBIDDEN.filter(([name]) => !['CR', 'LF', 'tab'].includes(name)))(
    'with a %s in it is refused [A-061]',
    (_, character) => {
      expect(canonicalNote(`no${character}te`, 100)).toBeNull();
    },
  );
});

describe('shortening', () => {
  it('cuts between graphemes and marks the cut', () => {
    expect(shorten('Northwind', 9)).toBe('Northwind');
    expect(shorten('Northwind', 8)).toBe('Northwi…');
    expect(shorten('North wind', 7)).toBe('North…');
    expect(shorten(FAMILY.repeat(3), 2)).toBe(`${FAMILY}…`);
  });
});
