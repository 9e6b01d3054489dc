import { seoWords as words } from '../messages/seo.ts';
import { Facts } from '../ui/panel.tsx';
import type { PageSeo } from './seo-queries.ts';

/** For whoever may read but not write. */
export const SeoReader = ({ seo }: { seo: PageSeo }) => (
  <Facts>
    {[
      [words.seoTitle, seo.title ?? words.verdict.missing],
      [words.description, seo.description ?? words.verdict.missing],
      [words.robots, words.robotsOf[seo.robots]],
    ]}
  </Facts>
);
