import type { ContentKind } from '@keyholder/domain';

/** What a site of the demo says, before its name is put in for `SITE`. */
export interface DemoText {
  readonly kind: ContentKind;
  readonly title: string;
  readonly slug: string;
  readonly body: string;
  readonly published: boolean;
  readonly seo?: { readonly title: string; readonly description?: string };
}

export const DEMO_TEXTS: readonly DemoText[] = [
  {
    ...{ kind: 'page', title: 'Welcome', slug: 'home', published: true },
    body: '# Welcome to SITE\n\nGood to have you here. See [what we do](/services) or [get in touch](/contact).\n',
    seo: {
      title: 'SITE – welcome, and good to have you here',
      description:
        'SITE in a few words: who we are, what we do every day, and how to reach us by phone, by mail or in person.',
    },
  },
  {
    ...{ kind: 'page', title: 'About us', slug: 'about', published: true },
    body: '# About SITE\n\nWe began **small** and stayed curious.\n\n- honest work\n- fair prices\n- people who pick up the phone\n',
    seo: { title: 'About SITE' },
  },
  {
    ...{ kind: 'page', title: 'What we do', slug: 'services', published: true },
    body: '# What we do\n\nEverything that people ask SITE for, in one place.\n\n1. Ask us\n2. Hear what it costs\n3. See it done\n',
  },
  {
    ...{ kind: 'page', title: 'Contact', slug: 'contact', published: false },
    body: '# Contact\n\nOpening hours follow as soon as the summer plan is fixed.\n',
  },
  {
    ...{ kind: 'post', title: 'A new look for our site', slug: 'new-look', published: true },
    body: 'Today SITE has a new site. Tell us what you miss, we read everything.\n',
  },
  {
    ...{ kind: 'post', title: 'Plans for the next season', slug: 'next-season', published: false },
    body: 'A first draft, to be agreed with the team.\n\n> What do our customers ask for most?\n',
  },
];

/** Addresses of the site before this one. */
export const DEMO_REDIRECTS = [
  { path: '/index.html', target: '/home' },
  { path: '/about-us.html', target: '/about' },
  { path: '/team', target: '/about#team', status: 302 },
  { path: '/contact.php', target: '/contact' },
];

export const demoCode = (site: string) => ({
  css: `/* ${site} */\n:root {\n  accent-color: teal;\n}\n`,
  head: '<meta name="theme-color" content="teal">\n',
  body: '',
});
