import { auditWords as words } from '../messages/audit.ts';
import { timelineSentence } from '../messages/timeline.ts';
import type { Activity } from './audit-queries.ts';

/** The event in one sentence; where nobody else is concerned, it is about whoever did it. */
export function sentenceOf(event: Activity): string {
  const { person, target, actor } = event;
  const about =
    person ??
    (target.kind === 'person' && target.label !== null
      ? { id: target.id, name: target.label }
      : { id: actor.id ?? '', name: actorName(actor) });
  return timelineSentence(event, about);
}

export const actorName = ({ kind, name }: Activity['actor']): string =>
  name ?? (kind === 'system' ? words.keyholder : kind === 'api_key' ? words.apiKey : words.somebody);
