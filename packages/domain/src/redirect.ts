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

/** The steps from a path back to itself, over any number of redirects, that a new one would make; null without. */
export function loopThrough(
  redirects: Redirects,
  { path, target }: NewRedirect,
  domain: string,
): string[] | null {
  const hops = [path];
  // Own addresses become foreign and back when a site changes its domain, so another loop may be there already.
  const seen = new Set<string>();
  for (let next = pathOnSite(target, domain); next !== null && !seen.has(next);) {
    hops.push(next);
    if (next === path) return hops;
    seen.add(next);
    const onward = redirects.get(next);
    next = onward === undefined ? null : pathOnSite(onward, domain);
  }
  return null;
}

/** Whether a redirect may stand beside these (without itself, when it is changed): one per path, and never in a circle. */
export function decideRedirect(
  redirects: Redirects,
  redirect: NewRedirect,
  domain: string,
): Decision<NewRedirect> {
  const there = redirects.get(redirect.path);
  if (there !== undefined) return refuse('redirect.already_exists', { path: redirect.path, target: there });
  if (redirects.size >= MOST_REDIRECTS) return refuse('redirect.limit_reached', { limit: MOST_REDIRECTS });
  const hops = loopThrough(redirects, redirect, domain);
  return hops ? refuse('redirect.loop', { hops: hops.slice(0, HOPS_TOLD) }) : allow(redirect);
}
