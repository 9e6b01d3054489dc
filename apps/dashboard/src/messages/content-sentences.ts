/** What a sentence about the content of a site is made from. */
interface Said {
  /** Who did it. */
  by: string;
  /** " on Northwind Coffee", or nothing. */
  on: string;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
}

const named = ({ before, after }: Said, key: string, otherwise: string): string => {
  const value = after?.[key] ?? before?.[key];
  return typeof value === 'string' ? value : otherwise;
};
const about = (verb: string, noun: string) => (said: Said) =>
  `${said.by} ${verb} the ${noun} “${named(said, 'title', 'without a title')}”${said.on}`;
const redirected = (verb: string) => (said: Said) =>
  `${said.by} ${verb} the redirect of ${named(said, 'path', 'a path')}${said.on}`;

/** Pages, posts, what search engines are told, redirects and code. */
export const CONTENT_SENTENCES = {
  'page.created': about('wrote', 'page'),
  'page.updated': about('edited', 'page'),
  'page.published': about('published', 'page'),
  'page.unpublished': about('took back', 'page'),
  'page.deleted': about('deleted', 'page'),
  'post.created': about('wrote', 'post'),
  'post.updated': about('edited', 'post'),
  'post.published': about('published', 'post'),
  'post.unpublished': about('took back', 'post'),
  'post.deleted': about('deleted', 'post'),
  'seo.updated': (said: Said) =>
    `${said.by} changed what search engines are told about “${named(said, 'page', 'a page')}”${said.on}`,
  'redirect.created': redirected('added'),
  'redirect.updated': redirected('changed'),
  'redirect.deleted': redirected('deleted'),
  'code.updated': ({ by, on }: Said) => `${by} changed the custom code${on}`,
} as const;
