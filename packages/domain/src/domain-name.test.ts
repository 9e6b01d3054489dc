import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalDomain } from './index.ts';
import { decodePunycode } from './punycode.ts';

describe('a domain', () => {
  it.each([
    ['northwind.test', 'northwind.test'],
    ['WWW.Northwind.TEST', 'www.northwind.test'],
    ['straße.test', 'xn--strae-oqa.test'],
    ['münchen.test', 'xn--mnchen-3ya.test'],
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
    ['a--b.test', 'a--b.test'],
  ])('written %s is kept as %s', (written, kept) => {
    expect(canonicalDomain(written)).toBe(kept);
  });

  it.each([
    '',
    'localhost',
    'x.test.',
    '.test',
    'x..test',
    'https://x.test',
    'x.test:80',
    'x.test/',
    'user@x.test',
    'x test',
    'x.test\n',
    '127.0.0.1',
    '[::1]',
    'x%2etest',
    'x.t_st',
    '-x.test',
    'x-.test',
    `${'a'.repeat(64)}.test`,
    `${'a.'.repeat(130)}test`,
  ])('like %j is none', (written) => {
    expect(canonicalDomain(written)).toBeNull();
  });

  it.each([
    ['stands for a control character', 'xn--a.test'],
    ['stands for plain ASCII', 'xn--x-.test'],
    ['hides a capital letter', 'xn--mnchen-psa.test'],
    ['hides a zero-width space', 'xn--a-eha669u.test'],
    ['hides a ligature', 'xn--tda3219j.test'],
    ['stands for nothing', 'xn--.test'],
    ['is cut off', 'xn--mnchen-3y.test'],
    ['counts past Unicode', 'xn--999999999.test'],
  ])('with a label that %s is refused: it must survive the round trip (1.11.1)', (_, written) => {
    expect(canonicalDomain(written)).toBeNull();
  });
});

describe('punycode', () => {
  it.each([
    ['mnchen-3ya', 'münchen'],
    ['e1afmkfd', 'пример'],
    ['egbpdaj6bu4bxfgehfvwxn', 'ليهمابتكلموشعربي؟'],
    ['ihqwcrb4cv8a8dqg056pqjye', '他们为什么不说中文'],
    ['3b-ww4c5e180e575a65lsy2b', '3年b組金八先生'],
    ['n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa', 'なぜみんな日本語を話してくれないのか'],
  ])('%s stands for %s (RFC 3492 §7.1)', (text, unicode) => {
    expect(decodePunycode(text)).toBe(unicode);
  });

  it('undoes what the URL parser encodes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zäöüéжλ中あ]{1,12}$/u), (label) => {
        const ascii = URL.parse(`http://${label}.test/`)?.hostname.replace('.test', '') ?? '';
        if (ascii.startsWith('xn--')) expect(decodePunycode(ascii.slice(4))).toBe(label);
      }),
    );
  });

  it('takes any text without a throw', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]{0,60}$/), (text) => {
        expect(() => decodePunycode(text)).not.toThrow();
      }),
    );
  });
});
