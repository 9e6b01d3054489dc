import { allow, refuse } from './decision.ts';
import type { Decision } from './decision.ts';
import { canonicalDomain } from './domain-name.ts';
import { isSafeText } from './text.ts';

/** Moved for good, or for now. */
export const REDIRECT_STATUSES = [301, 302] as const;
export type RedirectStatus = (typeof REDIRECT_STATUSES)[number];

/** All redirects of a site are looked at when one is added. */
export const MOST_REDIRECTS = 5_000;
const LONGEST_PATH = 1_000;
const LONGEST_TARGET = 2_000;
/** More steps of a loop would tell nobody more. */
const HOPS_TOLD = 12;

/**
 * A path as redirects are compared by, or null: from the root, percent-encoding in one form, no trailing, doubled or
 * dotted parts, nothing after `?` or `#`. `/About//us/` is `/About/us`; letter case counts.
 */
export function canonicalPath(input: string): string | null {
  if (input.length > LONGEST_PATH || !input.startsWith('/') || !isSafeText(input) || /[?#\\\s]/.test(input))
    return null;
  const parts = input.split('/').filter((part) => part !== '');
  const plain = parts.map(decodePart);
  if (plain.some((part) => part === null)) return null;
  const path = `/${plain.map((part) => encodePart(part!)).join('/')}`;
  return path.length <= LONGEST_PATH ? path : null;
}

function decodePart(part: string): string | null {
  try {
    const plain = decodeURIComponent(part).normalize('NFC');
    // Encoded, these would be separators to one program and letters to the next.
    return !isSafeText(plain) || /[/\\]/.test(plain) || plain === '.' || plain === '..' ? null : plain;
  } catch {
    return null;
  }
}

/** Letters that a path may hold as they are (RFC 3986, pchar). */
const encodePart = (part: string): string =>
  encodeURIComponent(part).replace(/%(?:3A|40|26|3D|2B|24|2C|3B)/g, decodeURIComponent);

/** Where a redirect leads, in one form, or null: a path of the same site, or an http(s) address without credentials. */
export function canonicalTarget(input: string): string | null {
  if (input.length > LONGEST_TARGET || !isSafeText(input) || /[\\\s]/.test(input)) return null;
  if (input.startsWith('/')) return targetOnSite(input);
  if (!/^https?:\/\//i.test(input)) return null;
  const url = URL.parse(input);
  if (!url || url.username !== '' || url.password !== '' || canonicalDomain(url.hostname) === null)
    return null;
  return url.href.length <= LONGEST_TARGET ? url.href : null;
}

function targetOnSite(input: string): string | null {
  // `//host` leads to another site.
  if (input.startsWith('//')) return null;
  const end = input.search(/[?#]/);
  const path = canonicalPath(end === -1 ? input : input.slice(0, end));
  const rest = end === -1 ? null : URL.parse(`https://site.example/${input.slice(end)}`);
  return path === null ? null : `${path}${rest?.search ?? ''}${rest?.hash ?? ''}`;
}

/** The path of this site that a target leads to; null when it leads elsewhere. */
export function pathOnSite(target: string, domain: string): string | null {
  if (target.startsWith('/')) return canonicalPath(target.replace(/[?#].*$/, ''));
  const url = URL.parse(target);
  return url?.hostname === domain && url.port === '' ? canonicalPath(url.pathname) : null;
}

/** Path → target of the redirects of one site. */
export type Redirects = ReadonlyMap<string, string>;
export interface NewRedirect {
  readonly path: string;
  readonly target: string;
}

/** Where the chain that begins at a path of the site ends; null: nowhere, it runs in a circle. */
type ChainEnd = (path: string) => string | null;

/**
 * Follows chains and remembers where they end, so that many redirects can be judged without walking a chain of
 * thousands once for each. Redirects may be added to the map meanwhile; none may be changed or taken away.
 */
export function chainEnds(redirects: Redirects, domain: string): ChainEnd {
  const further = new Map<string, string | null>();
  function onward(path: string): string | null | undefined {
    if (further.has(path)) return further.get(path);
    const target = redirects.get(path);
    return (target === undefined ? null : pathOnSite(target, domain)) ?? undefined;
  }
  return (start) => {
    const walked = new Set<string>();
    let at: string | null = start;
    while (at !== null) {
      const next = onward(at);
      if (next === undefined) break;
      // Own addresses become foreign and back when a site changes its domain, so a circle may be there already.
      at = walked.has(at) ? null : (walked.add(at), next);
    }
    for (const path of walked) further.set(path, at);
    return at;
  };
}

/** The first steps from a path back to itself that a new redirect would make. */
function hopsOf(redirects: Redirects, { path, target }: NewRedirect, domain: string): string[] {
  const hops = [path];
  for (let next = pathOnSite(target, domain); next !== null && hops.length < HOPS_TOLD;) {
    hops.push(next);
    const onward = next === path ? undefined : redirects.get(next);
    next = onward === undefined ? null : pathOnSite(onward, domain);
  }
  return hops;
}

/**
 * Whether a redirect may stand beside these (without itself, when it is changed): one per path, and never in a circle.
 * `endOf`: for who judges many.
 */
export function decideRedirect(
  redirects: Redirects,
  redirect: NewRedirect,
  domain: string,
  endOf: ChainEnd = chainEnds(redirects, domain),
): Decision<NewRedirect> {
  const there = redirects.get(redirect.path);
  if (there !== undefined) return refuse('redirect.already_exists', { path: redirect.path, target: there });
  if (redirects.size >= MOST_REDIRECTS) return refuse('redirect.limit_reached', { limit: MOST_REDIRECTS });
  const next = pathOnSite(redirect.target, domain);
  if (next === null || endOf(next) !== redirect.path) return allow(redirect);
  return refuse('redirect.loop', { hops: hopsOf(redirects, redirect, domain) });
}
