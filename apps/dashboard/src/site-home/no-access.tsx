import { Link } from '@tanstack/react-router';
import { ButtonLink } from '../links.tsx';
import { siteHomeWords as words } from '../messages/site-home.ts';
import { usePageTitle } from '../page-title.ts';
import { useMe } from '../session/me.ts';
import { FocusedHeading } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import type { UnsavedText } from '../unsaved-text.ts';
import { Unsaved } from './unsaved.tsx';

interface NoAccessProps {
  site: { id: string; name: string };
  unsaved: readonly UnsavedText[];
}
/** Access ended while the person was on the site: said in its own words, with their text and the way to where they still are. */
export function NoAccess({ site, unsaved }: NoAccessProps) {
  usePageTitle(words.goneTitle(site.name));
  const others = useMe().sites.filter((each) => each.id !== site.id);
  return (
    <div className="flex flex-col items-start gap-4 py-12">
      <FocusedHeading>{words.goneTitle(site.name)}</FocusedHeading>
      {unsaved.length > 0 && <p className="text-ink-2">{words.unsavedBelow}</p>}
      <Unsaved texts={unsaved} />
      <p className="text-ink-2">{others.length === 0 ? words.goneNone : words.goneText}</p>
      {others.length > 0 ? (
        <Panel className="w-full">
          <ul aria-label={words.yourSites}>
            {others.map((each) => (
              <li key={each.id} className="border-b border-line last:border-b-0">
                <Link
                  to="/admin/$account/$site"
                  params={{ account: each.account.slug, site: each.slug }}
                  className="block px-4 py-2.5 font-semibold no-underline hover:bg-canvas focus-visible:outline-offset-[-2px]"
                >
                  {each.name}{' '}
                  <span className="block text-13 font-normal text-ink-3">{each.account.name}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Panel>
      ) : (
        <ButtonLink to="/me/$section" params={{ section: 'memberships' }} kind="primary">
          {words.profile}
        </ButtonLink>
      )}
    </div>
  );
}
