import type { LengthVerdict, Robots } from '@keyholder/domain';

export const seoWords = {
  title: 'SEO',
  caption: (site: string) => `What search engines are told about the pages of ${site}`,
  find: 'Find a page',
  missingFilter: 'Show',
  all: 'All pages',
  missing: {
    any: 'Something missing',
    title: 'Title missing',
    description: 'Description missing',
  } as const,
  page: 'Page',
  seoTitle: 'Title',
  description: 'Description',
  robots: 'Robots',
  robotsOf: {
    'index,follow': 'Found, links followed',
    'index,nofollow': 'Found, links not followed',
    'noindex,follow': 'Not found, links followed',
    'noindex,nofollow': 'Not found, links not followed',
  } as const satisfies Record<Robots, string>,
  verdict: { missing: 'Missing', short: 'Short', good: 'Good', long: 'Long' } as const satisfies Record<
    LengthVerdict,
    string
  >,
  hint: (length: number, from: number, to: number) =>
    `${length} characters; ${from} to ${to} are shown in full.`,
  hidden: 'Hidden from search',
  draft: 'Draft',
  empty: 'No pages yet. What search engines are told is written per page.',
  noMatch: 'No page matches.',
  nothingMissing: 'No page lacks anything.',
  pageTitleHelp: (title: string) => `Without one, search engines make their own from “${title}”.`,
  preview: 'How it may look',
  noTitle: (title: string) => title,
  noDescription: 'No description: a search engine picks some text of the page.',
  save: 'Save changes',
  saving: 'Saving…',
  saved: (title: string) => `Saved what search engines are told about ${title}.`,
  unchanged: 'Nothing has changed.',
  gone: 'This page is no longer here.',
  back: 'All pages',
} as const;
