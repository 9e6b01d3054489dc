import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RESERVED_SLUGS, canonicalSlug, freeSlug, isId, slugFrom } from './index.ts';

const UUID = '0190f000-0000-7000-8000-00000000000a';

describe('a slug', () => {
  it.each([
    ['Bright Lines Agency', 'bright-lines-agency'],
    ['Café Crème', 'cafe-creme'],
    ['Smith & Sons, Ltd.', 'smith-and-sons-ltd'],
    ['  --Ready?-- ', 'ready'],
    ['ＦＵＬＬ 2', 'full-2'],
    ['北京', 'x'],
    ['👍', 'x'],
  ])('made from %j is %s', (name, slug) => {
    expect(slugFrom(name)).toBe(slug);
  });

  it('is 1 to 48 ASCII letters, digits and single inner hyphens, whatever the name', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme', maxLength: 90 }), fc.string({ maxLength: 90 })),
        (name) => {
          expect(slugFrom(name)).toMatch(/^(?=.{1,48}$)[a-z0-9]+(-[a-z0-9]+)*$/);
        },
      ),
    );
  });

  it('gets the first free number when it is taken', () => {
    const taken = new Set(['north', 'north-2']);
    expect(freeSlug('north', (slug) => taken.has(slug))).toBe('north-3');
    expect(freeSlug('south', (slug) => taken.has(slug))).toBe('south');
  });

  it.each(RESERVED_SLUGS)('is never the reserved word %s', (word) => {
    expect(freeSlug(word, () => false)).toBe(`${word}-2`);
  });

  it("is never a first part of the Dashboard's own addresses (ui/brief.md §3)", () => {
    const own = [
      'sign-in',
      'sign-up',
      'verify-email',
      'forgot-password',
      'reset-password',
      'invitation',
      'new-account',
      'me',
      'admin',
      'docs',
      'dev',
      'api',
    ];
    expect(own.filter((word) => freeSlug(word, () => false) === word)).toEqual([]);
  });

  it('is never read as the id of another account', () => {
    const slug = freeSlug(slugFrom(UUID), () => false);
    expect(isId(UUID)).toBe(true);
    expect(isId(slug)).toBe(false);
  });
});

describe('a slug that somebody chooses', () => {
  it.each([
    ['bright-lines', 'bright-lines'],
    ['  Bright-Lines ', 'bright-lines'],
    ['42', '42'],
    ['a'.repeat(48), 'a'.repeat(48)],
  ])('%j is %s', (input, slug) => {
    expect(canonicalSlug(input)).toBe(slug);
  });

  it.each([
    ...['', 'a', 'a'.repeat(49), '-a', 'a-', 'a--b', 'a b', 'a_b', 'a.b', 'a/b', 'café', 'a\nb', '..', UUID],
    ...RESERVED_SLUGS,
    'Sign-In',
  ])('%j is none', (input) => {
    expect(canonicalSlug(input)).toBeNull();
  });

  it('can be every slug that a name is given, but one of a single character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), (name) => {
        const slug = freeSlug(slugFrom(name), () => false);
        expect(canonicalSlug(slug)).toBe(slug.length === 1 ? null : slug);
      }),
    );
  });
});

describe('an id', () => {
  it.each([
    '',
    'abc',
    '-1',
    '1e309',
    '18446744073709551616',
    UUID.toUpperCase(),
    `{${UUID}}`,
    UUID.replaceAll('-', ''),
    `${UUID} `,
    `${UUID}\n`,
    'x'.repeat(9_000),
    '..%2f',
    `${UUID}%00`,
  ])('is not %j [A-066, A-069]', (text) => {
    expect(isId(text)).toBe(false);
  });
});
