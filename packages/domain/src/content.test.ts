import { describe, expect, it } from 'vitest';
import { canonicalText, contentSlugFrom, decideSlug, isContentSlug, utf8Bytes } from './index.ts';

const taken = (...slugs: string[]) => new Map(slugs.map((slug) => [slug, `id of ${slug}`]));

describe('the address of a page or post', () => {
  it.each(['about', 'about-us', '2026', 'a'.repeat(80)])('may be %s', (slug) => {
    expect(isContentSlug(slug)).toBe(true);
  });

  it.each(['', '-a', 'a-', 'a--b', 'A', 'ä', 'a b', 'a/b', 'a.b', '../a', 'a'.repeat(81), 'a\n'])(
    'may not be %j',
    (slug) => expect(isContentSlug(slug)).toBe(false),
  );

  it('is made from the title when there is none, with a number when that is taken', () => {
    expect(contentSlugFrom('Our Story & Beans', new Map())).toBe('our-story-and-beans');
    expect(contentSlugFrom('About', taken('about', 'about-2'))).toBe('about-3');
    expect(isContentSlug(contentSlugFrom('日本語', new Map()))).toBe(true);
  });

  it('belongs to one entry of its kind', () => {
    expect(decideSlug('about', taken('home')).allowed).toBe(true);
    expect(decideSlug('about', taken('about'))).toMatchObject({
      refusal: { code: 'content.slug_taken', facts: { slug: 'about', id: 'id of about' } },
    });
  });
});

describe('a body', () => {
  it('keeps its lines, tabs and outer spaces, in NFC with line feeds only', () => {
    expect(canonicalText('  # Cafe\u0301\r\n\tcode\r\n', 100)).toBe('  # Caf\u00e9\n\tcode\n');
    expect(canonicalText('', 10)).toBe('');
  });

  it.each(['a\u0000', 'a\u001b[31m', 'a\u007f', 'a\u202eb', '\u2066', '\ud800'])(
    'is refused with %j in it',
    (text) => expect(canonicalText(text, 100)).toBeNull(),
  );

  it('is measured in bytes of UTF-8', () => {
    expect(utf8Bytes('aä€😀')).toBe(Buffer.byteLength('aä€😀'));
    expect(canonicalText('€€', 6)).toBe('€€');
    expect(canonicalText('€€', 5)).toBeNull();
  });
});
