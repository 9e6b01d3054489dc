import type { SitePermission } from '@keyholder/domain';
import { CONTENT_PERMISSIONS, siteRoleGrants } from '@keyholder/domain';
import { saveCode } from '../site-admin/code/save-code.ts';
import { createContent } from '../site-admin/content/create-content.ts';
import { setContentStatus } from '../site-admin/content/set-content-status.ts';
import { importRedirects } from '../site-admin/redirects/import-redirects.ts';
import { updateSeo } from '../site-admin/seo/update-seo.ts';
import { FOUNDER, PEOPLE, SITES } from './cast.ts';
import type { SiteName } from './cast.ts';
import { rolesOf } from './roles-of.ts';
import { offset } from './scene.ts';
import type { Scene } from './scene.ts';
import { DEMO_REDIRECTS, DEMO_TEXTS, demoCode } from './site-texts.ts';
import type { DemoText } from './site-texts.ts';
import type { Troupe } from './troupe.ts';

/** The sites were filled one after the other, before the changes that the demo is about. */
const LAST_BEGAN = 60;
const DAYS_PER_SITE = 8;

/** What the people of the agency have written, each where their role lets them. */
export const siteContentScenes = (agency: Troupe): readonly Scene[] =>
  SITES.flatMap(({ name }, index) =>
    contentOf(agency, name, LAST_BEGAN + index * DAYS_PER_SITE - offset(index), (needs, daysAgo) =>
      authorOn(name, needs, daysAgo),
    ),
  );

/** The content of one site, from this day on. */
export function contentOf(
  troupe: Troupe,
  site: string,
  daysAgo: number,
  authorOf: (needs: SitePermission, daysAgo: number) => string,
): readonly Scene[] {
  const code = demoCode(site);
  return [
    ...DEMO_TEXTS.map((text, index) => {
      const at = daysAgo - index * 2;
      return { daysAgo: at, play: () => write(troupe, site, text, (needs) => authorOf(needs, at)) };
    }),
    {
      daysAgo: daysAgo - 13,
      play: () =>
        troupe.inArea(authorOf('redirects.write', daysAgo - 13), site, (...by) =>
          importRedirects(...by, DEMO_REDIRECTS),
        ),
    },
    {
      daysAgo: daysAgo - 14,
      play: () =>
        troupe.inArea(authorOf('code.write', daysAgo - 14), site, (...by) => saveCode(...by, code, null)),
    },
  ];
}

async function write(
  troupe: Troupe,
  site: string,
  { kind, published, seo, ...text }: DemoText,
  authorOf: (needs: SitePermission) => string,
): Promise<void> {
  const filled = (said: string) => said.replaceAll('SITE', site);
  const [author, input] = [authorOf(CONTENT_PERMISSIONS[kind].publish), { ...text, body: filled(text.body) }];
  const created = await troupe.inArea(author, site, (...by) => createContent(...by, kind, input));
  const id = created.id as Parameters<typeof updateSeo>[4];
  if (published)
    await troupe.inArea(author, site, (...by) =>
      setContentStatus(...by, { kind, id }, { status: 'published', ifMatch: null }),
    );
  if (seo) {
    const told = {
      title: filled(seo.title),
      ...(seo.description === undefined ? {} : { description: filled(seo.description) }),
    };
    await troupe.inArea(authorOf('seo.write'), site, (...by) =>
      updateSeo(...by, id, { ...told, ifMatch: null }),
    );
  }
}

/** Two days after somebody joined they are on all of their sites. */
const SETTLED = 2;

/** Somebody who was there then, may do it, and has been active since; else the founder, who is on every site. */
function authorOn(site: SiteName, needs: SitePermission, daysAgo: number): string {
  const fits = PEOPLE.findLast(
    (member) =>
      member.joined - SETTLED > daysAgo &&
      member.active !== null &&
      member.active <= daysAgo &&
      rolesOf(member).some(([name, role]) => name === site && siteRoleGrants(role, needs)),
  );
  return fits?.name ?? FOUNDER.name;
}
