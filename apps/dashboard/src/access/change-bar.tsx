import { accessWords as words } from '../messages/access.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { MOST_CHANGES } from './access-queries.ts';
import type { Summary } from './staging.ts';
import type { Staging } from './use-staging.ts';

/** Everything that waits for Save, in one line; and what became of the last try. */
export function ChangeBar({
  staging,
  summary,
  account,
  onReview,
}: {
  staging: Staging;
  summary: Summary;
  account: string;
  onReview: () => void;
}) {
  const { refused, asked, problem, saving } = staging;
  if (summary.total === 0 && refused.size === 0 && !problem) return null;
  const tooMany = summary.total > MOST_CHANGES;
  return (
    <div
      role="group"
      aria-label={words.summary(summary)}
      className="sticky bottom-4 z-20 mt-3 flex flex-col gap-2.5 rounded-3 bg-raised px-4 py-2.5 shadow-over"
    >
      {refused.size > 0 && (
        <Note
          tone="danger"
          role="alert"
          lead={words.noneSaved(refused.size, asked)}
          action={
            <Button size="small" onClick={onReview}>
              {words.showThem}
            </Button>
          }
        >
          {words.restStays(summary.total)}
        </Note>
      )}
      {problem && <ProblemNote problem={problem} facts={{ account }} />}
      <div className="flex flex-wrap items-center gap-2">
        <div className="mr-auto min-w-0 flex-1 basis-60 max-md:basis-full">
          {summary.total > 0 && (
            <p role="status" className="font-semibold">
              {words.summary(summary)}
            </p>
          )}
          <p className="text-13 text-warn">
            {[
              ...(summary.newOwners > 0 ? [words.newOwners(summary.newOwners)] : []),
              ...(summary.ownerless.length > 0 ? [words.ownerless(summary.ownerless.length)] : []),
              ...(summary.leaving.length > 0 ? [words.leaving(summary.leaving, account)] : []),
              ...(tooMany ? [words.tooMany(MOST_CHANGES)] : []),
            ].join(' ')}
          </p>
        </div>
        {summary.total > 0 && <Button onClick={onReview}>{words.review}</Button>}
        <Button kind="quiet" onClick={staging.discard} unavailable={saving}>
          {summary.total > 0 ? words.discard : words.close}
        </Button>
        {summary.total > 0 && (
          <Button
            kind="primary"
            aria-keyshortcuts="Control+Enter Meta+Enter"
            unavailable={tooMany}
            busy={saving}
            busyLabel={words.saving}
            onClick={staging.save}
          >
            {words.save}
          </Button>
        )}
      </div>
    </div>
  );
}
