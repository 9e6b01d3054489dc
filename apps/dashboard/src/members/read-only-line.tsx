import { siteRoleGrants } from '@keyholder/domain';
import { AskLinks } from '../ask.tsx';
import { membersWords as words } from '../messages/members.ts';
import type { SiteHere } from '../site-here.ts';
import type { SiteMember } from './member-queries.ts';

/** Who on the site can change its people, besides the viewer. */
export const managersAmong = (members: readonly SiteMember[]) =>
  members
    .filter(({ role, you, ended }) => !you && !ended && siteRoleGrants(role, 'members.manage'))
    .map(({ user }) => user);

/** For those who may only look: whom to ask. */
export function ReadOnlyLine({ site, members }: { site: SiteHere; members: readonly SiteMember[] }) {
  const people = managersAmong(members);
  return (
    <p className="pb-3 text-13 text-ink-2">
      {people.length === 0 ? (
        words.readOnlyOwner(site.account.name)
      ) : (
        <>
          {words.readOnly}
          <AskLinks people={people} subject={words.askSubject(site.name)} body={words.askBody(site.name)} />.
        </>
      )}
    </p>
  );
}
