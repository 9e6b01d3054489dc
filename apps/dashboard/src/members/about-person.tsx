import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { memberWords as words } from '../messages/members.ts';
import { timelineSentence, timelineWords } from '../messages/timeline.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { RoleName } from '../role-name.tsx';
import type { SiteHere } from '../site-here.ts';
import { Section } from '../ui/panel.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Time } from '../ui/time.tsx';
import { personQuery, type Person } from './member-queries.ts';

const SHOWN = 10;

/** Their other sites and what happened to them: for those who may read the team. */
export function AboutPerson({ site, userId }: { site: SiteHere; userId: string }) {
  const person = useQuery(personQuery(site.account.id, userId));
  if (person.isPending) return <Skeleton className="w-48" />;
  if (person.isError) return <ProblemPanel problem={person.error} onRetry={() => void person.refetch()} />;
  const others = person.data.sites.filter((each) => each.site.id !== site.id);
  const link = (
    <Link
      to="/$account/members/$user"
      params={{ account: site.account.slug, user: userId }}
      className="text-13 font-semibold text-accent no-underline hover:underline"
    >
      {words.openPerson(person.data.user.name)}
    </Link>
  );
  return (
    <>
      <Section title={others.length > 0 ? words.alsoOn(others.length) : words.noOther}>
        {others.length > 0 && (
          <ul className="flex flex-col gap-1.5 text-13">
            {others.map((each) => (
              <li key={each.site.id} className="flex flex-wrap items-baseline justify-between gap-x-3">
                <Link
                  to="/$account/sites/$site/members/$user"
                  params={{ account: site.account.slug, site: each.site.slug, user: userId }}
                  className="text-ink underline decoration-line-strong underline-offset-3"
                >
                  {each.site.name}
                </Link>
                <RoleName role={each.role} />
              </li>
            ))}
          </ul>
        )}
        {link}
      </Section>
      <Section title={words.timeline}>
        <RecentEvents person={person.data} />
      </Section>
    </>
  );
}

function RecentEvents({ person: { user, timeline } }: { person: Person }) {
  if (timeline.length === 0) return <p className="text-13 text-ink-3">{timelineWords.empty}</p>;
  return (
    <ol className="flex flex-col gap-2 text-13">
      {timeline.slice(0, SHOWN).map((event) => (
        <li key={event.id} className="flex items-baseline gap-4">
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{timelineSentence(event, user)}</span>
          <Time at={event.at} className="flex-none text-12 text-ink-3" />
        </li>
      ))}
    </ol>
  );
}
