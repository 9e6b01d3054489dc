import { allow, refuse } from './decision.ts';
import type { Decision } from './decision.ts';
import type { SitePermission } from './permission.ts';
import { slugFrom } from './slug.ts';

/** What a site publishes: pages stand for themselves, posts follow each other. */
export const CONTENT_KINDS = ['page', 'post'] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];

/** A draft is seen in Site Admin only. */
export const CONTENT_STATUSES = ['draft', 'published'] as const;
export type ContentStatus = (typeof CONTENT_STATUSES)[number];

/** What each kind asks for (product.md §2.2). */
export const CONTENT_PERMISSIONS = {
  page: { read: 'pages.read', write: 'pages.write', publish: 'pages.publish' },
  post: { read: 'posts.read', write: 'posts.write', publish: 'posts.publish' },
} as const satisfies Record<ContentKind, Record<'read' | 'write' | 'publish', SitePermission>>;

/** A title has at most this many visible characters. */
export const TITLE_GRAPHEMES = 120;
/** The Markdown of one page or post, in bytes of UTF-8. */
export const BODY_BYTES = 256 * 1024;
const LONGEST_SLUG = 80;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether this can be the address of a page or post: ASCII letters, digits and single hyphens, 1–80. */
export const isContentSlug = (text: string): boolean => text.length <= LONGEST_SLUG && SLUG.test(text);

/** The addresses of the others of a kind on a site, each with whose it is. */
type Taken = ReadonlyMap<string, string>;

/** The address of something without one of its own: from its title, with a number when that is taken. */
export function contentSlugFrom(title: string, taken: Taken): string {
  const base = slugFrom(title);
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(slug)) return slug;
  }
}

/** An address belongs to one page, or to one post, of a site; the refusal names whose it is. */
export function decideSlug(slug: string, taken: Taken): Decision<string> {
  const id = taken.get(slug);
  return id === undefined ? allow(slug) : refuse('content.slug_taken', { slug, id });
}
