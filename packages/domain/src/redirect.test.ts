import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MOST_REDIRECTS,
  canonicalPath,
  canonicalTarget,
  chainEnds,
  decideRedirect,
  pathOnSite,
} from './index.ts';

const DOMAIN = 'northwind.example';
const redirects = (...pairs: [string, string][]) => new Map(pairs);

describe('a redirected path', () => {
  it.each([
    ['/', '/'],
    ['/about/', '/about'],
    ['//about///us', '/about/us'],
    ['/caf%C3%A9', '/caf%C3%A9'],
    ['/café', '/caf%C3%A9'],
    ['/cafe\u0301', '/caf%C3%A9'],
    ['/%61bout', '/about'],
    ['/a:b@c,d;e=f', '/a:b@c,d;e=f'],
    ['/About', '/About'],
  ])('%s is %s, and stays that', (input, path) => {
    expect(canonicalPath(input)).toBe(path);
    expect(canonicalPath(path)).toBe(path);
  });

  it.each([
    '',
    'about',
    '/a?b',
    '/a#b',
    '/a b',
    '/a\\b',
    '/../a',
    '/a/%2e%2e/b',
    '/%2F',
    '/%00',
    '/%zz',
    '/%5c',
    `/${'a'.repeat(1_000)}`,
  ])('may not be %j', (input) => expect(canonicalPath(input)).toBeNull());
});

describe('a target', () => {
  it.each([
    ['/new/?a=1#b', '/new?a=1#b'],
    ['https://Other.example/A?b', 'https://other.example/A?b'],
    ['http://other.example', 'http://other.example/'],
  ])('%s is %s', (input, target) => expect(canonicalTarget(input)).toBe(target));

  it.each([
    'new',
    '//evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://other.example/',
    'https:evil.test',
    'https://user:pass@other.example/',
    'https://127.0.0.1/',
    'https://localhost/',
    'https://other.example/a b',
    'https://other.example/\r\nX: 1',
  ])('may not be %j: a path of the site or an http(s) address only', (input) =>
    expect(canonicalTarget(input)).toBeNull(),
  );

  it('leads to this site by path or by its own domain', () => {
    expect(pathOnSite('/a/?b=1#c', DOMAIN)).toBe('/a');
    expect(pathOnSite(`https://${DOMAIN}/a/`, DOMAIN)).toBe('/a');
    expect(pathOnSite('https://other.example/a', DOMAIN)).toBeNull();
  });
});

describe('a new redirect', () => {
  it('is refused for a path that has one', () => {
    expect(decideRedirect(redirects(['/a', '/b']), { path: '/a', target: '/c' }, DOMAIN)).toMatchObject({
      refusal: { code: 'redirect.already_exists', facts: { target: '/b' } },
    });
  });

  it.each([
    ['to itself', redirects(), '/a', '/a'],
    ['to itself with a query', redirects(), '/a', '/a?x=1'],
    ['to itself by its own domain', redirects(), '/a', `https://${DOMAIN}/a/`],
    ['over one hop', redirects(['/b', '/a']), '/a', '/b'],
    ['over several hops', redirects(['/b', '/c'], ['/c', `http://${DOMAIN}/d`], ['/d', '/a#x']), '/a', '/b'],
  ])('is refused when it leads back %s', (_, there, path, target) => {
    const decision = decideRedirect(there, { path, target }, DOMAIN);
    expect(decision).toMatchObject({ refusal: { code: 'redirect.loop' } });
  });

  it('may lead into a chain that ends, or elsewhere', () => {
    const there = redirects(['/b', '/c'], ['/x', 'https://other.example/a']);
    expect(decideRedirect(there, { path: '/a', target: '/b' }, DOMAIN).allowed).toBe(true);
    expect(decideRedirect(there, { path: '/c', target: '/x' }, DOMAIN).allowed).toBe(true);
  });

  it('keeps a site free of loops, whatever is added, and refuses nothing that makes none', () => {
    const place = fc.integer({ min: 0, max: 12 }).map((n) => `/p${n}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { maxLength: 40 }), (pairs) => {
        const there = new Map<string, string>();
        for (const [path, target] of pairs) {
          const decision = decideRedirect(there, { path, target }, DOMAIN);
          const after = new Map(there).set(path, target);
          if (decision.allowed) there.set(path, target);
          else if (decision.refusal.code === 'redirect.loop') expect(circles(after)).toBe(true);
          expect(circles(there)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('ends also where a loop is there already', () => {
    const circle = redirects(['/b', '/c'], ['/c', '/b']);
    expect(decideRedirect(circle, { path: '/a', target: '/b' }, DOMAIN).allowed).toBe(true);
  });

  it('is judged as if alone when it is one of many', () => {
    const place = fc.integer({ min: 0, max: 12 }).map((n) => `/p${n}`);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, place), { maxLength: 6 }),
        fc.array(fc.tuple(place, place), { maxLength: 40 }),
        (first, pairs) => {
          const there = new Map(first);
          const endOf = chainEnds(there, DOMAIN);
          for (const [path, target] of pairs) {
            const decision = decideRedirect(there, { path, target }, DOMAIN, endOf);
            expect(decision).toEqual(decideRedirect(there, { path, target }, DOMAIN));
            if (decision.allowed) there.set(path, target);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('costs next to nothing beside a chain of thousands, one or many', () => {
    const there = new Map<string, string>(
      Array.from({ length: MOST_REDIRECTS - 1 }, (_, n) => [`/p${n}`, `/p${n + 1}`] as const),
    );
    const asked: string[] = [];
    const watched = {
      size: there.size,
      get: (path: string) => (asked.push(path), there.get(path)),
    };
    const all = watched as unknown as ReadonlyMap<string, string>;
    const endOf = chainEnds(all, DOMAIN);
    for (let row = 0; row < 500; row += 1)
      expect(
        decideRedirect(all, { path: `/p${MOST_REDIRECTS - 1}`, target: '/p0' }, DOMAIN, endOf),
      ).toMatchObject({ refusal: { code: 'redirect.loop' } });
    expect(asked.length).toBeLessThan(MOST_REDIRECTS + 500 * 20);
  });
});

/** Whether anybody would walk in a circle, found the slow way: more steps than there are redirects. */
function circles(there: ReadonlyMap<string, string>): boolean {
  return [...there.keys()].some((start) => {
    let at: string | undefined = start;
    for (let steps = 0; at !== undefined && steps <= there.size; steps += 1) at = there.get(at);
    return at !== undefined;
  });
}
