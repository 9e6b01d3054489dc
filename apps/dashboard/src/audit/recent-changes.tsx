import { useQuery } from '@tanstack/react-query';
import { ButtonLink } from '../links.tsx';
import { activityWords as words } from '../messages/audit.ts';
import { useAccount } from '../session/account.ts';
import { Section } from '../ui/panel.tsx';
import { ActivityList } from './activity-list.tsx';
import { recentQuery } from './audit-queries.ts';

const SHOWN = 5;

/** What happened last, on the Overview. It is an addition there: without an answer it stays away. */
export function RecentChanges() {
  const account = useAccount();
  const { data: events } = useQuery(recentQuery(account.id, SHOWN));
  if (!events || events.length === 0) return null;
  return (
    <Section
      title={words.recent}
      actions={
        <ButtonLink to="/$account/audit" params={{ account: account.slug }} kind="link" size="small">
          {words.all}
        </ButtonLink>
      }
    >
      <ActivityList events={events} level={3} />
    </Section>
  );
}
