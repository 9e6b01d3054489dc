import { submissionWords as words } from '../messages/submissions.ts';
import { Facts } from '../ui/panel.tsx';
import { Time } from '../ui/time.tsx';
import type { Submission } from './submission-queries.ts';

/** What somebody sent, as plain text whatever it holds. */
export const SubmissionDetails = ({ submission }: { submission: Submission }) => (
  <div className="flex flex-col gap-6">
    <Facts>{[[words.received, <Time key="received" at={submission.receivedAt} />]]}</Facts>
    <dl className="flex flex-col gap-4">
      {submission.answers.map(({ key, label, value }) => (
        <div key={key} className="flex flex-col gap-1">
          <dt className="text-13 font-semibold">{label}</dt>
          <dd className="m-0 [overflow-wrap:anywhere] whitespace-pre-wrap">{textOf(value)}</dd>
        </div>
      ))}
    </dl>
  </div>
);

function textOf(value: string | boolean): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return value === '' ? words.nothing : value;
}
