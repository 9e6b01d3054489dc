import { SITE_ROLE_LABELS, type SiteRole } from '@keyholder/domain';
import { useQuery } from '@tanstack/react-query';
import { siteHomeWords as words } from '../messages/site-home.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { ButtonAnchor } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { whoRunsQuery } from './who-runs-query.ts';

interface Site {
  id: string;
  name: string;
  account: { name: string };
}

/** Whom to ask: everybody who manages people on the site. */
export function WhoRuns({ site, role }: { site: Site; role: SiteRole }) {
  const people = useQuery(whoRunsQuery(site.id));
  if (people.isError) return <ProblemPanel problem={people.error} onRetry={() => void people.refetch()} />;
  return (
    <Panel>
      {people.isPending && <Skeleton className="m-4 w-40" />}
      {people.data?.length === 0 && <p className="p-4 text-ink-2">{words.nobody(site.account.name)}</p>}
      <ul>
        {people.data?.map(({ user, role: held, you }) => (
          <li
            key={user.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2.5 last:border-b-0"
          >
            <span className="min-w-0 flex-1 basis-40">
              <b className="block font-semibold [overflow-wrap:anywhere]">{user.name}</b>
              <span className="text-13 text-ink-2">{SITE_ROLE_LABELS[held]}</span>
            </span>
            {you ? (
              <span className="text-13 text-ink-3">{words.you}</span>
            ) : (
              <ButtonAnchor
                size="small"
                aria-label={words.askFor(user.name)}
                href={`mailto:${encodeURIComponent(user.email)}?subject=${encodeURIComponent(
                  words.askSubject(site.name),
                )}&body=${encodeURIComponent(words.askBody(user.name, site.name, role))}`}
              >
                {words.ask(user.name)}
              </ButtonAnchor>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
