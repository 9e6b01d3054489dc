import { SITE_ROLE_LABELS } from '@keyholder/domain';
import { useQuery } from '@tanstack/react-query';
import type { AdminSite } from '../admin-site.ts';
import { AskLinks } from '../ask.tsx';
import { ButtonLink } from '../links.tsx';
import { siteHomeWords as words } from '../messages/site-home.ts';
import { usePageTitle } from '../page-title.ts';
import { FocusedHeading } from '../ui/page-header.tsx';
import type { UnsavedText } from '../unsaved-text.ts';
import { Unsaved } from './unsaved.tsx';
import { whoRunsQuery } from './who-runs-query.ts';

interface NotGrantedProps {
  site: AdminSite;
  /** The label of the area that the address names. */
  area: string;
  unsaved: readonly UnsavedText[];
}

/** An area that the role does not open: which role lacks it, who can help, where to go instead (ui/brief.md S18). */
export function NotGranted({ site, area, unsaved }: NotGrantedProps) {
  const title = words.notGrantedTitle(area, SITE_ROLE_LABELS[site.role]);
  usePageTitle(title, site.name);
  const people = useQuery(whoRunsQuery(site.id)).data?.map(({ user }) => user) ?? [];
  const work = site.surfaces.filter(({ key }) => key !== 'overview' && key !== 'members');
  const open = work.length > 0 ? work : site.surfaces;
  const next = open[0];
  const wish = words.askWish(people[0]?.name ?? '', site.name, area);
  return (
    <div className="flex max-w-reading flex-col items-start gap-4 py-12">
      <FocusedHeading>{title}</FocusedHeading>
      <p className="text-ink-2">
        {words.notGrantedText(open.map(({ label }) => label))}
        {people.length > 0 && (
          <>
            {' '}
            {words.needIt} {words.askVerb}{' '}
            <AskLinks people={people} subject={words.askSubject(site.name)} body={wish} />.
          </>
        )}
      </p>
      {unsaved.length > 0 && <p className="text-ink-2">{words.unsavedBelow}</p>}
      <Unsaved texts={unsaved} />
      {next && (
        <ButtonLink
          to="/admin/$account/$site/$area"
          params={{ account: site.account.slug, site: site.slug, area: next.key }}
          kind="primary"
        >
          {words.goTo(next.label)}
        </ButtonLink>
      )}
    </div>
  );
}
