import { ACCOUNT_ROLE_LABELS, SITE_ONLY_ROLE } from '@keyholder/domain';
import { FORMER_FREELANCER, FORMER_LEAD, FOUNDER, PEOPLE, SITES } from './cast.ts';
import type { Member } from './cast.ts';
import { recentScenes } from './recent-scenes.ts';
import { rolesOf } from './roles-of.ts';
import { HOURS, MINUTES, offset } from './scene.ts';
import type { Scene } from './scene.ts';
import { siteContentScenes } from './site-content-scenes.ts';
import { siteDataScenes } from './site-data-scenes.ts';
import type { Troupe } from './troupe.ts';

/** Who sets things up: the founder at first, later the admin. */
const LEADS = { first: FOUNDER.name, later: 'Priya Nair', since: 200 };
const SITES_ADDED = 264;

/** Half a year and more of one agency, in the order in which it happened. */
export function story(agency: Troupe, now: Date): readonly Scene[] {
  const scenes = [
    ...joining(agency, FORMER_LEAD),
    ...SITES.map((site, index) => ({
      daysAgo: SITES_ADDED - index * 4 * MINUTES,
      play: () => agency.addSite(FORMER_LEAD.name, site),
    })),
    {
      daysAgo: SITES_ADDED - 2 * HOURS,
      play: () =>
        agency.assign(
          FOUNDER.name,
          FOUNDER.name,
          SITES.map(({ name }) => [name, 'platform_admin'] as const),
        ),
    },
    ...[...PEOPLE, FORMER_FREELANCER].flatMap((member, index) => joining(agency, member, index)),
    ...siteContentScenes(agency),
    ...siteDataScenes(agency, now),
    ...recentScenes(agency, now),
  ];
  return scenes.toSorted((a, b) => b.daysAgo - a.daysAgo);
}

/** Invited to their first site or to the account, accepted some hours later, given their further sites the day after. */
function joining(agency: Troupe, member: Member, index = 0): readonly Scene[] {
  const joined = member.joined - offset(index);
  const lead = member.joined > LEADS.since ? LEADS.first : LEADS.later;
  const roles = rolesOf(member);
  const [first, ...others] = roles;
  const onlyOnSites = member.role === SITE_ONLY_ROLE;
  const further = onlyOnSites ? others : roles;
  if (onlyOnSites && !first)
    throw new Error(`${member.name} is ${ACCOUNT_ROLE_LABELS[member.role]} of no site`);
  let sent: Awaited<ReturnType<Troupe['inviteToSite']>>;
  return [
    {
      daysAgo: joined + 7 * HOURS,
      play: async () => {
        sent =
          onlyOnSites && first
            ? await agency.inviteToSite(lead, ...([first[0], member.email, first[1]] as const))
            : await agency.inviteToAccount(lead, member.email, member.role);
      },
    },
    { daysAgo: joined, play: () => agency.accept(member.name, sent) },
    ...(further.length > 0
      ? [{ daysAgo: joined - 20 * HOURS, play: () => agency.assign(lead, member.name, further) }]
      : []),
  ];
}
