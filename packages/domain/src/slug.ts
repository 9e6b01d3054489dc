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
/** So many slugs that an account had before still lead to it; nobody else can have them meanwhile. */
export const FORMER_SLUGS_KEPT = 5;

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

/** A slug that somebody has chosen, or null when it is none: 2 to 48 letters, digits and single hyphens, and no reserved word. */
export function canonicalSlug(input: string): string | null {
  const slug = input.trim().toLowerCase();
  if (slug.length < 2 || slug.length > LONGEST || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return null;
  return isReserved(slug) ? null : slug;
}

/** Addresses take an id or a slug, and the Dashboard has pages of its own: neither must ever read as an account. */
const isReserved = (slug: string): boolean =>
  (RESERVED_SLUGS as readonly string[]).includes(slug) || isId(slug);

/** The first of `base`, `base-2`, `base-3` … that is neither taken nor reserved. */
export function freeSlug(base: string, isTaken: (slug: string) => boolean): string {
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!isReserved(slug) && !isTaken(slug)) return slug;
  }
}
