import { Building2, Mail, Users } from 'lucide-react';
import { timelineWords } from '../messages/timeline.ts';
import { RestoreButton } from '../restore-button.tsx';
import { Timeline } from '../ui/timeline.tsx';
import type { Activity } from './audit-queries.ts';
import { sentenceOf } from './sentence.ts';

interface ActivityListProps {
  events: readonly Activity[];
  level?: 2 | 3;
  /** Of the account, for a viewer who may bring back whom an event removed. */
  restoresIn?: string | undefined;
}

/** Events by day, one sentence each. */
export const ActivityList = ({ events, level, restoresIn }: ActivityListProps) => (
  <Timeline
    {...(level === undefined ? {} : { level })}
    items={events.map((event) => {
      const Icon = event.action.startsWith('invitation')
        ? Mail
        : event.target.kind === 'person'
          ? Users
          : Building2;
      return {
        id: event.id,
        at: event.at,
        icon: <Icon size={16} strokeWidth={1.5} />,
        text: sentenceOf(event),
        detail: event.reason === null ? undefined : timelineWords.reason(event.reason),
        action: restoresIn !== undefined && <RestoreButton event={event} accountId={restoresIn} />,
      };
    })}
  />
);
