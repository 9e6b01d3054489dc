import { isId } from './ids.ts';

/** First path segments that the Dashboard keeps for itself; no account may be called like one (ui/brief.md §3). */
export const RESERVED_SLUGS = [
  'me',
  'admin',
  'invitation',
  'dev',
  'docs',
  'api',
  'assets',
  'livez',
  'readyz',
  'sign-in',
  'sign-up',
  'sign-out',
  'verify-email',
  'forgot-password',
  'reset-password',
  'new-account',
  'keyholder',
] as const;

const LONGEST = 48;

/** A slug made from a name: ASCII letters, digits and single hyphens; never empty. */
export function slugFrom(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'x' : plain;
}

/** The first of `base`, `base-2`, `base-3` … that is neither taken nor reserved. */
export function freeSlug(base: string, isTaken: (slug: string) => boolean): string {
  const reserved = new Set<string>(RESERVED_SLUGS);
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? base : `${base}-${n}`;
    // Addresses take an id or a slug: one must never read as the other.
    if (!reserved.has(slug) && !isId(slug) && !isTaken(slug)) return slug;
  }
}
